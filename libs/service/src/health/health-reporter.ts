import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { withTimeout } from '#concurrency';
import type { Head } from '#event-store';
import { Installation } from '#installation';
import type { ProcessStatus, RunnerStatus } from '#processing';

/** The part of a projection's status that the health report shows. Nothing in it is secret. */
export type ProjectionHealth = Pick<
  RunnerStatus,
  'name' | 'version' | 'position' | 'lagEvents' | 'lagSeconds' | 'parked' | 'rebuilding' | 'failure'
>;

/** The same for a process manager, with the number of commands to send now and of timers. */
export type ProcessHealth = Omit<ProjectionHealth, 'rebuilding'> & Pick<ProcessStatus, 'due' | 'timers'>;

/** `unusable`: the file of the keys is damaged, or their master key is gone. */
type KeysState = 'present' | 'lost' | 'unusable';

export interface HealthReport {
  readonly status: 'ok' | 'unavailable';
  /** `lost` where there is a history without its keys: restore them from a backup. */
  readonly keys: KeysState;
  /** The last event recorded; null where there is none, or where the store does not answer. */
  readonly head: Head | null;
  readonly projections: readonly ProjectionHealth[];
  /** They delay no answer: if one is late or stopped, the status of the service is still `ok`. */
  readonly processManagers: readonly ProcessHealth[];
  /** By how many milliseconds the timers of the process were late since the last report. */
  readonly eventLoopDelayMs: { readonly mean: number; readonly p99: number; readonly max: number };
}

const RESOLUTION = 20;
const TIMEOUT_MS = 2_000;

@Injectable()
export class HealthReporter implements OnApplicationShutdown {
  private readonly delay: IntervalHistogram = monitorEventLoopDelay({ resolution: RESOLUTION });

  constructor(private readonly installation: Installation) {
    this.delay.enable();
  }

  onApplicationShutdown(): void {
    this.delay.disable();
  }

  async report(): Promise<HealthReport> {
    const eventLoopDelayMs = this.takeDelay();
    try {
      const asked = await withTimeout(TIMEOUT_MS, () => this.ask());
      const ready = asked.keys === 'present' && asked.projections.every(({ failure }) => failure === null);
      return { status: ready ? 'ok' : 'unavailable', ...asked, eventLoopDelayMs };
    } catch {
      const nothing = { head: null, keys: 'present', projections: [], processManagers: [] } as const;
      return { status: 'unavailable', ...nothing, eventLoopDelayMs };
    }
  }

  private async ask(): Promise<Omit<HealthReport, 'status' | 'eventLoopDelayMs'>> {
    const { installation } = this;
    const { engine, eventStore } = installation;
    const answers = [eventStore.head(), this.keys(), engine.statusAll(), installation.processStatuses()] as const;
    const [head, keys, projections, processes] = await Promise.all(answers);
    return {
      head,
      keys,
      projections: projections.map(healthOf),
      processManagers: processes.map(processHealthOf),
    };
  }

  private async keys(): Promise<KeysState> {
    if (await this.installation.hasLostKeys()) return 'lost';
    return (await this.installation.keysFailure()) === null ? 'present' : 'unusable';
  }

  private takeDelay(): HealthReport['eventLoopDelayMs'] {
    const { mean, max } = this.delay;
    const taken = { mean: late(mean), p99: late(this.delay.percentile(99)), max: late(max) };
    this.delay.reset();
    return taken;
  }
}

function healthOf({ name, version, position, lagEvents, lagSeconds, parked, rebuilding, failure }: RunnerStatus) {
  return { name, version, position, lagEvents, lagSeconds, parked, rebuilding, failure };
}

function processHealthOf(status: ProcessStatus): ProcessHealth {
  const { rebuilding: _rebuilding, ...health } = healthOf(status);
  return { ...health, due: status.due, timers: status.timers };
}

/** The histogram counts the nanoseconds between two ticks. The part above its own period is the delay. */
function late(nanoseconds: number): number {
  const milliseconds = nanoseconds / 1e6 - RESOLUTION;
  return Number.isFinite(milliseconds) ? Math.max(0, Math.round(milliseconds * 10) / 10) : 0;
}
