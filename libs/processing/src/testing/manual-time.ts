import type { Timers } from '#concurrency';
import { instantOf, type Clock, type Instant } from '#kernel';

interface Timer {
  readonly due: number;
  readonly run: () => void;
}

/** The timers of one process. A test may freeze them while the time goes on. */
export interface ProcessTimers extends Timers {
  /** Stops the timers, as in a process that is paused or dead. */
  freeze(): void;
  /** Starts the timers again. Those that came due in between run late, at the next advance. */
  thaw(): void;
}

/** Time that only a test moves. */
export class ManualTime implements Clock {
  private milliseconds = Date.parse('2026-01-01T00:00:00Z');
  private readonly processes: { frozen: boolean; timers: Set<Timer> }[] = [];

  now(): Instant {
    return instantOf(this.milliseconds);
  }

  timers(): ProcessTimers {
    const process = { frozen: false, timers: new Set<Timer>() };
    this.processes.push(process);
    return {
      after: (delay, run) => {
        const timer = { due: this.milliseconds + delay, run };
        process.timers.add(timer);
        return () => void process.timers.delete(timer);
      },
      freeze: () => void (process.frozen = true),
      thaw: () => void (process.frozen = false),
    };
  }

  /** Moves the time, and runs the timers that come due in their order, with all that follows from them. */
  async advance(by: number): Promise<void> {
    const until = this.milliseconds + by;
    await settle();
    for (let next = this.next(until); next; next = this.next(until)) {
      const { process, timer } = next;
      process.timers.delete(timer);
      this.milliseconds = Math.max(this.milliseconds, timer.due);
      timer.run();
      await settle();
    }
    this.milliseconds = until;
  }

  private next(until: number) {
    const waiting = this.processes
      .filter((process) => !process.frozen)
      .flatMap((process) => [...process.timers].map((timer) => ({ process, timer })))
      .filter(({ timer }) => timer.due <= until);
    return waiting.sort((a, b) => a.timer.due - b.timer.due)[0];
  }
}

/** Lets everything that is ready happen. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 5; round++) await new Promise((resolve) => setImmediate(resolve));
}
