import type { Readable } from 'node:stream';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiOperation,
  ApiParam,
  ApiResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#access';
import { Access } from '#accounts/module';
import { ConventionHistory } from '#convention';
import {
  answerTable,
  ApiProblems,
  CurrentActor,
  CurrentCorrelation,
  DEFAULT_LIMIT,
  MEDIA_TYPES,
  Needs,
  requestPipe,
} from '#http';
import { Installation } from '#installation';
import { isRefusal, type Correlation, type Refusal } from '#kernel';
import type { Table } from '#tables';
import { allocationFileName, tableColumns, workbookOf, type TableChoice } from '../exports/allocation-table';
import { isNaming, NAMED_WORDS, namingColumn, type NamedRow, type NamedWord } from '../named/named-columns';
import { AskNamedList, OpenNamedList } from '../named/named-list.commands';
import type { AskedList, NamedList, OpenedFile, OpenedPage } from '../named/named-lists';
import { AllocationFilterDto } from './allocation-filter.dto';
import { criteriaOf } from './allocation-files';
import { allocationsQueryOf } from './allocations-query';
import { NamedLinkDto, NamedListBodyDto, NamedPageDto } from './named-list.dto';

/** Proof asked again of a person, for a file. */
const PROOF = ['second-factor-needed', 'password-needed', 'wrong-proof', 'too-many-attempts'];
const READING = ['not-authenticated', 'not-allowed', 'scope-not-allowed', 'unexpected'];

/** Lists of leases with names. */
@ApiTags('Attributions')
@ApiBearerAuth()
@Controller('api/allocations/named')
export class NamedListsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly convention: ConventionHistory,
    private readonly installation: Installation,
    private readonly access: Access,
  ) {}

  @Post()
  @Needs('read-named-list')
  @ApiOperation({
    summary: 'Demander une liste nominative',
    description:
      'La consultation est d’abord inscrite au journal, pour chaque ménage nommé, avec son motif. La réponse est un lien pour une seule fois, une minute durant, qui n’ouvre qu’à qui l’a demandé.',
  })
  @ApiCreatedResponse({ type: NamedLinkDto, description: 'Inscrite au journal' })
  @ApiProblems(
    'malformed-json',
    'invalid-request',
    'unsupported-media-type',
    'period-reversed',
    'unknown-figure',
    'stale-cursor',
    'named-list-too-long',
    'reading-not-recorded',
    'keys-busy',
    'unknown-position',
    'projection-late',
    ...PROOF,
    ...READING,
  )
  async ask(
    @Body() body: NamedListBodyDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentActor() actor: Actor,
    @CurrentCorrelation() correlation: Correlation,
  ): Promise<NamedLinkDto | Refusal> {
    const filter = await filterOf(body.filter);
    const asked = askedOf(body, filter);
    const unproven = asked.format === 'json' ? undefined : await this.access.refuseUnproven(request, body, reply);
    if (unproven) return unproven;
    const session = await this.sessionOf(request);
    if (isRefusal(session)) return session;
    const how = { session, correlation, atLeast: filter.wait };
    const link = await this.commands.execute(new AskNamedList(asked, actor, how));
    if (isRefusal(link)) return link;
    const { code, ...told } = link;
    return { link: `/api/allocations/named/${code}`, ...told };
  }

  @Get(':list')
  @Needs('read-named-list')
  @ApiOperation({
    summary: 'Ouvrir une liste nominative, une fois',
    description:
      'La page, ou le fichier, que la demande a inscrit. Un lien servi, d’un autre ou trop vieux est inconnu.',
  })
  @ApiExtraModels(NamedPageDto)
  @ApiParam({ name: 'list', description: 'La fin du lien', example: 'Zm9yIG9uZSB1c2Ugb25seSwgdGhlbiBub3RoaW5nIGVsc2U' })
  @ApiResponse({
    status: 200,
    content: {
      'application/json': { schema: { $ref: getSchemaPath(NamedPageDto) } },
      'text/csv': { schema: { type: 'string' }, example: 'numero_attribution;numero_unique;date_bail;…' },
      [MEDIA_TYPES.xlsx]: { schema: { type: 'string', format: 'binary' } },
    },
  })
  @ApiProblems('unknown-list', 'keys-busy', ...READING)
  async open(
    @Param('list') code: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentActor() actor: Actor,
  ): Promise<object | Readable | Refusal> {
    const session = await this.sessionOf(request);
    if (isRefusal(session)) return session;
    const opened = await this.commands.execute(new OpenNamedList(code, actor, session));
    if (isRefusal(opened)) return opened;
    const { asked } = opened;
    return 'page' in opened ? shownPage(opened.page, asked) : this.answerFile(reply, opened.file, asked, actor);
  }

  private async answerFile(reply: FastifyReply, list: OpenedFile, asked: NamedList, actor: Actor): Promise<Readable> {
    const { columns } = asked;
    const format = asked.format === 'csv' ? 'csv' : 'xlsx';
    const labels = asked.labels ? await list.labels() : undefined;
    const choice: TableChoice = {
      columns: columns.filter((word) => !isNaming(word)) as TableChoice['columns'],
      labels,
    };
    const table = namedTable(list, columns, choice);
    const name = `${allocationFileName(list)}-nominative`;
    if (format === 'csv') return answerTable(reply, format, name, table);
    const now = this.installation.clock.now();
    const made = { query: asked.parameters, actor, now };
    const criteria = await criteriaOf(list, made, { columns }, this.convention);
    return answerTable(reply, format, name, table, workbookOf(table, choice, [...criteria, ['Motif', asked.motive]]));
  }

  /** The session that a link is bound to; null for a token. */
  private async sessionOf(request: FastifyRequest): Promise<string | null | Refusal> {
    const { credential } = this.access;
    if (request.headers.authorization !== undefined || !credential.isShownBy(request)) return null;
    const present = await credential.presentIn(request);
    return isRefusal(present) ? present : present.session.id;
  }
}

/** @throws ProblemError `invalid-request` */
async function filterOf(filter: object): Promise<AllocationFilterDto> {
  return (await requestPipe().transform(filter, {
    type: 'body',
    metatype: AllocationFilterDto,
  })) as AllocationFilterDto;
}

function askedOf(body: NamedListBodyDto, filter: AllocationFilterDto): AskedList {
  const { columns = NAMED_WORDS, labels = false, motif, format = 'json', limit = DEFAULT_LIMIT, cursor } = body;
  const { wait: _wait, ...parameters } = filter;
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return {
    list: allocationsQueryOf(filter),
    parameters: Object.fromEntries(given) as AskedList['parameters'],
    columns: columns as readonly NamedWord[],
    labels,
    motive: motif,
    format,
    limit,
    ...(cursor !== undefined && { cursor }),
  };
}

function shownPage({ allocations, ...page }: OpenedPage, { columns }: NamedList): object {
  const shown = allocations.map((row) => Object.fromEntries(columns.map((word) => [word, row[word]])));
  return { allocations: shown, ...page };
}

function namedTable({ pages }: OpenedFile, columns: readonly NamedWord[], choice: TableChoice): Table<NamedRow> {
  const plain = new Map(tableColumns(choice).map((column, at) => [choice.columns[at] as NamedWord, column]));
  return {
    name: 'Attributions',
    columns: columns.map((word) => (isNaming(word) ? namingColumn(word) : plain.get(word)!)),
    rows: rowsOf(pages),
  };
}

async function* rowsOf(pages: OpenedFile['pages']): AsyncGenerator<NamedRow> {
  for await (const page of pages) yield* page;
}
