import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { hostname } from 'node:os';
import { sleep } from '#concurrency';
import { LeaseKeeper, mongoLeases, type Held, type Leases } from '#processing';
import type { Installation } from './installation';

/** A piece of work that goes on in the background while requests are answered. One process does it at a time. */
export interface BackgroundWork {
  /** The name of its lease. */
  readonly name: string;
  /**
   * Works until the signal, and ends after the step under way. It calls `begun` when it has begun: the only process of an installation
   * waits for that before it answers requests.
   * @throws the error with which it fails; the work is then begun again a little later, in this process or in another
   */
  run(held: Held, begun: () => void): Promise<void>;
}

export interface WorkOptions {
  /** Called with an error of a piece of work; the work goes on or is begun again. */
  readonly onError?: (error: unknown) => void;
}

/** Gives the pieces of work of one library for an installation. */
export type WorkSource = (installation: Installation, options: WorkOptions) => readonly BackgroundWork[];

export interface BackgroundWorkOptions extends WorkOptions {
  /** After how many milliseconds another process takes over the work of a dead one. Default: 15 s. */
  readonly leaseDuration?: number;
}

const RESTART_MS = 1_000;

/** The background works of an installation in this process. */
export class BackgroundWorks {
  /**
   * Where this process is the only one: resolves once every work has begun, and rejects where one fails to begin. Where there are
   * several processes: resolves at once, and each work is done by the process that holds its lease.
   */
  readonly begun: Promise<void>;
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>[] = [];
  private keeper: LeaseKeeper | undefined;

  constructor(
    installation: Installation,
    sources: readonly WorkSource[],
    private readonly options: BackgroundWorkOptions = {},
  ) {
    // Each work listens for the end: there may be more than the ten from which Node warns of a leak.
    setMaxListeners(0, this.stopping.signal);
    const { onError } = options;
    const works = sources.flatMap((contribute) => contribute(installation, { onError }));
    this.begun = installation.keepsModels ? this.workAlone(works) : this.workLeased(works, installation);
    // A caller that stops before all works have begun does not wait for this promise: its failure must not crash the process.
    this.begun.catch(() => undefined);
  }

  /** Ends every work after its step under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.keeper?.stop();
    await Promise.all(this.running);
  }

  /** Begins the works one after the other, so that a projection that has to read a long history does not share the process. */
  private async workAlone(works: readonly BackgroundWork[]): Promise<void> {
    const { signal } = this.stopping;
    const held: Held = { token: 0, signal, isHeld: () => !signal.aborted };
    for (const { run } of works) {
      if (signal.aborted) return;
      await new Promise<void>((begun, failed) => {
        const first = run(held, begun);
        first.then(begun, failed);
        this.running.push(this.keep(() => run(held, () => undefined), first));
      });
    }
  }

  private async workLeased(works: readonly BackgroundWork[], installation: Installation): Promise<void> {
    const { leaseDuration: durationMs = LEASE_MS, onError: onFailure } = this.options;
    const { clock } = installation;
    const keeper = new LeaseKeeper({
      leases: leasesOf(installation),
      holder: newHolder(),
      clock,
      durationMs,
      onFailure,
    });
    this.keeper = keeper;
    for (const { name, run } of works) {
      const work = () => keeper.whileLeased(name, (held) => run(held, () => undefined));
      this.running.push(this.keep(work, work()));
    }
  }

  /** Begins a work again a little later whenever it ends before `stop`. */
  private async keep(again: () => Promise<void>, first: Promise<void>): Promise<void> {
    const { signal } = this.stopping;
    for (let work = first; ; work = again()) {
      try {
        await work;
      } catch (error) {
        if (!signal.aborted) this.options.onError?.(error);
      }
      await sleep(RESTART_MS, signal);
      if (signal.aborted) return;
    }
  }
}

/** How long a lease lasts unless its holder renews it. */
export const LEASE_MS = 15_000;

/** The leases by which the processes of an installation share the work: each piece is done by the process that holds its lease. */
export function leasesOf({ sharedDatabase: database, clock }: Installation): Leases {
  if (!database) throw new Error('a reader of the folder does no background work');
  return mongoLeases({ database, clock });
}

/** A new name for this process as the holder of leases. After a crash it has another name, so it waits until its old leases expire. */
export function newHolder(): string {
  return `${hostname()}:${process.pid}:${randomUUID()}`;
}
