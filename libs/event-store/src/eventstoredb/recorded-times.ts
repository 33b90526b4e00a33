import type { Clock, Instant } from '#kernel';
import { laterOf } from '../history';

/**
 * Gives the recorded times of new events: the time of the clock, but never before an event that this process wrote or
 * read. Processes that write at the same time may still differ by as much as their clocks do, so readers compare
 * instants with the running maximum.
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
