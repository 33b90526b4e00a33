import type { AllocationFacts, Composition } from '#allocation';
import type { FragilityNote } from '#fragility';
import type { Day, Uuid } from '#kernel';
import type { Contingent, DwellingType, Financing } from '#territory';

/** Yes, no or unknown, as a column holds it; unknown never counts as yes. */
export type Flag = 0 | 1 | null;
/** A quartile or an open range, as text; null where unknown. */
export type QuartileText = '1' | '2' | '3' | '4' | '2-4' | '3-4' | null;

/** What an allocation itself says in clear, in the form that documents hold. */
export interface ClearFact {
  readonly household: Uuid;
  /** The day on which the lease was signed. */
  readonly day: Day;
  readonly commissionOn: Day | null;
  readonly residence: string;
  readonly holder: string;
  readonly dwellingType: DwellingType | null;
  readonly financing: Financing | null;
  readonly firstLetting: Flag;
  readonly cancelled: Flag;
  readonly transfer: Flag;
  readonly quartile: QuartileText;
  readonly priority: Flag;
  readonly homeWork: Flag;
  readonly essentialWorker: Flag;
  readonly rehoused: Flag;
  readonly composition: Composition | null;
}

/** What its residence is on that day, and what right its holder draws on. */
export interface JoinedFact {
  readonly commune: string;
  readonly landlord: string;
  /** The QPV in force on the day. */
  readonly districts: readonly string[];
  readonly inQpv: Flag;
  readonly note: FragilityNote | null;
  readonly contingent: Contingent;
}

/** All that the figures read of one allocation. */
export type AllocationFact = ClearFact & JoinedFact;

type SignedFacts = { readonly household: Uuid } & AllocationFacts;

/** The clear facts of a signed lease, or a part of them (a correction's), in the form that documents hold. */
export function clearFact<Facts extends Partial<SignedFacts>>(
  facts: Facts,
): Facts extends SignedFacts ? ClearFact : Partial<ClearFact> {
  const fact: Record<string, unknown> = {};
  for (const field in facts) {
    const value: unknown = facts[field];
    if (field === 'signedOn') fact['day'] = value;
    else if (field === 'quartile') fact[field] = value === null ? null : String(value);
    else fact[field] = typeof value === 'boolean' ? (value ? 1 : 0) : value;
  }
  return fact as Facts extends SignedFacts ? ClearFact : Partial<ClearFact>;
}
