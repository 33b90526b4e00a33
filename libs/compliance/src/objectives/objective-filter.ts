import type { Objective, ObjectiveActorKind, ObjectiveScopeKind } from '#convention';

/** The word for objectives that count the allocations of everybody. */
export const EVERYBODY = 'aucun';

/** Only these objectives; a list that is absent keeps all. */
export interface ObjectiveFilter {
  readonly scopes?: readonly ObjectiveScopeKind[];
  /** Kinds of actors, or EVERYBODY. */
  readonly actors?: readonly (ObjectiveActorKind | typeof EVERYBODY)[];
  readonly figures?: readonly string[];
  readonly codes?: readonly string[];
}

export function keeps({ scopes, actors, figures, codes }: ObjectiveFilter, objective: Objective): boolean {
  const isAmong = <Value>(value: Value, values: readonly Value[] | undefined): boolean =>
    values === undefined || values.includes(value);
  return (
    isAmong(objective.scope.kind, scopes) &&
    isAmong(objective.actor?.kind ?? EVERYBODY, actors) &&
    isAmong(objective.figure, figures) &&
    isAmong(objective.code, codes)
  );
}
