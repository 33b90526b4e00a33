import { systemClock, type Clock, type Instant } from '#kernel';

/** The clock of the demonstration: it stays at the instant of a stage while the stage is loaded, else it gives the present time. */
export class StagedClock implements Clock {
  private stage: Instant | undefined;

  stayAt(instant: Instant): void {
    this.stage = instant;
  }

  returnToPresent(): void {
    this.stage = undefined;
  }

  now(): Instant {
    return this.stage ?? systemClock.now();
  }
}
