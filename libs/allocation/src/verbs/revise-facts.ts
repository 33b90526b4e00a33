import type { Allocation } from '../allocation';
import type { QuartileRevision, SealedAllocationFacts } from '../events';
import { isHomeWork, quartileOf } from '../derived-facts';
import type { Derivation } from '../derived-facts';

export type Revision =
  | { readonly type: 'QuartileRevised'; readonly data: QuartileRevision }
  | { readonly type: 'HomeWorkRevised'; readonly data: { readonly from: boolean; readonly to: boolean } };

/** The facts of an allocation that change because bounds were recorded late or communes joined the EPCI. */
export function reviseFacts(
  allocation: Allocation,
  sealed: SealedAllocationFacts,
  derivation: Derivation,
): readonly Revision[] {
  const { facts } = allocation;
  const revisions: Revision[] = [];
  const year = Number(facts.signedOn.slice(0, 4));
  const quartile = quartileOf(sealed, derivation.bounds(year));
  if (quartile !== facts.quartile)
    revisions.push({ type: 'QuartileRevised', data: { from: facts.quartile, to: quartile, threshold: year } });
  const homeWork = isHomeWork(sealed, derivation.geography);
  if (homeWork !== facts.homeWork)
    revisions.push({ type: 'HomeWorkRevised', data: { from: facts.homeWork, to: homeWork } });
  return revisions;
}
