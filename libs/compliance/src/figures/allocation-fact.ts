import type { Composition, QuartileFact, SignedFacts } from '#allocation';
import type { FragilityNote } from '#fragility';
import type { Day, Uuid } from '#kernel';
import type { Contingent, DwellingType, Financing } from '#territory';

/** Yes, no or unknown, as a column holds it; unknown never counts as yes. */
export type Flag = 0 | 1 | null;
/** A quartile or an open range, as text; null where unknown. */
export type QuartileText = '1' | '2' | '3' | '4' | '2-4' | '3-4' | null;

/** The clear facts of the allocation itself, in the form that documents hold. */
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
  /** Whether a commune designated in place of the EPCI. */
  readonly delegated: Flag;
  readonly cancelled: Flag;
  readonly transfer: Flag;
  readonly quartile: QuartileText;
  readonly priority: Flag;
  readonly homeWork: Flag;
  readonly essentialWorker: Flag;
  readonly rehoused: Flag;
  readonly composition: Composition | null;
  /** Codes of publics in their order, joined by PUBLICS_MARK; null where there are none. */
  readonly publics: string | null;
}

/** No code may contain this character. */
export const PUBLICS_MARK = '|';

/** The facts that an allocation takes from its residence on the day of the lease, and from its reservation holder. */
export interface JoinedFact {
  readonly commune: string;
  /** The sector of the convention; null where the residence is in none. */
  readonly sector: string | null;
  readonly landlord: string;
  /** The QPV in force on the day. */
  readonly districts: readonly string[];
  readonly inQpv: Flag;
  readonly note: FragilityNote | null;
  readonly contingent: Contingent;
}

/** All the facts of one allocation that figures read. */
export type AllocationFact = ClearFact & JoinedFact;

/** The clear facts of a signed lease. Written out field by field: a replay makes millions of them. */
export function clearFact(facts: SignedFacts): ClearFact {
  return {
    household: facts.household,
    day: facts.signedOn,
    commissionOn: facts.commissionOn,
    residence: facts.residence,
    holder: facts.holder,
    dwellingType: facts.dwellingType,
    financing: facts.financing,
    firstLetting: flagOf(facts.firstLetting),
    delegated: facts.delegatedTo === undefined ? 0 : 1,
    cancelled: flagOf(facts.cancelled),
    transfer: flagOf(facts.transfer),
    quartile: quartileText(facts.quartile),
    priority: flagOf(facts.priority),
    homeWork: flagOf(facts.homeWork),
    essentialWorker: flagOf(facts.essentialWorker),
    rehoused: flagOf(facts.rehoused),
    composition: facts.composition,
    publics: publicsText(facts.publics),
  };
}

/** The facts of a lease that a correction changes. */
export function changedFacts(facts: Partial<SignedFacts>): Partial<ClearFact> {
  const changed: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(facts)) {
    if (field === 'signedOn') changed['day'] = value;
    else if (field === 'publics') changed[field] = publicsText(facts.publics);
    else if (field === 'quartile') changed[field] = quartileText(facts.quartile ?? null);
    else changed[field] = typeof value === 'boolean' ? flagOf(value) : value;
  }
  return changed;
}

function flagOf(value: boolean | null): Flag {
  return value === null ? null : value ? 1 : 0;
}

function publicsText(publics: readonly string[] | undefined): string | null {
  return publics === undefined || publics.length === 0 ? null : publics.join(PUBLICS_MARK);
}

function quartileText(quartile: QuartileFact): QuartileText {
  return quartile === null ? null : (String(quartile) as QuartileText);
}
