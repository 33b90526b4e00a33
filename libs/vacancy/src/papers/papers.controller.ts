import { applyDecorators, Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import type { Actor } from '#access';
import { ConventionHistory, letterheadAt, type Letterhead } from '#convention';
import { answerDocument, answerTable, ApiPaperFile, ApiProblems, CurrentActor, Needs } from '#http';
import { isRefusal, type Refusal, type Uuid } from '#kernel';
import { VacancyParamDto } from '../http/vacancies.dto';
import { SittingParamDto } from '../sittings/sittings.dto';
import type { Agenda } from './agenda';
import { agendaDocument } from './agenda-document';
import { agendaFileName, agendaTable, agendaWorkbook } from './agenda-workbook';
import type { Minutes } from './minutes';
import { minutesDocument } from './minutes-document';
import { minutesFileName, minutesTable, minutesWorkbook } from './minutes-workbook';
import { AgendaDto } from './agenda.dto';
import { MinutesDto } from './minutes.dto';
import { PaperQueryDto } from './papers.dto';
import { ReadAgenda, ReadMinutes, type PaperOf } from './read-papers';

type Answer<Paper> = Promise<Paper | Refusal | Readable | Uint8Array>;

const AGENDA =
  'Sans nom, ni numéro, ni public sensible : le quartile, la priorité, les avis donnés et l’effet de chaque candidat sur l’équilibre de la résidence.';
const MINUTES =
  'Les décisions par rang avec leur motif, leur condition et leurs voix, et ce que chaque correction a remplacé. Sans nom ni numéro.';

/** The papers of a landlord's commission. */
@ApiTags('Vacances')
@ApiBearerAuth()
@Controller('api')
export class PapersController {
  constructor(
    private readonly queries: QueryBus,
    private readonly convention: ConventionHistory,
  ) {}

  @PaperRoute('commissions/:seance/agenda', { summary: 'Les dossiers à examiner à une séance', description: AGENDA })
  @ApiOkResponse({ type: AgendaDto })
  agendaOfSitting(
    @Param() { seance }: SittingParamDto,
    @Query() query: PaperQueryDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Answer<Agenda> {
    return this.agenda({ kind: 'sitting', id: seance as Uuid }, query, actor, reply);
  }

  @PaperRoute('vacancies/:vacancy/commission/agenda', {
    summary: 'Les candidats à examiner pour une vacance',
    description: AGENDA,
  })
  @ApiOkResponse({ type: AgendaDto })
  agendaOfVacancy(
    @Param() { vacancy }: VacancyParamDto,
    @Query() query: PaperQueryDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Answer<Agenda> {
    return this.agenda({ kind: 'vacancy', id: vacancy as Uuid }, query, actor, reply);
  }

  @PaperRoute('commissions/:seance/minutes', { summary: 'Le procès-verbal d’une séance', description: MINUTES })
  @ApiOkResponse({ type: MinutesDto })
  minutesOfSitting(
    @Param() { seance }: SittingParamDto,
    @Query() query: PaperQueryDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Answer<Minutes> {
    return this.minutes({ kind: 'sitting', id: seance as Uuid }, query, actor, reply);
  }

  @PaperRoute('vacancies/:vacancy/commission/minutes', {
    summary: 'Le procès-verbal d’une vacance',
    description: MINUTES,
  })
  @ApiOkResponse({ type: MinutesDto })
  minutesOfVacancy(
    @Param() { vacancy }: VacancyParamDto,
    @Query() query: PaperQueryDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Answer<Minutes> {
    return this.minutes({ kind: 'vacancy', id: vacancy as Uuid }, query, actor, reply);
  }

  private async agenda(of: PaperOf, { format }: PaperQueryDto, actor: Actor, reply: FastifyReply): Answer<Agenda> {
    const agenda = await this.queries.execute(new ReadAgenda(of, actor));
    if (isRefusal(agenda) || format === undefined || format === 'json') return agenda;
    const [name, letterhead] = [agendaFileName(agenda), await this.letterheadOf(agenda)];
    if (format === 'pdf') return answerDocument(reply, name, agendaDocument(agenda, letterhead));
    return answerTable(reply, format, name, agendaTable(agenda, letterhead), agendaWorkbook(agenda, letterhead));
  }

  private async minutes(of: PaperOf, { format }: PaperQueryDto, actor: Actor, reply: FastifyReply): Answer<Minutes> {
    const minutes = await this.queries.execute(new ReadMinutes(of, actor));
    if (isRefusal(minutes) || format === undefined || format === 'json') return minutes;
    const [name, letterhead] = [minutesFileName(minutes), await this.letterheadOf(minutes)];
    if (format === 'pdf') return answerDocument(reply, name, minutesDocument(minutes, letterhead));
    return answerTable(reply, format, name, minutesTable(minutes, letterhead), minutesWorkbook(minutes, letterhead));
  }

  private letterheadOf(paper: Agenda | Minutes): Promise<Letterhead> {
    return letterheadAt(this.convention, paper);
  }
}

function PaperRoute(path: string, words: { readonly summary: string; readonly description: string }): MethodDecorator {
  return applyDecorators(
    Get(path),
    Needs('read-vacancies'),
    ApiOperation(words),
    ApiPaperFile(['xlsx', 'pdf']),
    ApiProblems(
      'invalid-request',
      'not-authenticated',
      'not-allowed',
      'scope-not-allowed',
      path.startsWith('commissions') ? 'unknown-sitting' : 'unknown-vacancy',
      'unexpected',
      'projection-late',
    ),
  );
}
