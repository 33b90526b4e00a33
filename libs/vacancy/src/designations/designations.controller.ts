import { Controller, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  ApiBearerAuth,
  ApiBody,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#access';
import { integer, optional } from '#cells';
import { ConventionHistory, publicsOf } from '#convention';
import { ApiProblems, ApiRequestKey, CurrentActor, Needs, problemOf } from '#http';
import { isRefusal, type Json } from '#kernel';
import { BesideRequestOf, type BesideRequest } from '../http/beside-routes';
import { BodyForm, itemsOf } from '../http/body-form';
import { DESIGNATION, readDesignation, type PublicColumn } from '../http/candidate-bodies';
import { bodyRefused, problemOfRefusal } from '../http/vacancy-refusals';
import { COMMON } from '../http/vacancy-routes';
import { DesignatedListDto } from './designations.dto';
import { DesignateMany, type DesignatedList, type ListedDesignation, type RefusedRow } from './designate-many';

/** A list that is longer is sent in parts. */
const MOST_ROWS = 250;
const COUNT = optional('count', integer(0, MOST_ROWS), '12');
const VACANCY = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10';

const ROW = DESIGNATION.schema as {
  readonly required: string[];
  readonly properties: object;
  readonly example: object;
};
const LIST = new BodyForm({
  count: COUNT,
  designations: itemsOf('designations', MOST_ROWS, {
    schema: {
      ...ROW,
      required: ['vacancy', ...ROW.required],
      properties: { vacancy: { type: 'string', format: 'uuid' }, ...ROW.properties },
    },
    example: { vacancy: VACANCY, ...ROW.example },
  }),
});

@ApiTags('Vacances')
@ApiBearerAuth()
@Controller('api/designations')
export class DesignationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly convention: ConventionHistory,
  ) {}

  @Post()
  @Needs('designate')
  @ApiOperation({
    summary: 'Désigner une liste de ménages',
    description:
      'Chaque ligne nomme une vacance et porte les colonnes d’une désignation. À blanc (dry-run), la réponse annonce combien de ménages seraient désignés, et dit ce qui refuse chacune des autres lignes. L’envoi redonne ce compte dans `count` : si un autre nombre serait désigné, rien n’est écrit (422). Chaque ligne est ensuite une désignation pour elle-même.',
  })
  @ApiBody({ schema: LIST.schema })
  @ApiRequestKey()
  @ApiQuery({
    name: 'dry-run',
    required: false,
    description: 'Annoncer le compte, sans rien écrire',
    schema: { type: 'string', enum: ['true', 'false'], example: 'true' },
  })
  @ApiCreatedResponse({ type: DesignatedListDto, description: 'Écrit' })
  @ApiOkResponse({ type: DesignatedListDto, description: 'Déjà écrit sous cette clé, rien à écrire, ou à blanc' })
  @ApiProblems(...COMMON, 'count-not-announced')
  async designate(
    @BesideRequestOf() { body, sending }: BesideRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DesignatedListDto> {
    const read = LIST.read(body);
    if (!read.valid) throw bodyRefused(read.faults);
    const { count, designations } = read.fields;
    const { isTrial, ...keyed } = sending;
    if (count === null && !isTrial) throw bodyRefused([{ column: COUNT.name, value: '', message: MISSING_COUNT }]);
    const publics = publicsOf(await this.convention.latest());
    const list = designations.map((one) => listed(one, publics));
    const announced = isTrial ? undefined : count!;
    const answer = await this.commands.execute(new DesignateMany(list, { ...keyed, announced }, actor));
    if (isRefusal(answer)) throw problemOfRefusal(answer);
    const isNew = !isTrial && answer.designated.some(({ receipt }) => receipt.isNew);
    void reply.status(isNew ? 201 : 200);
    return shown(answer, isTrial);
  }
}

const MISSING_COUNT = 'le nombre annoncé par l’essai (dry-run) est attendu';

function listed(
  { vacancy, ...columns }: Readonly<Record<string, unknown>>,
  publics: readonly PublicColumn[],
): ListedDesignation {
  return { vacancy: String(vacancy), read: readDesignation(columns, publics) };
}

function shown({ designated, refused }: DesignatedList, isTrial: boolean | undefined): DesignatedListDto {
  return {
    count: designated.length,
    designations: designated.map(({ row, receipt: { vacancy, candidate, status, revision, position } }) => ({
      row,
      vacancy,
      ...(!isTrial && candidate !== undefined && { candidate }),
      status,
      revision,
      position,
    })),
    refused: refused.map(refusedRow),
  };
}

/** As the problem of a designation alone, without its status line. */
function refusedRow({ row, ...why }: RefusedRow): DesignatedListDto['refused'][number] {
  const { code, params, members } = 'faults' in why ? bodyRefused(why.faults) : problemOfRefusal(why.refusal);
  const { title, detail } = problemOf(code, params);
  const { faults, present } = members as Readonly<Record<string, Json>>;
  return {
    row,
    code,
    title,
    detail,
    ...(faults !== undefined && { faults }),
    ...(present !== undefined && { present }),
  } as DesignatedListDto['refused'][number];
}
