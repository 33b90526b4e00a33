import type { Clock, Instant } from '#kernel';

/**
 * When events are recorded: by the clock, and never before an event that this process wrote or saw. Processes that write at the
 * same time may still differ by what their clocks do; readers of instants take the running maximum.
 */
export class RecordedTimes {
  private latest = '' as Instant;

  constructor(private readonly clock: Clock) {}

  next(): Instant {
    this.saw(this.clock.now());
    return this.latest;
  }

  saw(instant: Instant): void {
    this.latest = laterOf(this.latest, instant);
  }
}

export function laterOf(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}
