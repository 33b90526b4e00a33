import { FIRST_VERSION, RecordDefinition, StreamDefinition, type EventOf } from '#event-store';
import type { AmendmentFacts, ConventionFacts } from './convention';

/** Upper bounds of the first three income quartiles of a year: cents a year for each consumption unit. */
export interface ThresholdFacts {
  readonly year: number;
  readonly q1: number;
  readonly q2: number | null;
  readonly q3: number | null;
}

export const THRESHOLD_STREAMS = new RecordDefinition({
  category: 'threshold',
  declared: 'ThresholdSet',
  corrected: 'ThresholdCorrected',
  id: ({ year }: ThresholdFacts) => String(year),
});

export type ThresholdEvent = EventOf<typeof THRESHOLD_STREAMS>;

/** The whole convention of the territory, without its amendments: the first event of its stream. */
export interface ConventionAdopted {
  readonly type: 'ConventionAdopted';
  readonly data: ConventionFacts;
}

/** One amendment, after those recorded before it. */
export interface ConventionAmended {
  readonly type: 'ConventionAmended';
  readonly data: AmendmentFacts;
}

export type ConventionEvent = ConventionAdopted | ConventionAmended;

export const CONVENTION_STREAM = new StreamDefinition<ConventionEvent>({
  category: 'convention',
  single: true,
  types: { ConventionAdopted: FIRST_VERSION, ConventionAmended: FIRST_VERSION },
});
