import { FIRST_VERSION, StreamDefinition } from '#event-store';
import type { Changes, Day, Decimal } from '#kernel';

/** 1 (not fragile) to 5; 4 and 5 make a priority residence. */
export type FragilityNote = 1 | 2 | 3 | 4 | 5;

/** One row of notes: complete by itself, it replaces the residence's previous one from its day on. Stream `fragility-note-<residence>@<day>`. */
export interface NoteFacts {
  readonly residence: string;
  readonly from: Day;
  readonly statistical: FragilityNote | null;
  readonly commune: FragilityNote | null;
  readonly landlord: FragilityNote | null;
  readonly final: FragilityNote | null;
  readonly consensus: string | null;
  /** Why the commune notes as it does, about the dwellings and never about people. Files tell none: absent is none. */
  readonly communeComment?: string | null;
  readonly landlordComment?: string | null;
  /** Where the final note was agreed. Files tell its ground alone: absent is unknown. */
  readonly meeting?: ConsensusMeeting | null;
}

/** Who may sit at a meeting, as bodies: never a person's name. */
export const MEETING_BODIES = [
  'commune',
  'landlord',
  'epci',
  'state',
  'departement',
  'action-logement',
  'holder',
  'tenants',
  'social-support',
  'caretaker',
] as const;
export type MeetingBody = (typeof MEETING_BODIES)[number];

export interface ConsensusMeeting {
  readonly heldOn: Day;
  /** In the order of the list, each once. */
  readonly attendees: readonly MeetingBody[];
}

/** A residence in the OPS survey of a year. Shares are percentages, exact. Stream `fragility-survey-<residence>@<year>`. */
export interface SurveyFacts {
  readonly residence: string;
  readonly year: number;
  readonly dwellings: number;
  readonly responseRate: Decimal;
  /** Households under 40 % of the PLUS ceiling. */
  readonly veryLowIncome: Decimal;
  readonly adultsInWork: Decimal;
  readonly largeFamilies: Decimal;
  readonly singleParents: Decimal;
  readonly minors: Decimal;
  /** Absent from events recorded before these columns were read: unknown, as null is. */
  readonly underOccupied?: Decimal | null;
  readonly overOccupied?: Decimal | null;
}

export type FragilityEvent =
  | { readonly type: 'FragilityNoted'; readonly data: NoteFacts }
  | { readonly type: 'FragilityNoteCorrected'; readonly data: { readonly changes: Changes<NoteFacts> } }
  | { readonly type: 'ResidenceSurveyed'; readonly data: SurveyFacts }
  | { readonly type: 'ResidenceSurveyCorrected'; readonly data: { readonly changes: Changes<SurveyFacts> } };

/** A landlord's legal list of its priority residences, as they were noted on its day. Stream `priority-list-<landlord>@<day>`. */
export interface PriorityListFacts {
  readonly landlord: string;
  readonly on: Day;
  /** The last day on which it holds. */
  readonly lastDay: Day;
  /** In the order of their codes. */
  readonly residences: readonly { readonly residence: string; readonly note: FragilityNote }[];
}

export interface PriorityListEstablished {
  readonly type: 'PriorityListEstablished';
  readonly data: PriorityListFacts;
}

/** One a residence and day from which its notes hold. */
export const NOTE_STREAMS = new StreamDefinition<
  Extract<FragilityEvent, { readonly data: unknown; readonly type: `FragilityNote${string}` }>
>({
  category: 'fragility-note',
  types: { FragilityNoted: FIRST_VERSION, FragilityNoteCorrected: FIRST_VERSION },
});

/** One a landlord and day of its list. */
export const PRIORITY_LIST_STREAMS = new StreamDefinition<PriorityListEstablished>({
  category: 'priority-list',
  types: { PriorityListEstablished: FIRST_VERSION },
});
