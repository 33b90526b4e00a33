import { FIRST_VERSION, StreamDefinition } from '#event-store';
import type { Day } from '#kernel';

/** What is to be made again: soon (`due`), or it should have been (`late`). */
export interface RaisedReminder {
  readonly status: 'due' | 'late';
  /** The last day on which what there is still serves; null where there is nothing. */
  readonly lastDay: Day | null;
}

/** A residence's survey is to be made again. Once for each last day and status. Stream `surveyreminder-<residence>`. */
export interface SurveyReminderRaised {
  readonly type: 'SurveyReminderRaised';
  readonly data: RaisedReminder & { readonly residence: string };
}

/** A landlord's list of priority residences is to be made again. Likewise. Stream `listreminder-<landlord>`. */
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
