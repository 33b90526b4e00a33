import type { Day } from '#kernel';
import type { RaisedReminder } from './events';
import { fellDueOn, later, type DatedDelays } from './reminder-days';

/** A day, and the delays by which it is judged what is due on it. */
export interface Today extends DatedDelays {
  readonly today: Day;
}

/**
 * What is to be reminded of today, unless it was already: a reminder is raised once for its last day and status, and what is no longer
 * due (a survey was made meanwhile) raises none. It holds from the day on which it fell due, but not from before these delays. What was
 * never made falls due on no day: the report says that it is missing, and no event does.
 */
export function raiseReminder(
  reminder: RaisedReminder | null,
  raised: readonly RaisedReminder[],
  { from, delays }: DatedDelays,
): readonly { readonly reminder: RaisedReminder; readonly effectiveDay: Day }[] {
  if (!reminder || reminder.lastDay === null) return [];
  const { status, lastDay } = reminder;
  if (raised.some((before) => before.status === status && before.lastDay === lastDay)) return [];
  return [{ reminder: { status, lastDay }, effectiveDay: later(fellDueOn({ status, lastDay }, delays), from) }];
}
