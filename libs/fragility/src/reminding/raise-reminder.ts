import type { Aggregate, DecidedEvent } from '#deciding';
import type { DomainEvent } from '#event-store';
import type { Decision } from '#kernel';
import {
  LIST_REMINDERS,
  SURVEY_REMINDERS,
  type ListReminderRaised,
  type RaisedReminder,
  type SurveyReminderRaised,
} from './events';
import { fellDueOn, later, type DatedDelays } from './reminder-days';

/** Raises today's reminder of a residence or a landlord, by these delays. */
export interface RaiseReminder extends DatedDelays {
  /** The code of the residence, or of the landlord. */
  readonly subject: string;
  /** Null where there is nothing to renew. */
  readonly reminder: RaisedReminder | null;
}

/**
 * Raises a reminder once for its last day and status. The reminder holds from the day on which the renewal fell due, but not before the
 * day of these delays. No reminder is raised for a renewal that is no longer due: a survey was made in the meantime. A survey or a list that
 * was never made fell due on no day: only the report says that it is missing.
 */
export function raiseReminder<Event extends DomainEvent>(
  { subject, reminder, from, delays }: RaiseReminder,
  raised: readonly RaisedReminder[],
  eventOf: (subject: string, reminder: RaisedReminder) => Event,
): Decision<DecidedEvent<Event>> {
  if (!reminder || reminder.lastDay === null) return [];
  const { status, lastDay } = reminder;
  if (raised.some((before) => before.status === status && before.lastDay === lastDay)) return [];
  const effectiveDay = later(fellDueOn({ status, lastDay }, delays), from);
  return [{ ...eventOf(subject, { status, lastDay }), effectiveDay }];
}

/** The reminders of one residence's surveys. */
export const SURVEY_REMINDER: Aggregate<RaiseReminder, readonly RaisedReminder[], SurveyReminderRaised> = {
  events: SURVEY_REMINDERS,
  initial: [],
  evolve: (raised, { data }) => [...raised, data],
  idOf: ({ subject }) => subject,
  decide: (command, raised) => raiseReminder(command, raised, surveyReminder),
};

/** The reminders of one landlord's lists. */
export const LIST_REMINDER: Aggregate<RaiseReminder, readonly RaisedReminder[], ListReminderRaised> = {
  events: LIST_REMINDERS,
  initial: [],
  evolve: (raised, { data }) => [...raised, data],
  idOf: ({ subject }) => subject,
  decide: (command, raised) => raiseReminder(command, raised, listReminder),
};

function surveyReminder(residence: string, reminder: RaisedReminder): SurveyReminderRaised {
  return { type: 'SurveyReminderRaised', data: { residence, ...reminder } };
}

function listReminder(landlord: string, reminder: RaisedReminder): ListReminderRaised {
  return { type: 'ListReminderRaised', data: { landlord, ...reminder } };
}
