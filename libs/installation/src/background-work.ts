import { sleep } from '#concurrency';
import { LeaseKeeper, type Held } from '#processing';
import type { Installation } from './installation';
import { leasesOf, LEASE_MS, newHolder } from './shared-leases';

/** A piece of what goes on beside the answers, which one process does at a time. */
export interface BackgroundWork {
  /** By which its lease is known. */
  readonly name: string;
  /**
   * Works until the signal, and ends after the piece under way. It says when it has begun: a process that is alone waits for that
   * before it answers anybody.
   * @throws what it fails with: it is begun again a little later, here or elsewhere
   */
  run(held: Held, begun: () => void): Promise<void>;
}

export interface WorkOptions {
  /** Told of an error of a piece of work, which goes on or is begun again. */
  readonly onError?: (error: unknown) => void;
}

/** Who contributes pieces of work to an installation: each library its own. */
export type WorkSource = (installation: Installation, options: WorkOptions) => readonly BackgroundWork[];

export interface BackgroundWorkOptions extends WorkOptions {
  /** How long the work of a dead process waits for another, in milliseconds. Default: 15 s. */
  readonly leaseDuration?: number;
}

const BEFORE_ANEW_MS = 1_000;

/** The works of an installation, under way in this process. */
export class BackgroundWorks {
  /**
   * Where this process is the only one, resolves once each has begun, and rejects where one cannot; where there are several, each
   * is done by whoever holds its lease, and it resolves at once.
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
    const { onError } = options;
    const works = sources.flatMap((contribute) => contribute(installation, { onError }));
    this.begun = installation.keepsModels ? this.workAlone(works) : this.workLeased(works, installation);
    // Whoever stops before all have begun does not wait for it.
    this.begun.catch(() => undefined);
  }

  /** Ends each after the piece under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.keeper?.stop();
    await Promise.all(this.running);
  }

  /** Begun one after the other: a projection that catches up with a long past has the process to itself. */
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

  /** A work that ends before it is told to is begun again a little later. */
  private async keep(again: () => Promise<void>, first: Promise<void>): Promise<void> {
    const { signal } = this.stopping;
    for (let work = first; ; work = again()) {
      try {
        await work;
      } catch (error) {
        if (!signal.aborted) this.options.onError?.(error);
      }
      await sleep(BEFORE_ANEW_MS, signal);
      if (signal.aborted) return;
    }
  }
}
