import { codesOf, limitedTo, type Scope, type ScopeKind } from '#access';
import type { ReservationHolderFacts } from '#territory';
import { isStateContingent } from '../checks';
import { STATE, type VacancyRow } from '../projections/model';

/** A scope as the read model of vacancies applies it: the State's holders also see the vacancies on which the State designated. */
export function visibleScope(scope: Scope, holderOf: (code: string) => ReservationHolderFacts | undefined): Scope {
  if (scope.kind !== 'limited') return scope;
  const holders = codesOf(scope, 'holder');
  if (!isStateScope(scope, holderOf)) return scope;
  return limitedTo({ ...scope.codes, holder: [...holders, STATE] });
}

/** Whether one of the codes is of a holder of the State. */
export function isStateScope(scope: Scope, holderOf: (code: string) => ReservationHolderFacts | undefined): boolean {
  return codesOf(scope, 'holder').some((code) => isStateContingent(holderOf(code)?.contingent));
}

/** Whether the scope covers the vacancy as its landlord. */
export function coversLandlord(scope: Scope, { landlord }: VacancyRow): boolean {
  return scope.kind === 'all' || codesOf(scope, 'landlord').includes(landlord);
}

/** Whether the scope covers the vacancy as its holder: by its code, or as the commune that designates in its place. */
export function coversHolder(scope: Scope, { holder, designating }: VacancyRow): boolean {
  return scope.kind === 'all' || has(scope, 'holder', holder) || has(scope, 'commune', designating);
}

function has(scope: Scope, kind: ScopeKind, code: string | null): boolean {
  return code !== null && codesOf(scope, kind).includes(code);
}
