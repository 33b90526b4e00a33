import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { ChainWriter } from '#event-store';
import { LeasedWork, MongodbLeases, type ProjectionRunner } from '#processing';
import type { Installation } from './installation';

export interface BackgroundWorkOptions {
  /** An error of a piece of work, which is begun again later. */
  readonly onError?: (error: unknown) => void;
  /** How long the work of a dead process waits for another, in milliseconds. Default: 10 s. */
  readonly leaseDuration?: number;
}

/** What goes on beside the answers: following the projections, and extending the chain of a store that does not chain by itself. */
export interface BackgroundWork {
  /** Ends after the batch under way. */
  stop(): Promise<void>;
}

const LEASE_MS = 10_000;

/**
 * Begins it. Where this process is the only one, it resolves once the projections have caught up; where there are several, each piece
 * is done by whoever holds its lease, and it resolves at once.
 */
export async function beginBackgroundWork(
  installation: Installation,
  options: BackgroundWorkOptions = {},
): Promise<BackgroundWork> {
  return installation.keepsModels ? workAlone(installation, options) : workUnderLeases(installation, options);
}

async function workAlone(installation: Installation, { onError }: BackgroundWorkOptions): Promise<BackgroundWork> {
  const chain = installation.chainWriter({ onError });
  chain?.start();
  await installation.engine.startLive();
  return { stop: async () => chain?.stop() };
}

function workUnderLeases(installation: Installation, options: BackgroundWorkOptions): BackgroundWork {
  const { sharedDatabase, clock, engine } = installation;
  if (!sharedDatabase) throw new Error('a reader of the folder does no background work');
  const { onError, leaseDuration: duration = LEASE_MS } = options;
  const leases = new MongodbLeases(sharedDatabase, clock);
  const holder = newHolder();
  const leased = (name: string, work: (signal: AbortSignal) => Promise<void>): LeasedWork =>
    new LeasedWork({ leases, name, holder, duration, work, onError });
  const works = engine.all().map((runner) => leased(leaseOf(runner), (signal) => runner.followUntil(signal)));
  const chain = installation.chainWriter({ onError });
  if (chain) works.push(leased('chain', (signal) => extendUntil(signal, chain)));
  works.forEach((work) => work.start());
  return { stop: async () => void (await Promise.all(works.map((work) => work.stop()))) };
}

/**
 * Brings every projection up to the head where it is this process's to do: alone in its folder, or under a lease that nobody holds.
 * What another follows is left to it.
 */
export async function catchUpInTurn(installation: Installation): Promise<void> {
  const { keepsModels, sharedDatabase, engine, clock } = installation;
  if (keepsModels) return engine.catchUpAll();
  if (!sharedDatabase) return;
  const leases = new MongodbLeases(sharedDatabase, clock);
  const holder = newHolder();
  for (const runner of engine.all()) {
    const lease = await leases.acquire(leaseOf(runner), holder, LEASE_MS);
    if (lease) await runner.catchUp().finally(() => leases.release(lease));
  }
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
