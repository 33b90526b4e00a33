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
  /** Why the commune gives its note: about the dwellings, never about people. Files have no comments, so an absent field means none. */
  readonly communeComment?: string | null;
  readonly landlordComment?: string | null;
  /** The meeting where the final note was agreed. Files give only its ground, so an absent field means unknown. */
  readonly meeting?: ConsensusMeeting | null;
}

/** The bodies that may attend a meeting. Never a person's name. */
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
  /** In the order of `MEETING_BODIES`, each once. */
  readonly attendees: readonly MeetingBody[];
}

/** The OPS survey of a residence in a year. Shares are exact percentages. */
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
  /** Events recorded before these columns existed lack both fields. Absent means unknown, as null does. */
  readonly underOccupied?: Decimal | null;
  readonly overOccupied?: Decimal | null;
}

/** One stream for each residence and day. */
export const NOTE_STREAMS = new RecordDefinition({
  category: 'fragility-note',
  declared: 'FragilityNoted',
  corrected: 'FragilityNoteCorrected',
  id: ({ residence, from }: NoteFacts) => rowId(residence, from),
});

/** One stream for each residence and year. */
export const SURVEY_STREAMS = new RecordDefinition({
  category: 'fragility-survey',
  declared: 'ResidenceSurveyed',
  corrected: 'ResidenceSurveyCorrected',
  id: ({ residence, year }: SurveyFacts) => rowId(residence, year),
});

export type FragilityEvent = EventOf<typeof NOTE_STREAMS | typeof SURVEY_STREAMS>;

/** The legal list of a landlord's priority residences, with their notes on the day of the list. */
export interface PriorityListFacts {
  readonly landlord: string;
  readonly on: Day;
  /** The last day on which the list is valid. */
  readonly lastDay: Day;
  /** In the order of their codes. */
  readonly residences: readonly { readonly residence: string; readonly note: FragilityNote }[];
}

export interface PriorityListEstablished {
  readonly type: 'PriorityListEstablished';
  readonly data: PriorityListFacts;
}

/** One stream for each landlord and day: `rowId(landlord, on)`. */
export const PRIORITY_LIST_STREAMS = new StreamDefinition<PriorityListEstablished>({
  category: 'priority-list',
  types: { PriorityListEstablished: FIRST_VERSION },
});
