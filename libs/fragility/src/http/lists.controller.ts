import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import type { Actor } from '#access';
import { ConventionHistory, letterheadAt } from '#convention';
import {
  answerTable,
  ApiProblems,
  ApiRequestKey,
  ApiTableFile,
  CurrentActor,
  CurrentCorrelation,
  Needs,
  READ_PROBLEMS,
  RequestKeyOf,
} from '#http';
import { isRefusal, type Correlation, type Refusal } from '#kernel';
import { listsFileName, listsTable, listsWorkbook } from '../exports/list-table';
import { ReportPriorityLists } from '../queries/reports';
import { EstablishPriorityList } from '../recording/list-command';
import type { ListReceipt } from '../recording/list-recorder';
import type { PriorityLists } from '../report/lists';
import { ListBodyDto, ListReceiptDto, ListsQueryDto, listsQueryOf, PriorityListsDto, givenListing } from './lists.dto';

@ApiTags('Fragilité')
@ApiBearerAuth()
@Controller('api/fragility/lists')
export class ListsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
    private readonly convention: ConventionHistory,
  ) {}

  @Get()
  @Needs('read-figures')
  @ApiOperation({
    summary: 'Les listes légales des résidences à enjeu de mixité sociale',
    description: 'Par bailleur, celles établies jusqu’au jour demandé ; chacune vaut trois ans.',
  })
  @ApiOkResponse({ type: PriorityListsDto })
  @ApiTableFile('code_bailleur;bailleur;liste_du;dernier_jour;en_vigueur;enregistree_le;acteur;code_residence;…')
  @ApiProblems(...READ_PROBLEMS)
  async lists(
    @Query() query: ListsQueryDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PriorityLists | Refusal | Readable> {
    const report = await this.queries.execute(new ReportPriorityLists(listsQueryOf(query), actor, query.wait));
    const format = query.format ?? 'json';
    if (isRefusal(report) || format === 'json') return report;
    const workbook = listsWorkbook(report, await letterheadAt(this.convention, report, report.on));
    return answerTable(reply, format, listsFileName(report, query.landlord), listsTable(report), workbook);
  }

  @Post()
  @Needs('establish-list')
  @ApiOperation({
    summary: 'Établir la liste d’un bailleur',
    description:
      'Ses résidences notées 4 ou 5 au jour de la liste, d’après tout ce qui est enregistré. Ce qui est établi n’est pas réécrit : une nouvelle liste a un autre jour.',
  })
  @ApiRequestKey()
  @ApiCreatedResponse({ type: ListReceiptDto, description: 'Liste établie' })
  @ApiOkResponse({ type: ListReceiptDto, description: 'La même liste du même jour était établie' })
  @ApiProblems(
    'malformed-json',
    'invalid-request',
    'not-authenticated',
    'not-allowed',
    'scope-not-allowed',
    'unknown-landlord',
    'list-already-established',
    'recording-conflict',
    'unsupported-media-type',
    'list-in-future',
    'list-empty',
    'idempotency-key-reused',
    'unexpected',
    'projection-late',
  )
  async establish(
    @Body() body: ListBodyDto,
    @RequestKeyOf() key: string | undefined,
    @CurrentActor() actor: Actor,
    @CurrentCorrelation() correlation: Correlation,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ListReceipt | Refusal> {
    const receipt = await this.commands.execute(new EstablishPriorityList(givenListing(body), actor, key, correlation));
    if (!isRefusal(receipt)) void reply.status(receipt.outcome === 'recorded' ? 201 : 200);
    return receipt;
  }
}
