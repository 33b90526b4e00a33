import { figuresFrom, publicFigures, type Figure, type FigureScope, type FigureTargets } from '../figures/figure';
import { publicKey } from '../figures/groups';
import { emptyVector } from '../figures/vector';
import type { Counts } from './counts';
import type { ReportGroup } from './report-groups';

export interface FigureChoice {
  /** Absent without a convention. */
  readonly targets?: FigureTargets;
  /** The codes of the publics that are counted. */
  readonly publics: readonly string[];
  /** The codes of the figures; every printed one where absent. */
  readonly figures?: readonly string[];
}

/** The figures of one group, judged. */
export function groupFigures(
  { key, scope, judgedAs }: ReportGroup,
  counts: Counts,
  { targets, publics, figures }: FigureChoice,
): readonly Figure[] {
  const judging = targetsFor(judgedAs, targets);
  const vector = counts.get(key) ?? emptyVector();
  const ofPublics = publics.map((code) => ({ code, vector: counts.get(publicKey(key, code)) }));
  return [...figuresFrom(vector, scope, judging, figures), ...publicFigures(ofPublics, vector, scope, judging)];
}

/** Judges the figures of a group by the objectives on another scope, where it has one. */
function targetsFor(judgedAs: FigureScope | undefined, targets: FigureTargets | undefined): FigureTargets | undefined {
  if (!judgedAs || !targets) return targets;
  return (figure) => targets({ ...figure, scope: judgedAs });
}

/** Where nothing is asked for by name, everything is. */
export function isAsked(one: string, asked: readonly string[] | undefined): boolean {
  return asked === undefined || asked.includes(one);
}
