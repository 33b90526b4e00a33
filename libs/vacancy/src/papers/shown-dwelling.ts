import type { FragilityNote } from '#fragility';
import type { Day, Instant, Uuid } from '#kernel';
import type { Contingent, DwellingType, Financing, ReservationHolderFacts } from '#territory';
import type { VacancyEvent } from '../events';
import type { Vacancy } from '../vacancy';
import type { OutsideFlow } from '../words';

export type PaperEvent = VacancyEvent & { readonly recordedAt: Instant };

/** A vacancy, and the whole stream that it was read from. */
export interface VacancyOnPaper {
  readonly id: Uuid;
  readonly vacancy: Vacancy;
  readonly events: readonly PaperEvent[];
}

/** A code, and the name that people know it by. */
export interface Named {
  readonly code: string;
  readonly name: string;
}

export interface ShownHolder extends Named {
  readonly contingent: Contingent | null;
}

/** The dwelling of a vacancy as papers show it. Its reference is sealed, and stands on none of them. */
export interface ShownDwelling {
  readonly vacancy: Uuid;
  readonly residence: Named;
  readonly commune: Named;
  /** The QPV in force on the day of the paper. */
  readonly districts: readonly Named[];
  /** The note in force on that day. */
  readonly note: FragilityNote | null;
  /** Whether the residence stands on its landlord's legal list on that day. */
  readonly isListed: boolean;
  readonly dwellingType: DwellingType | null;
  readonly financing: Financing | null;
  /** Square metres in hundredths. */
  readonly surface: number | null;
  /** Cents a month. */
  readonly rent: number | null;
  readonly charges: number | null;
  readonly firstLetting: boolean;
  readonly availableOn: Day;
  /** Null before an orientation. */
  readonly holder: ShownHolder | null;
  readonly forOneTurn: boolean;
  readonly outsideFlow: OutsideFlow | null;
}

/** What papers name. */
export type NamedKind = 'commune' | 'district' | 'landlord' | 'residence';

/** The places and the names that papers need, as they are recorded. */
export interface PaperReference {
  /** The code itself where the name is not known. */
  nameOf(kind: NamedKind, code: string): string;
  residence(code: string): { readonly commune: string } | undefined;
  holder(code: string): ReservationHolderFacts | undefined;
  districtsOn(residence: string, day: Day): readonly string[];
  noteOn(residence: string, day: Day): FragilityNote | null;
  isListedOn(residence: string, day: Day): boolean;
}

export function shownDwelling({ id, vacancy }: VacancyOnPaper, on: Day, reference: PaperReference): ShownDwelling {
  const { declared, orientation } = vacancy;
  const { residence: code, dwellingType, financing, surface, rent, charges, firstLetting, availableOn } = declared;
  const commune = reference.residence(code)?.commune ?? '';
  return {
    vacancy: id,
    residence: named(reference, 'residence', code),
    commune: named(reference, 'commune', commune),
    districts: reference.districtsOn(code, on).map((district) => named(reference, 'district', district)),
    note: reference.noteOn(code, on),
    isListed: reference.isListedOn(code, on),
    dwellingType,
    financing,
    surface,
    rent,
    charges,
    firstLetting,
    availableOn,
    holder: orientation && shownHolder(orientation.holder, reference),
    forOneTurn: orientation?.forOneTurn ?? false,
    outsideFlow: orientation?.outsideFlow ?? null,
  };
}

export function shownHolder(code: string, reference: PaperReference): ShownHolder {
  const known = reference.holder(code);
  return { code, name: known?.name ?? code, contingent: known?.contingent ?? null };
}

export function named(reference: PaperReference, kind: NamedKind, code: string): Named {
  return { code, name: reference.nameOf(kind, code) };
}
