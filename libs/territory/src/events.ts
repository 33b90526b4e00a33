import type { Changes, Day } from '#kernel';

/** A commune of the EPCI. Stream `commune-<code>`. */
export interface CommuneFacts {
  readonly code: string;
  readonly name: string;
  /** In deficit of social dwellings (law SRU); null where unknown. */
  readonly sruDeficit: boolean | null;
}

/** A QPV: it holds from its first day to its last, both included. Stream `district-<code>`. */
export interface PriorityDistrictFacts {
  readonly code: string;
  readonly name: string;
  readonly commune: string;
  readonly firstDay: Day;
  readonly lastDay: Day | null;
}

/** Stream `landlord-<code>`. */
export interface LandlordFacts {
  /** SIREN, or a local code that begins with `L-`. */
  readonly code: string;
  readonly name: string;
}

export const CONTINGENTS = [
  'etat',
  'etat_fonctionnaires',
  'commune',
  'epci',
  'action_logement',
  'departement',
  'bailleur',
  'autre',
] as const;
/** The kind of right that a reservation holder draws on, in the words of the files. */
export type Contingent = (typeof CONTINGENTS)[number];

/** Stream `holder-<code>`. */
export interface ReservationHolderFacts {
  readonly code: string;
  readonly name: string;
  readonly contingent: Contingent;
  readonly commune: string | null;
}

/** Stream `residence-<code>`. */
export interface ResidenceFacts {
  readonly code: string;
  readonly name: string;
  readonly commune: string;
  /** The landlord before any change of owner. */
  readonly landlord: string;
  /** Every QPV that the residence has stood in; which one held on a day follows from their dates. */
  readonly districts: readonly string[];
  readonly dwellings: number;
  readonly openedOn: Day | null;
  readonly agreementOn: Day | null;
  /** Degrees, as decimal text. */
  readonly latitude: string | null;
  readonly longitude: string | null;
  /** One of the convention's sectors. Absent from events recorded before the column was read: unknown, as null is. */
  readonly sector?: string | null;
}

/** A residence has another landlord from that day on. Stream `residence-ownership-<code>@<day>`. */
export interface OwnershipFacts {
  readonly residence: string;
  readonly from: Day;
  readonly landlord: string;
}

export const DWELLING_TYPES = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'] as const;
export type DwellingType = (typeof DWELLING_TYPES)[number];
export const FINANCINGS = ['PLAI', 'PLUS', 'PLS', 'PLI', 'AUTRE'] as const;
export type Financing = (typeof FINANCINGS)[number];

/** Stream `dwelling-<reference>`. */
export interface DwellingFacts {
  readonly reference: string;
  readonly residence: string;
  readonly type: DwellingType | null;
  readonly financing: Financing | null;
  /** Hundredths of a square metre. */
  readonly surface: number | null;
  /** Cents a month. */
  readonly rent: number | null;
  readonly charges: number | null;
  readonly builtIn: number | null;
  readonly holder: string | null;
}

type Declared<Type extends string, Facts> = { readonly type: Type; readonly data: Facts };
type Corrected<Type extends string, Facts> = {
  readonly type: Type;
  readonly data: { readonly changes: Changes<Facts> };
};

export type TerritoryEvent =
  | Declared<'CommuneDeclared', CommuneFacts>
  | Corrected<'CommuneCorrected', CommuneFacts>
  | Declared<'PriorityDistrictDeclared', PriorityDistrictFacts>
  | Corrected<'PriorityDistrictCorrected', PriorityDistrictFacts>
  | Declared<'LandlordDeclared', LandlordFacts>
  | Corrected<'LandlordCorrected', LandlordFacts>
  | Declared<'ReservationHolderDeclared', ReservationHolderFacts>
  | Corrected<'ReservationHolderCorrected', ReservationHolderFacts>
  | Declared<'ResidenceDeclared', ResidenceFacts>
  | Corrected<'ResidenceCorrected', ResidenceFacts>
  | Declared<'OwnershipChanged', OwnershipFacts>
  | Corrected<'OwnershipCorrected', OwnershipFacts>
  | Declared<'DwellingDeclared', DwellingFacts>
  | Corrected<'DwellingCorrected', DwellingFacts>;
