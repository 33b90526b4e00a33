import { Controller, HttpCode, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#access';
import { ApiProblems, CurrentActor, Needs } from '#http';
import type { Criterion, Finding } from '#criteria';
import { isRefusal, type Refusal } from '#kernel';
import { ApplicationActors } from '../applications/end-application';
import { numberIn } from '../applications/household-number';
import type { ReadBody } from '../http/body-form';
import { answerBeside, BesideRequestOf, BesideRoute, type BesideRequest } from '../http/beside-routes';
import { bodyRefused, problemOfRefusal } from '../http/vacancy-refusals';
import { COMMON } from '../http/vacancy-routes';
import { rightBeside } from '../recording/who-acts-beside';
import {
  CRITERIA_READING,
  CRITERION_WITHDRAWAL,
  ESTABLISHMENT,
  readEstablishment,
  readWithdrawal,
  type NumberedAct,
} from './criteria-bodies';
import { findingText } from './criterion-words';
import type { CriterionReceipt } from './criteria-recorder';
import { CriterionReceiptDto, foundDto, HouseholdCriteriaDto } from './criteria.dto';
import { ReadCriteria, SayOfCriterion } from './say-of-criterion';

@ApiTags('Vacances')
@ApiBearerAuth()
@Controller('api/households/criteria')
export class CriteriaController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly actors: ApplicationActors,
  ) {}

  @BesideRoute({
    verb: 'criterion',
    path: '',
    summary: 'Un critère de priorité est établi',
    description:
      'Par l’EPCI, ou un bailleur ou un réservataire qui a un candidat de ce ménage. Les sortes de justificatifs vues, jamais le document. Chaque critère lit ses propres colonnes ; pour la violence, la santé et le handicap, aucune. Un critère qui n’est pas établi est refusé, avec la raison.',
    form: ESTABLISHMENT,
    receipt: CriterionReceiptDto,
    refusals: ['unknown-household', 'household-erased', 'day-in-future', 'criterion-not-met', 'criterion-not-decided'],
  })
  establish(
    @BesideRequestOf() request: BesideRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CriterionReceiptDto> {
    return this.say(readEstablishment(request.body), request, { actor, reply });
  }

  @BesideRoute({
    verb: 'criterion',
    path: 'withdrawal',
    summary: 'Un critère de priorité ne vaut plus',
    description: 'Par qui peut l’établir. L’histoire garde qu’il a valu.',
    form: CRITERION_WITHDRAWAL,
    receipt: CriterionReceiptDto,
    refusals: ['unknown-household', 'household-erased', 'criterion-not-established'],
  })
  withdraw(
    @BesideRequestOf() request: BesideRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CriterionReceiptDto> {
    return this.say(readWithdrawal(request.body), request, { actor, reply });
  }

  @Post('reading')
  @HttpCode(200)
  @Needs(rightBeside('criteria-reading'))
  @ApiOperation({
    summary: 'Les critères de priorité d’un ménage',
    description: 'Chacun avec qui a vu quels justificatifs, et quand. Chaque consultation est enregistrée.',
  })
  @ApiBody({ schema: CRITERIA_READING.schema })
  @ApiOkResponse({ type: HouseholdCriteriaDto })
  @ApiProblems(...COMMON, 'unknown-household', 'household-erased', 'reading-not-recorded')
  async read(
    @BesideRequestOf() { body, sending }: BesideRequest,
    @CurrentActor() actor: Actor,
  ): Promise<HouseholdCriteriaDto> {
    const read = CRITERIA_READING.read(body);
    if (!read.valid) {
      const refusal = await this.actors.refuse(actor, undefined, 'criteria-reading');
      throw refusal ? problemOfRefusal(refusal) : bodyRefused(read.faults);
    }
    const criteria = await this.queries.execute(
      new ReadCriteria(read.fields.householdNumber, actor, sending.correlation),
    );
    if (isRefusal(criteria)) throw problemOfRefusal(criteria);
    return {
      criteria: criteria.map(({ actor: id, actorName, role, recordedAt, ...found }) => ({
        ...foundDto(found),
        actor: id,
        actorName,
        role,
        recordedAt,
      })),
    };
  }

  private async say(
    read: ReadBody<NumberedAct>,
    { body, sending }: BesideRequest,
    { actor, reply }: { readonly actor: Actor; readonly reply: FastifyReply },
  ): Promise<CriterionReceiptDto> {
    const { receipt, ...answer } = await answerBeside(reply, read, {
      refusalFor: () => this.actors.refuse(actor, numberIn(body), 'criterion'),
      send: async (said) => explained(await this.commands.execute(new SayOfCriterion(said, actor, sending))),
    });
    return { ...answer, criterion: receipt.found && foundDto(receipt.found) };
  }
}

/** A finding that refuses says why in a sentence, too. */
function explained(receipt: CriterionReceipt | Refusal): CriterionReceipt | Refusal {
  if (!isRefusal(receipt) || receipt.params['because'] === undefined) return receipt;
  const { criterion, ...found } = receipt.params as unknown as Pick<Finding, 'because' | 'with'> & {
    criterion: Criterion;
  };
  return { ...receipt, params: { ...receipt.params, text: findingText(criterion, found) } };
}
