import { instantOf, type Instant } from './day';

/** The source of the present time. Only `systemClock` reads the system's clock. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => instantOf(Date.now()) };
