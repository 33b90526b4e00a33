import { splitExactly, type Random } from './random';
import { COMMUNES, type Commune } from './sqy/communes';
import { DISTRICTS, ENDED_DISTRICT, SUCCESSOR_DISTRICT } from './sqy/districts';
import { LANDLORDS } from './sqy/landlords';
import { PRIORITY_RESIDENCES } from './sqy/priority-residences';
import { REFERENTIAL } from './sqy/printed';

export type Note = 1 | 2 | 3 | 4 | 5;

export interface Residence {
  readonly code: string;
  readonly name: string;
  readonly commune: string;
  /** The landlord before any change of owner. */
  readonly landlord: string;
  /** Every QPV that the residence is in, over time. */
  readonly districts: readonly string[];
  readonly dwellings: number;
  /** Null where the residence has no note, because it is too recent or too small for the survey. */
  readonly note: Note | null;
  readonly openedOn: string;
}

/** A fictitious residence before it has a code, a name and a landlord. */
interface Sketch {
  readonly commune: string;
  readonly districts: readonly string[];
  readonly dwellings: number;
  readonly note: Note | null;
  readonly openedOn: string;
}

/** The survey leaves out residences with fewer dwellings than this. */
const SURVEYED_DWELLINGS = 11;
const RESIDENCES_BY_NOTE = { 1: 70, 2: 102, 3: 70 } as const;
const IN_QPV_BY_NOTE = { 1: 9, 2: 12, 3: 9 } as const;
/** The residences in which the first lettings of the year take place. */
const OPENED_IN_2023 = [
  { dwellings: 32, openedOn: '2023-03-01' },
  { dwellings: 40, openedOn: '2023-06-01' },
  { dwellings: 28, openedOn: '2023-10-02' },
];
const SMALL = { residences: 8, dwellings: 64 };
const RECENT_RESIDENCES = 21;

/** The 300 noted residences (Annex 1 first), then 32 without a note that hold the other 2 240 dwellings. */
export function residencesOf(random: Random): Residence[] {
  const annex = PRIORITY_RESIDENCES.map((residence, index) => ({
    ...residence,
    code: residenceCode(index),
    districts: districtsFrom(residence.district),
    openedOn: openedBefore(random, 1962, 1989),
  }));
  const sketches = [...([1, 2, 3] as const).flatMap((note) => notedSketches(random, note)), ...unnotedSketches(random)];
  const fictitious = withChangingLimits(sketches).map((sketch, index) => ({
    ...sketch,
    code: residenceCode(annex.length + index),
    name: `Résidence fictive ${index + 1}`,
    landlord: random.weighted(LANDLORDS.map(({ code, expected }) => [code, expected] as const)),
  }));
  return [...annex, ...fictitious];
}

/** Whether the residence was in a QPV in 2023. The successor QPV of 2024 does not count. */
export function inQpvOf2023(residence: Pick<Residence, 'districts'>): boolean {
  return residence.districts.some((code) => code !== SUCCESSOR_DISTRICT);
}

function notedSketches(random: Random, note: 1 | 2 | 3): Sketch[] {
  const dwellings = splitExactly(
    random,
    REFERENTIAL.dwellingsByNote[note],
    RESIDENCES_BY_NOTE[note],
    SURVEYED_DWELLINGS,
  );
  const inside = communesFor(random, IN_QPV_BY_NOTE[note], note === 3 ? 'mediumInQpv' : 'lowInQpv');
  const outside = communesFor(random, dwellings.length - inside.length, note === 3 ? 'mediumOutside' : 'lowOutside');
  return [...inside, ...outside].map((commune, index) => ({
    commune,
    districts: index < inside.length ? districtsFrom(random.pick(districtsOf(commune))) : [],
    dwellings: dwellings[index]!,
    note,
    openedOn: openedBefore(random, 1970, 2018),
  }));
}

function unnotedSketches(random: Random): Sketch[] {
  const noted = Object.values(REFERENTIAL.dwellingsByNote).reduce((sum, dwellings) => sum + dwellings, 0);
  const opening = OPENED_IN_2023.reduce((sum, { dwellings }) => sum + dwellings, 0);
  const recent = REFERENTIAL.dwellings - noted - opening - SMALL.dwellings;
  const small = Array.from({ length: SMALL.residences }, () => ({
    dwellings: SMALL.dwellings / SMALL.residences,
    openedOn: openedBefore(random, 1985, 2015),
  }));
  const others = splitExactly(random, recent, RECENT_RESIDENCES, SURVEYED_DWELLINGS).map((dwellings) => ({
    dwellings,
    openedOn: openedBefore(random, 2020, 2022),
  }));
  return [...small, ...others, ...OPENED_IN_2023].map((residence) => ({
    ...residence,
    commune: random.weighted(COMMUNES.map(({ code, lowOutside }) => [code, lowOutside + 1] as const)),
    districts: [],
    note: null,
  }));
}

/** Each commune that has an estimate, once; then communes in proportion to their estimates. */
function communesFor(random: Random, count: number, column: Exclude<keyof Commune, 'code' | 'name'>): string[] {
  const choices = COMMUNES.filter((commune) => commune[column] > 0).map(
    ({ code, [column]: weight }) => [code, weight] as const,
  );
  return Array.from({ length: count }, (_, index) => choices[index]?.[0] ?? random.weighted(choices));
}

/** In Maurepas one residence leaves the QPV with the geography of 2015, and another enters it with that of 2024. */
function withChangingLimits(sketches: readonly Sketch[]): Sketch[] {
  const leaving = sketches.find(({ districts }) => districts.includes(ENDED_DISTRICT));
  const commune = DISTRICTS.find(({ code }) => code === ENDED_DISTRICT)?.commune;
  const entering = sketches.find((sketch) => sketch.commune === commune && sketch.districts.length === 0);
  return sketches.map((sketch) => {
    if (sketch === leaving) return { ...sketch, districts: [ENDED_DISTRICT] };
    return sketch === entering ? { ...sketch, districts: [SUCCESSOR_DISTRICT] } : sketch;
  });
}

function districtsOf(commune: string): string[] {
  return DISTRICTS.filter((district) => district.commune === commune && district.code !== SUCCESSOR_DISTRICT).map(
    ({ code }) => code,
  );
}

function districtsFrom(code: string): string[] {
  if (code === '') return [];
  return code === ENDED_DISTRICT ? [code, SUCCESSOR_DISTRICT] : [code];
}

function openedBefore(random: Random, first: number, last: number): string {
  return `${random.between(first, last)}-${String(random.between(1, 12)).padStart(2, '0')}-01`;
}

function residenceCode(index: number): string {
  return `R-${String(index + 1).padStart(3, '0')}`;
}

/** A residence that is sold during the year. */
export interface OwnerChange {
  readonly residence: string;
  readonly from: string;
  readonly landlord: string;
}

/** Two sales. Each seller sells its largest fictitious residence, so that there are leases before and after the day. */
export function ownerChanges(residences: readonly Residence[]): OwnerChange[] {
  return [sale(residences, 'L-I3F', 'L-SEQENS', '2023-07-01'), sale(residences, 'L-ICF', 'L-CDC', '2023-09-01')];
}

/** The landlord of a residence on a day. */
export function landlordOn(day: string, residence: Residence, changes: readonly OwnerChange[]): string {
  return (
    changes.find((change) => change.residence === residence.code && change.from <= day)?.landlord ?? residence.landlord
  );
}

function sale(residences: readonly Residence[], seller: string, landlord: string, from: string): OwnerChange {
  const owned = residences.filter((residence) => residence.landlord === seller && (residence.note ?? 5) < 4);
  const largest = owned.reduce((best, residence) => (residence.dwellings > best.dwellings ? residence : best));
  return { residence: largest.code, from, landlord };
}
