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

/** Raise what a residence or a landlord is to be reminded of today, by these delays; null where it is nothing. */
export interface RaiseReminder extends DatedDelays {
  /** The code of the residence, or of the landlord. */
  readonly of: string;
  readonly reminder: RaisedReminder | null;
}

/**
 * A reminder is raised once for its last day and status. It holds from the day on which it fell due, but not from before these delays.
 * What is no longer due (a survey was made meanwhile) raises none. What was never made fell due on no day: the report says that it is
 * missing, and no event does.
 */
export function raiseReminder<Event extends DomainEvent>(
  { of, reminder, from, delays }: RaiseReminder,
  raised: readonly RaisedReminder[],
  eventOf: (of: string, reminder: RaisedReminder) => Event,
): Decision<DecidedEvent<Event>> {
  if (!reminder || reminder.lastDay === null) return [];
  const { status, lastDay } = reminder;
  if (raised.some((before) => before.status === status && before.lastDay === lastDay)) return [];
  const effectiveDay = later(fellDueOn({ status, lastDay }, delays), from);
  return [{ ...eventOf(of, { status, lastDay }), effectiveDay }];
}

/** The reminders of one residence's surveys. */
export const SURVEY_REMINDER: Aggregate<RaiseReminder, readonly RaisedReminder[], SurveyReminderRaised> = {
  events: SURVEY_REMINDERS,
  initial: [],
  evolve: (raised, { data }) => [...raised, data],
  idOf: ({ of }) => of,
  decide: (command, raised) => raiseReminder(command, raised, surveyReminder),
};

/** The reminders of one landlord's lists. */
export const LIST_REMINDER: Aggregate<RaiseReminder, readonly RaisedReminder[], ListReminderRaised> = {
  events: LIST_REMINDERS,
  initial: [],
  evolve: (raised, { data }) => [...raised, data],
  idOf: ({ of }) => of,
  decide: (command, raised) => raiseReminder(command, raised, listReminder),
};

function surveyReminder(residence: string, reminder: RaisedReminder): SurveyReminderRaised {
  return { type: 'SurveyReminderRaised', data: { residence, ...reminder } };
}

function listReminder(landlord: string, reminder: RaisedReminder): ListReminderRaised {
  return { type: 'ListReminderRaised', data: { landlord, ...reminder } };
}
