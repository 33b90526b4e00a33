import { FIRST_VERSION, StreamDefinition } from '#event-store';
import type { Day } from '#kernel';

/** A survey or a list must be renewed: soon (`due`), or it should have been already (`late`). */
export interface RaisedReminder {
  readonly status: 'due' | 'late';
  /** The last day on which the present survey or list serves; null where there is none. */
  readonly lastDay: Day | null;
}

/** The survey of a residence must be renewed. Raised once for each last day and status. Stream `surveyreminder-<residence>`. */
export interface SurveyReminderRaised {
  readonly type: 'SurveyReminderRaised';
  readonly data: RaisedReminder & { readonly residence: string };
}

/** A landlord's list of priority residences must be renewed. Raised once for each last day and status. Stream `listreminder-<landlord>`. */
export interface ListReminderRaised {
  readonly type: 'ListReminderRaised';
  readonly data: RaisedReminder & { readonly landlord: string };
}

export const SURVEY_REMINDERS = new StreamDefinition<SurveyReminderRaised>({
  category: 'surveyreminder',
  types: { SurveyReminderRaised: FIRST_VERSION },
});

export const LIST_REMINDERS = new StreamDefinition<ListReminderRaised>({
  category: 'listreminder',
  types: { ListReminderRaised: FIRST_VERSION },
});
