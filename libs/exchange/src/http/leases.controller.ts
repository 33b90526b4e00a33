import type { Actor } from '#access';
import { sleep, withTimeout } from '#concurrency';
import type { Position } from '#event-store';
import {
  ApiProblems,
  CurrentActor,
  CurrentCorrelation,
  invalidRequest,
  Needs,
  ProblemError,
  readRequestKey,
  type ParameterFault,
} from '#http';
import { Installation } from '#installation';
import { isRefusal, type Correlation, type JsonObject, type Refusal } from '#kernel';
import { Controller, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RecordLeaseRow, type LeaseReport, type LeaseRow } from '../lease-rows/lease-rows';
import { ApiLeaseRefused, ApiLeaseRequest, LeaseAnswerDto } from './lease.dto';

/** After this time the caller gets an answer anyway: the lease is recorded. */
const TIMEOUT_MS = 10_000;
const POLL_MS = 50;

@ApiTags('Attributions')
@ApiBearerAuth()
@Controller('api/allocations')
export class LeasesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly installation: Installation,
  ) {}

  @Post()
  @Needs('record-lease')
  @ApiOperation({
    summary: 'Enregistrer un bail signé',
    description:
      'Comme une ligne de attributions.csv : les mêmes contrôles, le même événement. Le bail est entier : ce qui est absent devient inconnu. Toutes les erreurs sont données à la fois, et rien n’est alors écrit.',
  })
  @ApiLeaseRequest()
  @ApiCreatedResponse({ type: LeaseAnswerDto, description: 'Bail enregistré' })
  @ApiOkResponse({ type: LeaseAnswerDto, description: 'Bail déjà connu : corrigé, annulé, ou inchangé' })
  @ApiLeaseRefused()
  @ApiProblems(
    'malformed-json',
    'invalid-request',
    'not-authenticated',
    'not-allowed',
    'scope-not-allowed',
    'lease-conflict',
    'household-erased',
    'request-too-large',
    'unsupported-media-type',
    'unexpected',
    'keys-busy',
  )
  async record(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @CurrentCorrelation() correlation: Correlation,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LeaseAnswerDto | Refusal> {
    const { wait, ...row } = leaseRequestOf(request);
    const report = await this.commands.execute(new RecordLeaseRow(row, actor, correlation));
    if (isRefusal(report)) return report;
    if (!report.recorded) throw refused(report);
    const { allocation, outcome, revision, position } = report.receipt;
    void reply.status(outcome === 'signed' ? 201 : 200);
    const answer = { id: allocation, outcome, revision, position, warnings: report.warnings };
    return wait ? { ...answer, shown: await isShown(this.installation, position) } : answer;
  }
}

/** The problem of a refused lease, with its faults by column. */
function refused({ faults, warnings }: LeaseReport & { readonly recorded: false }): ProblemError {
  const cells = { faults, warnings } as unknown as JsonObject;
  return new ProblemError('lease-refused', { faults: faults.length }, cells as Record<string, never>);
}

/** True when every projection has read the position; false where this takes too long. */
function isShown(installation: Installation, position: Position): Promise<boolean> {
  return withTimeout(TIMEOUT_MS, (signal) => whenShown(installation, position, signal)).then(
    () => true,
    () => false,
  );
}

/** A process that does not run the projections looks at the checkpoints of the processes that do. */
async function whenShown(
  { engine, keepsModels }: Installation,
  position: Position,
  signal: AbortSignal,
): Promise<void> {
  if (keepsModels) return engine.waitForAll(position);
  while (!signal.aborted && !(await engine.showAll(position))) await sleep(POLL_MS, signal);
}

/** A request to record a lease. */
export interface LeaseRequest extends LeaseRow {
  /** Whether to answer only when figures and lists show the lease. */
  readonly wait: boolean;
}

const JSON_TYPE = /^application\/json(?:;|$)/i;

/**
 * Reads the request without class-validator: this route may get thousands of requests a second, and its columns have their own readers.
 * @throws ProblemError `unsupported-media-type`, `invalid-request`
 */
export function leaseRequestOf({ body, query, headers }: FastifyRequest): LeaseRequest {
  if (!JSON_TYPE.test(headers['content-type'] ?? '')) throw new ProblemError('unsupported-media-type');
  const faults: ParameterFault[] = [];
  const wait = readWait(query as Readonly<Record<string, unknown>>, faults);
  const requestKey = readRequestKey(headers, faults);
  if (!isObject(body))
    faults.push({ parameter: 'body', value: shown(body), expected: 'un objet JSON, une colonne par membre' });
  if (faults.length > 0) throw invalidRequest(faults);
  return { fields: body as LeaseRow['fields'], wait, requestKey };
}

function readWait(query: Readonly<Record<string, unknown>>, faults: ParameterFault[]): boolean {
  for (const [parameter, value] of Object.entries(query)) {
    if (parameter === 'wait' && (value === 'true' || value === 'false')) continue;
    const expected = parameter === 'wait' ? 'une valeur parmi true, false' : 'aucun autre paramètre que wait';
    faults.push({ parameter: shown(parameter), value: shown(value), expected });
  }
  return query['wait'] === 'true';
}

function isObject(body: unknown): boolean {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}

function shown(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 100);
}
