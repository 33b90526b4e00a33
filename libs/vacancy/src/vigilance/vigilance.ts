import { clearFact, type AllocationFact, type ObjectiveEffect, type ObjectiveEffects } from '#compliance';
import type { ClearHousehold, SealedHousehold } from '#allocation';
import type { Admission } from '#criteria';
import type { Position } from '#event-store';
import type { Uuid } from '#kernel';
import type { PlaceOfLease, RecordedCircumstances } from '../recording/recorded-circumstances';
import type { Vacancy } from '../vacancy';
import type { Basis } from '../words';
import { noticesOf, type VigilanceCode } from './notices';

/** A household as it is weighed for a vacancy. */
export interface Weighing {
  readonly facts: ClearHousehold;
  /** Undefined where it is not opened, or the household was erased. */
  readonly sealed:
    (SealedHousehold & { readonly precarious: boolean | null; readonly taxIncome: number | null }) | undefined;
  readonly basis: Basis;
  readonly holder: string;
}

export interface Weighed {
  readonly place: PlaceOfLease;
  readonly notices: readonly VigilanceCode[];
  /** Undefined where nothing of the household is opened. */
  readonly admission: Admission | undefined;
  readonly effects: readonly ObjectiveEffect[];
  /** Of the counts before the lease. */
  readonly position: Position;
}

/** What a lease of a household in a vacancy, signed today, would change, and what to know before. */
export class Vigilance {
  constructor(
    private readonly circumstances: RecordedCircumstances,
    private readonly effects: ObjectiveEffects,
  ) {}

  /** @param isNewest false where counts that are a moment old will do */
  async weigh(vacancy: Vacancy, weighing: Weighing, isNewest: boolean): Promise<Weighed> {
    const place = this.circumstances.placeOfLease(vacancy, weighing.holder);
    const { convention } = this.circumstances;
    const nameOf = (kind: string, code: string) => this.circumstances.nameOf(kind, code);
    const changed = await this.effects.of(factOf(vacancy, weighing, place), { convention, nameOf, isNewest });
    const { sealed, facts } = weighing;
    const ceiled = sealed && { ...sealed, composition: facts.composition };
    const admission = ceiled && this.circumstances.admissionNow(ceiled, vacancy.declared);
    return { place, admission, notices: noticesAt(place, weighing, admission), ...changed };
  }
}

function noticesAt(
  { contingent, districts, note }: PlaceOfLease,
  { facts, sealed, basis }: Weighing,
  admission: Admission | undefined,
): readonly VigilanceCode[] {
  return noticesOf({
    facts,
    dalo: sealed?.dalo ?? false,
    precarious: sealed?.precarious ?? null,
    isAboveCeiling: admission?.admitted === false,
    basis,
    isStateHolder: contingent === 'etat' || contingent === 'etat_fonctionnaires',
    isInDistrict: districts.length > 0,
    note,
  });
}

function factOf({ declared, orientation }: Vacancy, { facts, holder }: Weighing, place: PlaceOfLease): AllocationFact {
  const { today, isListed: _listed, ...joined } = place;
  const clear = clearFact({
    // No figure is about one household.
    household: '' as unknown as Uuid,
    signedOn: today,
    commissionOn: null,
    residence: declared.residence,
    dwellingType: declared.dwellingType,
    financing: declared.financing,
    firstLetting: declared.firstLetting,
    cancelled: false,
    holder,
    ...(orientation?.delegatedTo && { delegatedTo: orientation.delegatedTo }),
    ...facts,
  });
  return { ...clear, ...joined, inQpv: joined.districts.length > 0 ? 1 : 0 };
}
