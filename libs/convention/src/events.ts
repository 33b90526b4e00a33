import type { Changes } from '#kernel';

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
