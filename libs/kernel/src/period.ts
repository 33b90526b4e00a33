import { addDays, type Day } from './day';

/** Days from the first to the last, both included; without a last day, all that follow. */
export interface Period {
  readonly firstDay: Day;
  readonly lastDay: Day | null;
}

/** Whether the day is one of the period's. The day '' is before every other. */
export function holdsOn(day: Day | '', { firstDay, lastDay }: Period): boolean {
  return firstDay <= day && (lastDay === null || day <= lastDay);
}

/** The days on which `holdsOn` changes: the first day, and the day after the last. */
export function changeDaysOf({ firstDay, lastDay }: Period): readonly Day[] {
  return lastDay === null ? [firstDay] : [firstDay, addDays(lastDay, 1)];
}
