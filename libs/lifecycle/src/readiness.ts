import { withTimeout } from '#concurrency';
import type { Installation } from '#installation';
import type { RunnerStatus } from '#processing';

/** Why a process should be sent nothing for now. The words are for programs; docs/operations.md says what to do. */
export type Unreadiness = 'stopping' | 'stores-unavailable' | 'projection-failed' | 'projection-late';

export interface ReadinessReport {
  readonly ready: boolean;
  readonly reasons: readonly Unreadiness[];
}

export interface ReadinessSources {
  /** Asks the event store for its head. */
  head(): Promise<unknown>;
  /** Asks both stores where the projections are. */
  statuses(): Promise<readonly Pick<RunnerStatus, 'failure' | 'lagSeconds'>[]>;
}

const TIMEOUT_MS = 2_000;
const READY_LAG_SECONDS = 300;

/**
 * Whether a process can be sent work: its stores answer, its projections follow, and it is not stopping. Another question than whether
 * it lives: a process that is not ready must not be restarted for it.
 */
export class Readiness {
  private stopping = false;

  constructor(
    private readonly sources: ReadinessSources,
    private readonly lagSeconds: number,
  ) {}

  /** From now on it is not ready, whatever its stores say. */
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

/** By what its stores and its projections say. */
export function readinessOf({ eventStore, engine }: Installation, lagSeconds = READY_LAG_SECONDS): Readiness {
  return new Readiness({ head: () => eventStore.head(), statuses: () => engine.statusAll() }, lagSeconds);
}
