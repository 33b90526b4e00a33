import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import type { Actor } from '#access';
import { ConventionHistory } from '#convention';
import {
  ApiProblems,
  ApiTableFile,
  CurrentActor,
  DEFAULT_LIMIT,
  Needs,
  parseAsOf,
  READ_PROBLEMS,
  valuesOf,
} from '#http';
import { Installation } from '#installation';
import { isRefusal, refuse, type Refusal } from '#kernel';
import type { AllocationPage } from '../lists/allocation-lists';
import type { FacetWord } from '../lists/facets';
import { ExportAllocations } from '../queries/export-allocations';
import { ListAllocations } from '../queries/list-allocations';
import { ReadLease } from '../queries/read-lease';
import type { LeaseView } from '../lease/lease-reader';
import { answerFile } from './allocation-files';
import { AllocationExportQueryDto, AllocationPageQueryDto } from './allocations.dto';
import { AllocationPageDto } from './allocation-page.dto';
import { allocationsQueryOf } from './allocations-query';
import { ApiAllocationParam, LeaseQueryDto, LeaseViewDto } from './lease-view.dto';

@ApiTags('Attributions')
@ApiBearerAuth()
@Controller('api/allocations')
export class AllocationsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly convention: ConventionHistory,
    private readonly installation: Installation,
  ) {}

  @Get()
  @Needs('read-list')
  @ApiOperation({
    summary: 'La liste des attributions',
    description:
      'Filtrée, triée, page par page, avec, si « facets » en demande, le nombre de lignes de chaque valeur d’un filtre. Toutes les pages rendent compte du même instant : ce qui est enregistré entre-temps n’en déplace aucune ligne.',
  })
  @ApiOkResponse({ type: AllocationPageDto })
  @ApiProblems(
    'invalid-request',
    'period-reversed',
    'unknown-figure',
    'not-authenticated',
    'not-allowed',
    'stale-cursor',
    'unexpected',
    'unknown-position',
    'projection-late',
  )
  list(@Query() query: AllocationPageQueryDto, @CurrentActor() actor: Actor): Promise<AllocationPage | Refusal> {
    const { cursor } = query;
    const limit = query.limit === undefined ? DEFAULT_LIMIT : Number(query.limit);
    const facets = query.facets === undefined ? undefined : (valuesOf(query.facets) as readonly FacetWord[]);
    const list = { ...allocationsQueryOf(query), limit, cursor, facets };
    return this.queries.execute(new ListAllocations(list, actor, query.wait));
  }

  @Get('export')
  @Needs('read-list')
  @ApiOperation({
    summary: 'La liste des attributions, entière, en fichier',
    description:
      'Exactement la liste filtrée, dans son ordre, d’un seul instant, et les seules colonnes demandées. Le classeur a une feuille « Critères » : filtres, période, instant, position, rôle et organisme de qui demande, heure. Une erreur en cours de route coupe la connexion : un fichier arrivé entier est complet.',
  })
  @ApiTableFile('identifiant;date_bail;date_caleol;code_residence;…')
  @ApiProblems(
    'invalid-request',
    'period-reversed',
    'unknown-figure',
    'not-authenticated',
    'not-allowed',
    'unexpected',
    'unknown-position',
    'projection-late',
  )
  async export(
    @Query() query: AllocationExportQueryDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable | string | Refusal> {
    const list = await this.queries.execute(new ExportAllocations(allocationsQueryOf(query), actor, query.wait));
    if (isRefusal(list)) return list;
    const asked = { ...query, query: { ...query }, actor, now: this.installation.clock.now() };
    return answerFile(reply, list, asked, this.convention);
  }

  @Get(':allocation')
  @Needs('read-list')
  @ApiOperation({
    summary: 'Un bail, expliqué',
    description:
      'Ses colonnes de la liste ; « Pourquoi ? » de chaque fait déduit : la règle, sa source, le seuil et sa date ; les objectifs qui le comptent, avec la liste de chaque part ; ses corrections et son annulation. Un bail hors du périmètre est inconnu.',
  })
  @ApiOkResponse({ type: LeaseViewDto })
  @ApiAllocationParam()
  @ApiProblems(...READ_PROBLEMS, 'unknown-allocation')
  async read(
    @Param('allocation') allocation: string,
    @Query() { 'as-of': asOf, wait }: LeaseQueryDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LeaseView | Refusal> {
    // The address of the list with one slash too many.
    if (allocation === '') return refuse('unknown-route');
    const asked = { allocation, asOf: asOf === undefined ? undefined : parseAsOf(asOf) };
    const view = await this.queries.execute(new ReadLease(asked, actor, wait));
    if (!isRefusal(view)) void reply.header('etag', `"${view.revision}"`);
    return view;
  }
}
