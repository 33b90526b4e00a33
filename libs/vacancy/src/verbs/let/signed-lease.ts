import type { Lease, ReservedFacts } from '#allocation';
import type { Day } from '#kernel';
import type { SealedCandidate } from '../../sealed-candidate';
import type { Candidate, Vacancy } from '../../vacancy';

/** What the landlord gives of the lease that it signs. */
export interface SignedLease {
  readonly number: string;
  readonly on: Day;
}

/** What is sealed, opened: of the household, and the dwelling of the vacancy. */
export interface OpenedForLease {
  readonly sealed: SealedCandidate;
  readonly reference: string;
}

/** The lease of the candidate, as its row of attributions.csv would say it, with the household's last facts (R441-2-9). */
export function leaseSigned(
  { number, on }: SignedLease,
  { vacancy, candidate }: { readonly vacancy: Vacancy; readonly candidate: Candidate },
  { sealed, reference }: OpenedForLease,
): Lease {
  const { appliedOn: _on, precarious: _precarious, expectedBenefit: _benefit, taxIncome: _tax, ...household } = sealed;
  const { residence, dwellingType, financing, firstLetting } = vacancy.declared;
  const { transfer, essentialWorker, composition, publics } = candidate.facts;
  return {
    ...household,
    allocationNumber: number,
    dwellingReference: reference,
    signedOn: on,
    commissionOn: candidate.decidedOn,
    residence,
    dwellingType,
    financing,
    firstLetting,
    cancelled: false,
    holder: candidate.holder,
    transfer,
    essentialWorker,
    composition,
    publics,
  };
}

/** How the dwelling was reserved. What the orientation says counts for its own holder: the State may serve another's vacancy. */
export function reservedAs({ basis, holder }: Candidate, { orientation }: Pick<Vacancy, 'orientation'>): ReservedFacts {
  const own = orientation?.holder === holder ? orientation : null;
  return {
    ...(basis !== 'reservation' && { basis }),
    ...(own?.forOneTurn && { forOneTurn: true as const }),
    ...(own?.outsideFlow && { outsideFlow: own.outsideFlow }),
    ...(own?.delegatedTo && { delegatedTo: own.delegatedTo }),
  };
}
