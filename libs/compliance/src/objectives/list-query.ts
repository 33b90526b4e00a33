import type { ObjectiveScopeKind } from '#convention';
import type { AsOf } from '#kernel';
import type { CountedDays } from './tally';

/** The parameter that filters the list, for each kind of entity. The territory needs none: it has every allocation. */
const PARAMETERS: Readonly<Record<Exclude<ObjectiveScopeKind, 'epci'>, string>> = {
  commune: 'code_insee',
  secteur: 'code_secteur',
  bailleur: 'code_bailleur',
  reservataire: 'code_reservataire',
  contingent: 'contingent',
  qpv: 'code_qpv',
  residence: 'code_residence',
};

export interface ListedEntity {
  readonly kind: ObjectiveScopeKind;
  readonly id: string;
}

/** The query strings of /api/allocations that give the allocations of each part of a figure, and no other. */
export function listQueries(
  figure: string,
  entities: readonly ListedEntity[],
  { from, to }: CountedDays,
  asOf: AsOf | undefined,
): { readonly numerator: string; readonly denominator: string } {
  const queryOf = (part: 'numerateur' | 'denominateur'): string => {
    const query = new URLSearchParams({ figure, part, from, to });
    for (const { kind, id } of entities) if (kind !== 'epci') query.append(PARAMETERS[kind], id);
    if (asOf !== undefined) query.append('as-of', asOf);
    return query.toString();
  };
  return { numerator: queryOf('numerateur'), denominator: queryOf('denominateur') };
}
