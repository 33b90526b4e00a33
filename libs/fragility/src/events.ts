import { FIRST_VERSION, RecordDefinition, rowId, StreamDefinition, type EventOf } from '#event-store';
import type { Day, Decimal } from '#kernel';

/** 1 (not fragile) to 5; 4 and 5 make a priority residence. */
export type FragilityNote = 1 | 2 | 3 | 4 | 5;

/** One row of notes: complete by itself, it replaces the residence's previous one from its day on. */
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

/** A residence in the OPS survey of a year. Shares are percentages, exact. */
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

/** One a residence and a day. */
export const NOTE_STREAMS = new RecordDefinition({
  category: 'fragility-note',
  declared: 'FragilityNoted',
  corrected: 'FragilityNoteCorrected',
  id: ({ residence, from }: NoteFacts) => rowId(residence, from),
});

/** One a residence and a year. */
export const SURVEY_STREAMS = new RecordDefinition({
  category: 'fragility-survey',
  declared: 'ResidenceSurveyed',
  corrected: 'ResidenceSurveyCorrected',
  id: ({ residence, year }: SurveyFacts) => rowId(residence, year),
});

export type FragilityEvent = EventOf<typeof NOTE_STREAMS | typeof SURVEY_STREAMS>;

/** A landlord's legal list of its priority residences, as they were noted on its day. */
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

/** One a landlord and a day: `rowId(landlord, on)`. */
export const PRIORITY_LIST_STREAMS = new StreamDefinition<PriorityListEstablished>({
  category: 'priority-list',
  types: { PriorityListEstablished: FIRST_VERSION },
});
