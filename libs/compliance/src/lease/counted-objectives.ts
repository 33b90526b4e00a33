import { isRehousingFigure, type ConventionFacts, type Objective, type ObjectiveActorKind } from '#convention';
import type { AsOf } from '#kernel';
import { daysOf } from '../effects/objective-effects';
import { entitiesOf, type EffectsOf } from '../effects/effects';
import type { AllocationFact } from '../figures/allocation-fact';
import { holds } from '../figures/condition';
import { PRINTED, UNPRINTED, type FigureDefinition, type FigurePart } from '../figures/definitions';
import { publicFigureCode } from '../figures/figure';
import { publicsOfLease } from '../figures/groups';
import { listQueries } from '../objectives/list-query';
import type { ObjectiveEntity } from '../objectives/line';
import type { CountedDays } from '../objectives/tally';

/** An objective that counts the lease, for one of the entities that it is about. */
export interface CountedObjective extends CountedDays {
  readonly code: string;
  readonly label: string;
  readonly figure: string;
  readonly scope: ObjectiveEntity;
  readonly actor: ObjectiveEntity<ObjectiveActorKind> | null;
  readonly operator: Objective['operator'];
  readonly period: 'annee' | 'semestre';
  readonly origin: 'loi' | 'locale';
  readonly source: string;
  /** `numerator`: the lease counts in both parts. */
  readonly part: FigurePart;
  /** Query strings of /api/allocations. */
  readonly list: { readonly numerator: string; readonly denominator: string };
}

interface Counting extends Pick<EffectsOf, 'nameOf'> {
  readonly fact: AllocationFact;
  /** In force on the day of the lease. */
  readonly convention: ConventionFacts;
  readonly asOf: AsOf | undefined;
  /** Whether the reader may learn that the household is of that public. */
  readonly maySeePublic: (code: string) => boolean;
}

const FIGURES: ReadonlyMap<string, FigureDefinition> = new Map(
  [...PRINTED, ...UNPRINTED].map((figure) => [figure.code, figure]),
);
const EVERY_LEASE = FIGURES.get('ALLOCATIONS')!;

/** The objectives in force on the day of the lease that count it, in the order of the convention. */
export function countedIn(counting: Counting): readonly CountedObjective[] {
  return counting.convention.objectives.flatMap((objective) => {
    const part = partOf(objective, counting);
    if (!part) return [];
    return entitiesOf(objective.scope, counting).flatMap(({ entity: scope }) =>
      (objective.actor ? entitiesOf(objective.actor, counting) : [null]).map((actor) =>
        counted(objective, part, { scope, actor: actor && actor.entity }, counting),
      ),
    );
  });
}

function counted(
  objective: Objective,
  part: FigurePart,
  { scope, actor }: Pick<CountedObjective, 'scope' | 'actor'>,
  { fact, asOf }: Counting,
): CountedObjective {
  const { code, name: label, figure, operator, period, origin, source } = objective;
  const days = daysOf(period, fact.day);
  return {
    ...{ code, label, figure, scope, actor, operator, source, part, ...days },
    period: period === 'year' ? 'annee' : 'semestre',
    origin: origin === 'law' ? 'loi' : 'locale',
    list: listQueries(figure, actor ? [scope, actor] : [scope], days, asOf)!,
  };
}

/** Undefined where the objective does not count the lease, or its reader may not learn how. */
function partOf({ figure }: Objective, { fact, convention, maySeePublic }: Counting): FigurePart | undefined {
  if (isRehousingFigure(figure)) return undefined;
  const followed = convention.publics.find(({ code }) => publicFigureCode(code) === figure);
  const definition = followed ? EVERY_LEASE : FIGURES.get(figure);
  if (!definition || (followed && !maySeePublic(followed.code)) || !holds(definition.denominator, fact))
    return undefined;
  const isCounted = followed ? publicsOfLease(fact).includes(followed.code) : holds(definition.numerator, fact);
  return isCounted ? 'numerator' : 'denominator';
}
