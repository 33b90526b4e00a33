import type { components } from '../../api/schema';

export type Objective = components['schemas']['ObjectiveLineDto'];

const GAPS = 3;

const isOfAll = ({ scope, actor }: Objective): boolean => scope.kind === 'epci' && actor === null;

/** The law's own objectives for the whole territory, that have something to reach. */
export function objectivesOfLaw(objectives: readonly Objective[]): readonly Objective[] {
  return objectives.filter((line) => line.origin === 'loi' && isOfAll(line) && line.target !== null);
}

/** The three missed objectives that are the furthest from their target, but for those of the law, which stand above. */
export function largestGaps(objectives: readonly Objective[]): readonly Objective[] {
  const above = new Set(objectivesOfLaw(objectives));
  return objectives
    .filter((line) => line.status === 'missed' && line.measure === 'share' && !above.has(line))
    .sort((one, other) => Math.abs(other.distance ?? 0) - Math.abs(one.distance ?? 0))
    .slice(0, GAPS);
}
