import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#access';
import { ConventionHistory, publicsOf } from '#convention';
import { ApiProblems, CurrentActor, Needs } from '#http';
import { isRefusal, type Refusal, type Uuid } from '#kernel';
import { declarationOf } from '../columns';
import { ReadVacancy, ReadVacancyHistory, type ShownVacancy } from '../queries/read-vacancy';
import type { VacancyHistory } from '../reading/vacancy-reader';
import { DESIGNATION, readDesignation } from './candidate-bodies';
import { VacancyDto, VacancyHistoryDto, VacancyParamDto, VacancyQueryDto } from './vacancies.dto';
import {
  CLOSING,
  COMMISSION,
  COMMISSION_CORRECTION,
  commissionOf,
  DECLARATION,
  ORIENTATION,
  orientationOf,
  RETURN,
} from './vacancy-bodies';
import { VacancyDesk, type VacancyAnswer } from './vacancy-desk';
import { CommandRequestOf, CommandRoute, type CommandRequest } from './vacancy-routes';

/** What every verb about a vacancy may be refused for. */
const STATE = ['unknown-vacancy', 'not-in-this-status', 'residence-of-another-landlord', 'vacancy-changed'];
const DAYS = ['day-in-future', 'day-out-of-order'];
const COMMISSION_RULES = [
  'endorsement-needed',
  'three-applications-needed',
  'decision-incomplete',
  'quorum-not-reached',
  'votes-do-not-carry',
  'fragility-motive-not-admitted',
];
const READING = ['invalid-request', 'not-authenticated', 'not-allowed', 'scope-not-allowed', 'unknown-vacancy'];

@ApiTags('Vacances')
@ApiBearerAuth()
@Controller('api/vacancies')
export class VacanciesController {
  constructor(
    private readonly desk: VacancyDesk,
    private readonly queries: QueryBus,
    private readonly convention: ConventionHistory,
  ) {}

  @CommandRoute({
    path: '',
    summary: 'Déclarer un logement libre, ou bientôt libre',
    description: 'Ce qui est absent est repris du logement, s’il est connu. Un logement a une seule vacance ouverte.',
    form: DECLARATION,
    refusals: ['unknown-residence', 'vacancy-already-open', 'residence-of-another-landlord'],
  })
  declare(
    @CommandRequestOf() request: CommandRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VacancyAnswer> {
    const read = DECLARATION.read(request.body);
    const given = read.valid ? { valid: true as const, fields: declarationOf(read.fields) } : read;
    return this.desk.declare({ request, actor, reply }, given);
  }

  @CommandRoute({
    path: ':vacancy/orientation',
    summary: 'Orienter la vacance vers un réservataire',
    description: 'De nouveau, tant qu’aucun candidat n’est désigné, avec son motif (erreur, nouveau_delai).',
    form: ORIENTATION,
    refusals: [...STATE, 'first-occupancy-in-stock', 'turn-not-returned', 'holder-deadline-running'],
  })
  orient(
    @CommandRequestOf() request: CommandRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VacancyAnswer> {
    return this.desk.run({ request, actor, reply }, ORIENTATION.read(request.body), 'orientation', orientationOf);
  }

  @CommandRoute({
    path: ':vacancy/return',
    summary: 'Rendre le logement, ou le reprendre au réservataire',
    description: 'Les candidats en lice sont retirés.',
    form: RETURN,
    refusals: [...STATE, 'holder-deadline-running', 'oriented-to-another-holder'],
  })
  giveBack(
    @CommandRequestOf() request: CommandRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VacancyAnswer> {
    return this.desk.run({ request, actor, reply }, RETURN.read(request.body), 'return', (given) => ({
      verb: 'return',
      given,
    }));
  }

  @CommandRoute({
    path: ':vacancy/candidates',
    summary: 'Désigner un ménage',
    description:
      'Les colonnes du ménage de attributions.csv, dont une (O/N) par public de la convention. Le numéro unique et les ressources sont scellés. Où une commission de quartier est en place, le ménage est seulement proposé.',
    form: DESIGNATION,
    refusals: [
      ...STATE,
      'oriented-to-another-holder',
      'substitution-not-open',
      'candidate-already-designated',
      'household-already-housed',
      'application-ended',
    ],
  })
  async designate(
    @CommandRequestOf() request: CommandRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VacancyAnswer> {
    const read = readDesignation(request.body, publicsOf(await this.convention.latest()));
    return this.desk.run({ request, actor, reply }, read, 'candidates', (act) => act);
  }

  @CommandRoute({
    path: ':vacancy/commission',
    summary: 'Enregistrer les décisions de la commission d’attribution',
    description: 'Chaque candidat désigné est décidé une fois.',
    form: COMMISSION,
    refusals: [...STATE, ...DAYS, ...COMMISSION_RULES],
  })
  hold(
    @CommandRequestOf() request: CommandRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VacancyAnswer> {
    return this.desk.run({ request, actor, reply }, COMMISSION.read(request.body), 'commission', (fields) => ({
      verb: 'commission',
      given: commissionOf(fields),
    }));
  }

  @CommandRoute({
    path: ':vacancy/commission/correction',
    summary: 'Corriger les décisions de la dernière commission',
    description: 'Tant qu’aucune offre n’a suivi. Tous les candidats examinés sont décidés de nouveau.',
    form: COMMISSION_CORRECTION,
    refusals: [...STATE, ...DAYS, ...COMMISSION_RULES, 'candidate-already-designated'],
  })
  correct(
    @CommandRequestOf() request: CommandRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VacancyAnswer> {
    const read = COMMISSION_CORRECTION.read(request.body);
    return this.desk.run({ request, actor, reply }, read, 'commission/correction', (fields) => ({
      verb: 'commission/correction',
      given: commissionOf(fields),
    }));
  }

  @CommandRoute({
    path: ':vacancy/closing',
    summary: 'Clore la vacance : le logement n’est plus à louer',
    description: 'Les candidats en lice sont retirés.',
    form: CLOSING,
    refusals: [...STATE, ...DAYS],
  })
  close(
    @CommandRequestOf() request: CommandRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VacancyAnswer> {
    return this.desk.run({ request, actor, reply }, CLOSING.read(request.body), 'closing', (given) => ({
      verb: 'closing',
      given,
    }));
  }

  @Get(':vacancy')
  @Needs('read-vacancies')
  @ApiOperation({
    summary: 'Une vacance et ses candidats',
    description: 'Sans nom ni numéro. L’ETag donne la révision, à rendre en If-Match.',
  })
  @ApiOkResponse({ type: VacancyDto, headers: { ETag: { schema: { type: 'string' }, description: 'La révision' } } })
  @ApiProblems(...READING, 'unexpected')
  async show(
    @Param() { vacancy }: VacancyParamDto,
    @Query() _query: VacancyQueryDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ShownVacancy | Refusal> {
    const view = await this.queries.execute(new ReadVacancy(vacancy as Uuid, actor));
    if (!isRefusal(view)) void reply.header('etag', `"${view.revision}"`);
    return view;
  }

  @Get(':vacancy/history')
  @Needs('read-vacancies')
  @ApiOperation({
    summary: 'L’histoire d’une vacance',
    description: 'Chaque événement : son type, quand, par qui, et ce qu’il dit en clair.',
  })
  @ApiOkResponse({ type: VacancyHistoryDto })
  @ApiProblems(...READING, 'unexpected')
  history(
    @Param() { vacancy }: VacancyParamDto,
    @Query() _query: VacancyQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<VacancyHistory | Refusal> {
    return this.queries.execute(new ReadVacancyHistory(vacancy as Uuid, actor));
  }
}
