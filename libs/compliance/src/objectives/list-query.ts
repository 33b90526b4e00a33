import { isRehousingFigure, type ObjectiveScopeKind } from '#convention';
import type { AsOf } from '#kernel';
import { isEpciPart, type EpciPart } from '#territory';
import type { CountedDays } from './tally';

/** The parameter that filters the list, for each kind of entity that has a code. */
const PARAMETERS: Readonly<Record<Exclude<ObjectiveScopeKind, 'epci' | 'hors_qpv' | 'operation'>, string>> = {
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

/**
 * The query strings of /api/allocations that give the allocations of each part of a figure, and no other. Null for a
 * figure of rehousing, which counts no leases.
 */
export function listQueries(
  figure: string,
  entities: readonly ListedEntity[],
  { from, to }: CountedDays,
  asOf: AsOf | undefined,
): { readonly numerator: string; readonly denominator: string } | null {
  if (isRehousingFigure(figure)) return null;
  const queryOf = (part: 'numerateur' | 'denominateur'): string => {
    const query = new URLSearchParams({ figure, part, from, to });
    for (const { kind, id } of entities) {
      if (kind === 'hors_qpv') query.append('en_qpv', 'N');
      else if (isEpciPart(id)) addEpciPart(query, id);
      else if (kind !== 'epci' && kind !== 'operation') query.append(PARAMETERS[kind], id);
    }
    if (asOf !== undefined) query.append('as-of', asOf);
    return query.toString();
  };
  return { numerator: queryOf('numerateur'), denominator: queryOf('denominateur') };
}

function addEpciPart(query: URLSearchParams, part: EpciPart): void {
  query.append('contingent', 'epci');
  query.append('delegue', part === 'epci_delegue' ? 'O' : 'N');
}
