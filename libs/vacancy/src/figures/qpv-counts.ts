import type { QpvStep } from '../projections/model';

/** What a QPV commission did, counted. */
export interface QpvCounts {
  readonly proposals: number;
  readonly endorsements: number;
  readonly deferrals: number;
  /** The deferrals by their motives: those that the territory admits, also with none, then any other found. */
  readonly motives: readonly { readonly motive: string; readonly count: number }[];
}

/** The steps of one commune or of one district. */
export interface CountedPlace extends QpvCounts {
  readonly id: string;
}

/** Counts the steps together. */
export function countSteps(steps: readonly QpvStep[], admitted: readonly string[]): QpvCounts {
  const count = (kind: QpvStep['kind']): number => steps.filter((step) => step.kind === kind).length;
  const given = steps.flatMap(({ kind, motive }) => (kind === 'deferrals' && motive !== null ? [motive] : []));
  const others = [...new Set(given.filter((motive) => !admitted.includes(motive)))].sort();
  return {
    proposals: count('proposals'),
    endorsements: count('endorsements'),
    deferrals: count('deferrals'),
    motives: [...admitted, ...others].map((motive) => ({
      motive,
      count: given.filter((one) => one === motive).length,
    })),
  };
}

/** Counts the steps of each place, in the order of the codes. A step in two districts counts in both. */
export function countByPlace(
  steps: readonly QpvStep[],
  placesOf: (step: QpvStep) => readonly string[],
  admitted: readonly string[],
): readonly CountedPlace[] {
  const byPlace = new Map<string, QpvStep[]>();
  for (const step of steps) for (const id of placesOf(step)) byPlace.set(id, [...(byPlace.get(id) ?? []), step]);
  return [...byPlace]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, ofPlace]) => ({ id, ...countSteps(ofPlace, admitted) }));
}
