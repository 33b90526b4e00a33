import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { ChainWriter } from '#event-store';
import { LeaseKeeper, mongoLeases, type Held, type ProjectionRunner } from '#processing';
import { CodedError } from '#kernel';
import type { Installation } from './installation';

export interface BackgroundWorkOptions {
  /** Told of an error of a piece of work, which is begun again later. */
  readonly onError?: (error: unknown) => void;
  /** How long the work of a dead process waits for another, in milliseconds. Default: 15 s. */
  readonly leaseDuration?: number;
}

/** What goes on beside the answers: following the projections, and extending the chain of a store that does not chain by itself. */
export interface BackgroundWork {
  /** Ends after the batch under way. */
  stop(): Promise<void>;
}

const LEASE_MS = 15_000;
const BEFORE_ANEW_MS = 1_000;

/**
 * Begins it. Where this process is the only one, it resolves once the projections have caught up; where there are several, each piece
 * is done by whoever holds its lease, and it resolves at once.
 */
export async function beginBackgroundWork(
  installation: Installation,
  options: BackgroundWorkOptions = {},
): Promise<BackgroundWork> {
  return installation.keepsModels ? workAlone(installation, options) : new LeasedWork(installation, options);
}

async function workAlone(installation: Installation, { onError }: BackgroundWorkOptions): Promise<BackgroundWork> {
  const chain = installation.chainWriter({ onError });
  chain?.start();
  await installation.engine.startLive();
  return { stop: async () => chain?.stop() };
}

class LeasedWork implements BackgroundWork {
  private readonly keeper: LeaseKeeper;
  private readonly stopping = new AbortController();
  private readonly works: readonly Promise<void>[];

  constructor(
    installation: Installation,
    private readonly options: BackgroundWorkOptions,
  ) {
    const { clock, engine } = installation;
    const { leaseDuration: durationMs = LEASE_MS, onError: onFailure } = options;
    this.keeper = new LeaseKeeper({
      leases: leasesOf(installation),
      holder: newHolder(),
      clock,
      durationMs,
      onFailure,
    });
    const works = engine.all().map((runner) => this.keep(leaseOf(runner), ({ signal }) => runner.followUntil(signal)));
    const chain = installation.chainWriter({ onError: onFailure });
    if (chain) works.push(this.keep('chain', ({ signal }) => extendUntil(signal, chain)));
    this.works = works;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.keeper.stop();
    await Promise.all(this.works);
  }

  /** A work that fails (its store does not answer) gives its lease back, and is tried again a little later, here or elsewhere. */
  private async keep(name: string, work: (held: Held) => Promise<void>): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.keeper.whileLeased(name, work);
      } catch (error) {
        this.options.onError?.(error);
      }
      await wait(BEFORE_ANEW_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

/**
 * Brings every projection up to the head where it is this process's to do: alone in its folder, or under a lease that nobody holds.
 * What another follows is left to it.
 */
export async function catchUpInTurn(installation: Installation): Promise<void> {
  if (installation.keepsModels) return installation.engine.catchUpAll();
  if (!installation.sharedDatabase) return;
  const leases = leasesOf(installation);
  const holder = newHolder();
  for (const runner of installation.engine.all()) {
    const lease = await leases.acquire(leaseOf(runner), holder, LEASE_MS);
    if (lease) await runner.catchUp().finally(() => leases.release(lease));
  }
}

/**
 * Rebuilds a projection beside the live one, then swaps; one process at a time.
 * @throws CodedError `rebuild-under-way`, and as `ProcessingEngine.rebuild`
 */
export async function rebuildProjection(installation: Installation, name: string): Promise<void> {
  const { engine, sharedDatabase, clock } = installation;
  const runner = engine.runner(name);
  if (!sharedDatabase) return runner.rebuild();
  const leases = leasesOf(installation);
  const holder = newHolder();
  const keeper = new LeaseKeeper({ leases, holder, clock, durationMs: LEASE_MS });
  const lease = `rebuild:${name}`;
  if (!(await leases.acquire(lease, holder, LEASE_MS)))
    throw new CodedError('rebuild-under-way', `${name} is being rebuilt`, { name });
  await keeper.whileLeased(lease, () => runner.rebuild()).finally(() => keeper.stop());
}

function leasesOf({ sharedDatabase: database, clock }: Installation): ReturnType<typeof mongoLeases> {
  if (!database) throw new Error('a reader of the folder does no background work');
  return mongoLeases({ database, clock });
}

/** The lease of a projection's followers. */
function leaseOf({ name }: Pick<ProjectionRunner, 'name'>): string {
  return `projection:${name}`;
}

/** A process that comes back after a crash is another holder: it waits for the end of what it held. */
function newHolder(): string {
  return `${hostname()}:${process.pid}:${randomUUID()}`;
}

async function extendUntil(signal: AbortSignal, chain: ChainWriter): Promise<void> {
  chain.start();
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  await chain.stop();
}
