import { COMPOSITIONS } from '#allocation';
import { rateOf, type Day } from '#kernel';
import {
  REFUSALS,
  REFUSAL_KINDS,
  STAGES,
  type Candidacy,
  type RefusalKind,
  type Refuser,
  type Stage,
} from './candidacy';

/** What the groups of candidates have in common. `all` is one group: the whole. `motive` tells the refusals of the whole by their motives. */
export const DIMENSIONS = ['all', 'motive', 'residence', 'holder', 'composition', 'quartile'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** A candidacy with the residence of its vacancy. */
export interface PlacedCandidacy extends Candidacy {
  readonly residence: string;
}

/**
 * One count. It stands beside the mean of the whole: a group that is refused more often than others shows itself, and nothing judges it.
 */
export interface RefusalFigure {
  readonly stage: Stage;
  /** Null for all the refusals of the stage together. */
  readonly refusal: RefusalKind | null;
  readonly by: Refuser | null;
  readonly motive: string | null;
  readonly dimension: Dimension;
  /** The code of the group; null for the whole. */
  readonly id: string | null;
  /** Candidates of the group that were refused. */
  readonly numerator: number;
  /** Candidates of the group that reached the stage in the period. */
  readonly denominator: number;
  readonly rate: number | null;
  /** The rate of the whole, for the same stage and refusal. */
  readonly mean: number | null;
}

/** The group of what is not known. */
export const UNKNOWN = 'inconnu';
const QUARTILES = ['1', '2', '3', '4', '2-4', '3-4', UNKNOWN];
const COMPOSITION_ORDER: readonly string[] = [...COMPOSITIONS, UNKNOWN];

const GROUP_OF: Readonly<Record<Exclude<Dimension, 'all' | 'motive'>, (candidacy: PlacedCandidacy) => string>> = {
  residence: ({ residence }) => residence,
  holder: ({ holder }) => holder,
  composition: ({ composition }) => composition ?? UNKNOWN,
  quartile: ({ quartile }) => (quartile === null ? UNKNOWN : String(quartile)),
};

/**
 * Counts candidates by the stage that they reached from the first day to the last. Each counts once in a stage, in one group of each
 * dimension, and with its last refusal there: the groups of a dimension add up to the whole, and the refusals of a stage to its total.
 */
export function countRefusals(
  candidacies: readonly PlacedCandidacy[],
  { from, to }: { readonly from: Day; readonly to: Day },
): readonly RefusalFigure[] {
  return STAGES.flatMap((stage) => {
    const reached = candidacies.filter((one) => {
      const at = one[stage];
      return at !== null && from <= at.on && at.on <= to;
    });
    return DIMENSIONS.flatMap((dimension) => figuresOf(stage, dimension, reached));
  });
}

function figuresOf(stage: Stage, dimension: Dimension, reached: readonly PlacedCandidacy[]): readonly RefusalFigure[] {
  if (dimension === 'all') return ofGroup({ stage, dimension, id: null }, reached, reached);
  if (dimension === 'motive') return byMotive(stage, reached);
  const groups = new Map<string, PlacedCandidacy[]>();
  for (const one of reached) {
    const id = GROUP_OF[dimension](one);
    const group = groups.get(id);
    if (group) group.push(one);
    else groups.set(id, [one]);
  }
  return orderedIds(dimension, groups.keys()).flatMap((id) =>
    ofGroup({ stage, dimension, id }, groups.get(id)!, reached),
  );
}

/** All the refusals of the stage, then each of them. */
function ofGroup(
  about: Pick<RefusalFigure, 'stage' | 'dimension' | 'id'>,
  group: readonly PlacedCandidacy[],
  whole: readonly PlacedCandidacy[],
): readonly RefusalFigure[] {
  const { stage } = about;
  const kinds = [null, ...REFUSAL_KINDS.filter((kind) => REFUSALS[kind].stage === stage)];
  return kinds.map((refusal) => {
    const count = (some: readonly PlacedCandidacy[]) => ({
      numerator: some.filter((one) => isRefused(one, stage, refusal)).length,
      denominator: some.length,
    });
    const by = refusal && REFUSALS[refusal].by;
    const counts = count(group);
    return { ...about, refusal, by, motive: null, ...counts, rate: rateOf(counts), mean: rateOf(count(whole)) };
  });
}

function byMotive(stage: Stage, reached: readonly PlacedCandidacy[]): readonly RefusalFigure[] {
  return REFUSAL_KINDS.filter((kind) => REFUSALS[kind].stage === stage).flatMap((refusal) => {
    const motives = reached.flatMap((one) => (isRefused(one, stage, refusal) ? [one[stage]!.refusal!.motive] : []));
    const given = [...new Set(motives.map((motive) => motive ?? UNKNOWN))].sort();
    return given.map((motive) => {
      const numerator = motives.filter((one) => (one ?? UNKNOWN) === motive).length;
      const counts = { numerator, denominator: reached.length };
      const rate = rateOf(counts);
      const { by } = REFUSALS[refusal];
      return { stage, refusal, by, motive, dimension: 'motive', id: motive, ...counts, rate, mean: rate } as const;
    });
  });
}

function isRefused(candidacy: PlacedCandidacy, stage: Stage, kind: RefusalKind | null): boolean {
  const refusal = candidacy[stage]?.refusal ?? null;
  return refusal !== null && (kind === null || refusal.kind === kind);
}

function orderedIds(dimension: Dimension, ids: Iterable<string>): readonly string[] {
  const order = dimension === 'quartile' ? QUARTILES : dimension === 'composition' ? COMPOSITION_ORDER : [];
  const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...ids].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
