import { Controller, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#access';
import { ApiProblems, CurrentActor, CurrentCorrelation, Needs, ProblemError } from '#http';
import { Installation } from '#installation';
import { sleep, withTimeout } from '#concurrency';
import type { Position } from '#event-store';
import { isRefusal, type Correlation, type JsonObject, type Refusal } from '#kernel';
import type { LeaseReport } from '../lease-rows/lease-rows';
import { RecordLeaseRow } from '../lease-rows/record-lease-row';
import { ApiLeaseRefused, ApiLeaseRequest, LeaseAnswerDto } from './lease.dto';
import { leaseRequestOf } from './lease-request';

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
