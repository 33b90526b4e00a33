import type { Changes } from '#kernel';
import type { AmendmentFacts, ConventionFacts } from './convention';

/** Upper bounds of the first three income quartiles of a year: cents a year for each consumption unit. Stream `threshold-<year>`. */
export interface ThresholdFacts {
  readonly year: number;
  readonly q1: number;
  readonly q2: number | null;
  readonly q3: number | null;
}

export type ThresholdEvent =
  | { readonly type: 'ThresholdSet'; readonly data: ThresholdFacts }
  | { readonly type: 'ThresholdCorrected'; readonly data: { readonly changes: Changes<ThresholdFacts> } };

/** The convention of the territory, whole, but its amendments. Stream `convention`, first event. */
export interface ConventionAdopted {
  readonly type: 'ConventionAdopted';
  readonly data: ConventionFacts;
}

/** One amendment, after those recorded before it. Stream `convention`. */
export interface ConventionAmended {
  readonly type: 'ConventionAmended';
  readonly data: AmendmentFacts;
}

export type ConventionEvent = ConventionAdopted | ConventionAmended;

export const CONVENTION_STREAM = 'convention';
