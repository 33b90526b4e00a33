import { withTimeout } from '#concurrency';
import type { Installation } from '#installation';
import type { RunnerStatus } from '#processing';

/** Why a process should get no requests for now. The codes are for programs; docs/operations.md says what to do. */
export type Unreadiness = 'stopping' | 'stores-unavailable' | 'projection-failed' | 'projection-late';

export interface ReadinessReport {
  readonly ready: boolean;
  readonly reasons: readonly Unreadiness[];
}

export interface ReadinessSources {
  /** Reads the head of the event store. */
  head(): Promise<unknown>;
  /** Reads from both stores how far the projections are. */
  statuses(): Promise<readonly Pick<RunnerStatus, 'failure' | 'lagSeconds'>[]>;
}

const TIMEOUT_MS = 2_000;
const READY_LAG_SECONDS = 300;

/**
 * Whether a process can get work: its stores answer, its projections are up to date, and it is not stopping. This is not the same as
 * being alive: a process that is not ready must not be restarted for that reason.
 */
export class Readiness {
  private stopping = false;

  constructor(
    private readonly sources: ReadinessSources,
    private readonly lagSeconds: number,
  ) {}

  /** From now on the process is not ready, even if its stores answer. */
  stop(): void {
    this.stopping = true;
  }

  async check(): Promise<ReadinessReport> {
    const reasons = this.stopping ? (['stopping'] as const) : await this.found();
    return { ready: reasons.length === 0, reasons };
  }

  private async found(): Promise<readonly Unreadiness[]> {
    try {
      const { head, statuses } = this.sources;
      const [projections] = await withTimeout(TIMEOUT_MS, () => Promise.all([statuses(), head()]));
      const reasons: Unreadiness[] = [];
      if (projections.some(({ failure }) => failure !== null)) reasons.push('projection-failed');
      if (projections.some(({ lagSeconds }) => lagSeconds > this.lagSeconds)) reasons.push('projection-late');
      return reasons;
    } catch {
      return ['stores-unavailable'];
    }
  }
}

/** The readiness of a process, from its stores and its projections. */
export function readinessOf({ eventStore, engine }: Installation, lagSeconds = READY_LAG_SECONDS): Readiness {
  return new Readiness({ head: () => eventStore.head(), statuses: () => engine.statusAll() }, lagSeconds);
}
