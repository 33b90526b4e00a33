import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#access';
import { ConventionHistory, publicsOf } from '#convention';
import { ApiProblems, CurrentActor, Needs } from '#http';
import { isRefusal, type Refusal, type Uuid } from '#kernel';
import { WeighCandidate, WeighHousehold } from '../queries/weigh';
import type { VigilanceView } from '../vigilance/vigilance-reader';
import { DESIGNATION, readDesignation } from './candidate-bodies';
import { bodyRefused } from './vacancy-refusals';
import { VacancyParamDto } from './vacancies.dto';
import { VigilanceDto, VigilanceQueryDto } from './vigilance.dto';
import { effectText, NOTICES, reasonText } from './vigilance-words';

const READING = ['invalid-request', 'not-authenticated', 'not-allowed', 'scope-not-allowed', 'unknown-vacancy'];

@ApiTags('Vacances')
@ApiBearerAuth()
@Controller('api/vacancies/:vacancy/vigilance')
export class VigilanceController {
  constructor(
    private readonly queries: QueryBus,
    private readonly convention: ConventionHistory,
  ) {}

  @Get()
  @Needs('run-vacancies')
  @ApiOperation({
    summary: 'Ce que le bail d’un candidat changerait',
    description:
      'Chaque objectif en vigueur que ce logement touche, avant et après ; ce qui est à savoir ; pourquoi chaque fait déduit. Cet avis informe, il n’interdit pas.',
  })
  @ApiOkResponse({ type: VigilanceDto })
  @ApiProblems(...READING, 'unknown-candidate', 'unexpected')
  async ofCandidate(
    @Param() { vacancy }: VacancyParamDto,
    @Query() { candidate }: VigilanceQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<VigilanceDto | Refusal> {
    return shown(await this.queries.execute(new WeighCandidate(vacancy as Uuid, candidate as Uuid, actor)));
  }

  @Post()
  @HttpCode(200)
  @Needs('run-vacancies')
  @ApiOperation({
    summary: 'Ce que le bail d’un ménage changerait, avant de le désigner',
    description: 'Les colonnes d’une désignation. Rien n’est écrit, pas même le numéro unique.',
  })
  @ApiBody({ schema: DESIGNATION.schema })
  @ApiOkResponse({ type: VigilanceDto })
  @ApiProblems(...READING, 'value-not-admitted', 'unexpected')
  async ofHousehold(
    @Param() { vacancy }: VacancyParamDto,
    @Body() body: object,
    @CurrentActor() actor: Actor,
  ): Promise<VigilanceDto | Refusal> {
    const read = readDesignation(body, publicsOf(await this.convention.latest()));
    if (!read.valid) throw bodyRefused(read.faults);
    if (read.fields.verb !== 'candidates') throw new Error('a designation is read as one');
    const { household, given } = read.fields;
    const wouldBe = { household, basis: given.basis, holder: given.holder };
    return shown(await this.queries.execute(new WeighHousehold(vacancy as Uuid, wouldBe, actor)));
  }
}

/** The view with its sentences. */
function shown(view: VigilanceView | Refusal): VigilanceDto | Refusal {
  if (isRefusal(view)) return view;
  return {
    ...view,
    notices: view.notices.map((notice) => ({ ...notice, text: NOTICES[notice.code] })),
    effects: view.effects.map((effect) => ({ ...effect, text: effectText(effect) })),
    reasons: view.reasons.map((reason) => ({ ...reason, text: reasonText(reason) })),
  };
}
