import { addDays, type Day } from './day';

/** The days from the first to the last, both included. Without a last day the period has no end. */
export interface Period {
  readonly firstDay: Day;
  readonly lastDay: Day | null;
}

/** Whether the day is in the period. The day '' is before all others. */
export function holdsOn(day: Day | '', { firstDay, lastDay }: Period): boolean {
  return firstDay <= day && (lastDay === null || day <= lastDay);
}

/** The days on which `holdsOn` changes: the first day, and the day after the last. */
export function changeDaysOf({ firstDay, lastDay }: Period): readonly Day[] {
  return lastDay === null ? [firstDay] : [firstDay, addDays(lastDay, 1)];
}
