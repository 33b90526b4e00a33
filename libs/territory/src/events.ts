import { RecordDefinition, rowId, type EventOf } from '#event-store';
import type { Day } from '#kernel';

/** The regions for which the order of 29 July 1987 fixes ceilings of income apart. */
export const CEILING_ZONES = ['paris', 'ile_de_france', 'autres_regions', 'outre_mer'] as const;
export type CeilingZone = (typeof CEILING_ZONES)[number];

/** A commune of the EPCI. */
export interface CommuneFacts {
  readonly code: string;
  readonly name: string;
  /** In deficit of social dwellings (law SRU); null where unknown. */
  readonly sruDeficit: boolean | null;
  /** The zone of the income ceilings (order of 29 July 1987). Absent from events recorded before the column existed: unknown, like null. */
  readonly ceilingZone?: CeilingZone | null;
}

/** A QPV. It is in force from its first day to its last day, both included. */
export interface PriorityDistrictFacts {
  readonly code: string;
  readonly name: string;
  readonly commune: string;
  readonly firstDay: Day;
  readonly lastDay: Day | null;
}

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
/** The kind of right that a reservation holder uses, named as in the files. */
export type Contingent = (typeof CONTINGENTS)[number];

/**
 * The two parts of the EPCI's contingent: the quarter that it serves itself, and the quarters that communes serve for it.
 * The orientation of a vacancy says which; a lease of a file counts in the EPCI's own part.
 */
export const EPCI_PARTS = ['epci_propre', 'epci_delegue'] as const;
export type EpciPart = (typeof EPCI_PARTS)[number];

export function isEpciPart(code: string): code is EpciPart {
  return (EPCI_PARTS as readonly string[]).includes(code);
}

export interface ReservationHolderFacts {
  readonly code: string;
  readonly name: string;
  readonly contingent: Contingent;
  readonly commune: string | null;
}

export interface ResidenceFacts {
  readonly code: string;
  readonly name: string;
  readonly commune: string;
  /** The landlord before any change of owner. */
  readonly landlord: string;
  /** Every QPV that the residence has been in. The dates of each QPV say which ones are in force on a day. */
  readonly districts: readonly string[];
  readonly dwellings: number;
  readonly openedOn: Day | null;
  readonly agreementOn: Day | null;
  /** Degrees, as decimal text. */
  readonly latitude: string | null;
  readonly longitude: string | null;
  /** One of the convention's sectors. Events recorded before the column existed do not have it: it is then unknown, like null. */
  readonly sector?: string | null;
}

/** A change of owner: the residence has this landlord from this day on. */
export interface OwnershipFacts {
  readonly residence: string;
  readonly from: Day;
  readonly landlord: string;
}

export const DWELLING_TYPES = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'] as const;
export type DwellingType = (typeof DWELLING_TYPES)[number];
export const FINANCINGS = ['PLAI', 'PLUS', 'PLS', 'PLI', 'AUTRE'] as const;
export type Financing = (typeof FINANCINGS)[number];

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

export const COMMUNE_STREAMS = new RecordDefinition({
  category: 'commune',
  declared: 'CommuneDeclared',
  corrected: 'CommuneCorrected',
  id: ({ code }: CommuneFacts) => code,
});

export const DISTRICT_STREAMS = new RecordDefinition({
  category: 'district',
  declared: 'PriorityDistrictDeclared',
  corrected: 'PriorityDistrictCorrected',
  id: ({ code }: PriorityDistrictFacts) => code,
});

export const LANDLORD_STREAMS = new RecordDefinition({
  category: 'landlord',
  declared: 'LandlordDeclared',
  corrected: 'LandlordCorrected',
  id: ({ code }: LandlordFacts) => code,
});

export const HOLDER_STREAMS = new RecordDefinition({
  category: 'holder',
  declared: 'ReservationHolderDeclared',
  corrected: 'ReservationHolderCorrected',
  id: ({ code }: ReservationHolderFacts) => code,
});

export const RESIDENCE_STREAMS = new RecordDefinition({
  category: 'residence',
  shadowedBy: 'ownership',
  declared: 'ResidenceDeclared',
  corrected: 'ResidenceCorrected',
  id: ({ code }: ResidenceFacts) => code,
});

/** One stream for each residence and day. */
export const OWNERSHIP_STREAMS = new RecordDefinition({
  category: 'residence-ownership',
  declared: 'OwnershipChanged',
  corrected: 'OwnershipCorrected',
  id: ({ residence, from }: OwnershipFacts) => rowId(residence, from),
});

export const DWELLING_STREAMS = new RecordDefinition({
  category: 'dwelling',
  declared: 'DwellingDeclared',
  corrected: 'DwellingCorrected',
  id: ({ reference }: DwellingFacts) => reference,
});

/** The streams of each kind of record of the territory. */
export const TERRITORY_STREAMS = {
  commune: COMMUNE_STREAMS,
  district: DISTRICT_STREAMS,
  landlord: LANDLORD_STREAMS,
  holder: HOLDER_STREAMS,
  residence: RESIDENCE_STREAMS,
  ownership: OWNERSHIP_STREAMS,
  dwelling: DWELLING_STREAMS,
} as const;
export type TerritoryKind = keyof typeof TERRITORY_STREAMS;

export type TerritoryEvent = EventOf<(typeof TERRITORY_STREAMS)[TerritoryKind]>;
