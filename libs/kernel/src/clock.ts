import { instantOf, type Instant } from './day';

/** Where the time comes from: the one door through which the wall clock enters. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => instantOf(Date.now()) };
