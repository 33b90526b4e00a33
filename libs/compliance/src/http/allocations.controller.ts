import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import type { Actor } from '#access';
import { ConventionHistory, letterheadAt } from '#convention';
import { answerTable, ApiProblems, ApiTableFile, CurrentActor, DEFAULT_LIMIT, Needs } from '#http';
import { isRefusal, type Refusal } from '#kernel';
import { allocationFileName, allocationTable, allocationWorkbook } from '../exports/allocation-table';
import type { AllocationPage } from '../lists/allocation-lists';
import { ExportAllocations } from '../queries/export-allocations';
import { ListAllocations } from '../queries/list-allocations';
import { AllocationExportQueryDto, AllocationPageQueryDto } from './allocations.dto';
import { AllocationPageDto } from './allocation-page.dto';
import { allocationsQueryOf } from './allocations-query';

@ApiTags('Attributions')
@ApiBearerAuth()
@Controller('api/allocations')
export class AllocationsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly convention: ConventionHistory,
  ) {}

  @Get()
  @Needs('read-list')
  @ApiOperation({
    summary: 'La liste des attributions',
    description:
      'Filtrée, triée, page par page. Toutes les pages rendent compte du même instant : ce qui est enregistré entre-temps n’en déplace aucune ligne.',
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
    return this.queries.execute(
      new ListAllocations({ ...allocationsQueryOf(query), limit, cursor }, actor, query.wait),
    );
  }

  @Get('export')
  @Needs('read-list')
  @ApiOperation({
    summary: 'La liste des attributions, entière, en fichier',
    description:
      'Exactement la liste filtrée, dans son ordre, d’un seul instant. Une erreur en cours de route coupe la connexion : un fichier arrivé entier est complet.',
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
  ): Promise<Readable | Refusal> {
    const list = await this.queries.execute(new ExportAllocations(allocationsQueryOf(query), actor, query.wait));
    if (isRefusal(list)) return list;
    const workbook = allocationWorkbook(list, await letterheadAt(this.convention, list));
    return answerTable(reply, query.format, allocationFileName(list), allocationTable(list), workbook);
  }
}
