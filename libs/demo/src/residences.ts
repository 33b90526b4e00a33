import { splitExactly, type Random } from './random';
import { shareOut } from './share-out';
import { COMMUNES, type Commune } from './sqy/communes';
import {
  DISTRICTS,
  ENDED_DISTRICT,
  FIRST_DAY_2024,
  isOf2015,
  JEAN_MACE,
  MERISIERS,
  SUCCESSOR_DISTRICT,
} from './sqy/districts';
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
  /** Null where the residence has no note. */
  readonly note: Note | null;
  /** True for a residence of the referential that has no note. */
  readonly inReferential?: boolean;
  readonly openedOn: string;
}

/** A fictitious residence before it has a code, a name and a landlord. */
interface Sketch extends Omit<Residence, 'code' | 'name' | 'landlord'> {
  readonly landlord?: string;
}

/** The survey leaves out residences with fewer dwellings than this. */
const SURVEYED_DWELLINGS = 11;
/** Notes 1 and 2 have 194 residences together; how many have each note is made up. */
const RESIDENCES_BY_NOTE = { 1: 84, 2: REFERENTIAL.residences.low - 84, 3: REFERENTIAL.residences.medium } as const;
/** The fictitious residences in the QPV of 2015, by note. Their numbers and dwellings follow from the printed sums; the notes are made up. */
const IN_MERISIERS = { 1: 5, 2: 10, 3: 7 } as const;
const IN_OTHERS = { 1: [], 2: [JEAN_MACE], 3: [ENDED_DISTRICT, ENDED_DISTRICT] } as const;
/** The seven residences without a note: four too small for the survey, three where too few households answered. */
const WITHOUT_NOTE = [7, 8, 9, 10, 22, 24, 28];
/** Dwellings that are in no referential: older ones that no survey covers, and those opened since the survey. */
const NOT_SURVEYED = { residences: 9, dwellings: 1132 };
const RECENT_RESIDENCES = 12;
/** The residences in which the first lettings of 2023 take place. */
const OPENED_IN_2023 = [
  { dwellings: 32, openedOn: '2023-03-01' },
  { dwellings: 40, openedOn: '2023-06-01' },
  { dwellings: 28, openedOn: '2023-10-02' },
];
/** Residences that open later: they are not in the printed stock. */
const OPENED_LATER = [
  { dwellings: 44, openedOn: '2024-04-01' },
  { dwellings: 36, openedOn: '2024-10-01' },
  { dwellings: 52, openedOn: '2025-03-03' },
  { dwellings: 30, openedOn: '2025-09-01' },
  { dwellings: 48, openedOn: '2026-02-02' },
  { dwellings: 38, openedOn: '2026-09-01' },
];

/**
 * All residences: the 300 noted ones (Annex 1 first), the seven of the referential without a note, then those of no
 * referential. Those that opened until the end of 2023 hold the printed 26 856 dwellings.
 */
export function residencesOf(random: Random): Residence[] {
  const annex = PRIORITY_RESIDENCES.map((residence, index) => ({
    ...residence,
    code: residenceCode(index),
    districts: districtsFrom(residence.district),
    openedOn: openedBetween(random, 1962, 1989),
  }));
  const inside = dwellingsInQpv(random);
  const noted = ([1, 2, 3] as const).flatMap((note) => notedSketches(random, note, inside));
  const sketches = withNewDistricts([...noted, ...unnotedSketches(random)]);
  const landlords = random.shuffle(landlordsOf(sketches.length));
  const fictitious = sketches.map((sketch, index) => ({
    ...sketch,
    code: residenceCode(annex.length + index),
    name: `Résidence fictive ${index + 1}`,
    landlord: sketch.landlord ?? landlords[index]!,
  }));
  return [...annex, ...fictitious];
}

/** The code of a residence of Annex 1, from a name that only one of them has. */
export function annexCode(name: string): string {
  return residenceCode(PRIORITY_RESIDENCES.findIndex((residence) => residence.name === name));
}

/** Whether the residence is in a QPV of the geography that is in force on a day. */
export function inQpvOn(day: string, { districts }: Pick<Residence, 'districts'>): boolean {
  return districtOn(day, districts) !== undefined;
}

/** The QPV of a residence on a day. */
export function districtOn(day: string, codes: readonly string[]): string | undefined {
  return DISTRICTS.find(
    ({ code, firstDay, lastDay }) => codes.includes(code) && firstDay <= day && (lastDay === '' || day <= lastDay),
  )?.code;
}

/** The QPV of a residence as they were known before the geography of 2024. */
export function districtsOf2015({ districts }: Residence): readonly string[] {
  return districts.filter(isOf2015);
}

/** Whether the survey covers the residence: it has a note, or it is one of the seven of the referential that have none. */
export function isInReferential({ note, inReferential }: Residence): boolean {
  return note !== null || inReferential === true;
}

interface Stock {
  readonly residences: number;
  readonly dwellings: number;
}

/** A landlord for each of so many residences, in proportion to the allocations that the convention expects from it. */
function landlordsOf(residences: number): string[] {
  const shares = shareOut(
    residences,
    LANDLORDS.map(({ code, expected }) => [code, expected] as const),
  );
  return [...shares].flatMap(([code, count]) => Array.from({ length: count }, () => code));
}

/** The sizes of the fictitious residences in QPV: what Annex 1 leaves of the printed dwellings of Merisiers, and of all QPV. */
function dwellingsInQpv(random: Random): { readonly merisiers: number[]; readonly others: number[] } {
  const merisiers = without(REFERENTIAL.merisiers, annexIn([MERISIERS]));
  const others = without(without(REFERENTIAL.inQpv, annexIn(DISTRICTS.map(({ code }) => code))), merisiers);
  return {
    merisiers: splitExactly(random, merisiers.dwellings, merisiers.residences, SURVEYED_DWELLINGS),
    others: splitExactly(random, others.dwellings, others.residences, SURVEYED_DWELLINGS),
  };
}

function annexIn(districts: readonly string[]): Stock {
  const within = PRIORITY_RESIDENCES.filter(({ district }) => districts.includes(district));
  return { residences: within.length, dwellings: within.reduce((sum, { dwellings }) => sum + dwellings, 0) };
}

function without(all: Stock, part: Stock): Stock {
  return { residences: all.residences - part.residences, dwellings: all.dwellings - part.dwellings };
}

/** The residences of a note: those in QPV take their sizes from `inside`, and the others share the rest of the printed dwellings. */
function notedSketches(random: Random, note: 1 | 2 | 3, inside: ReturnType<typeof dwellingsInQpv>): Sketch[] {
  const districts = [...Array.from({ length: IN_MERISIERS[note] }, () => MERISIERS), ...IN_OTHERS[note]];
  const within = districts.map((district, index) => ({
    // A landlord of the rehousing of Merisiers that Annex 1 does not show there.
    ...(note === 3 && index === 0 && { landlord: 'L-CDC' }),
    commune: DISTRICTS.find(({ code }) => code === district)!.commune,
    districts: districtsFrom(district),
    dwellings: (district === MERISIERS ? inside.merisiers : inside.others).pop()!,
  }));
  const taken = within.reduce((sum, { dwellings }) => sum + dwellings, 0);
  const rest = REFERENTIAL.dwellingsByNote[note] - taken;
  const count = RESIDENCES_BY_NOTE[note] - within.length;
  const sizes = splitExactly(random, rest, count, SURVEYED_DWELLINGS);
  const communes = communesFor(random, count, note);
  const outside = communes.map((commune, index) => ({ commune, districts: [], dwellings: sizes[index]! }));
  return [...within, ...outside].map((sketch) => ({ ...sketch, note, openedOn: openedBetween(random, 1970, 2016) }));
}

function unnotedSketches(random: Random): Sketch[] {
  const noted = Object.values(REFERENTIAL.dwellingsByNote).reduce((sum, dwellings) => sum + dwellings, 0);
  const opening = OPENED_IN_2023.reduce((sum, { dwellings }) => sum + dwellings, 0);
  const { dwellings: withoutNote } = REFERENTIAL.withoutNote;
  const recent = REFERENTIAL.dwellings - noted - withoutNote - NOT_SURVEYED.dwellings - opening;
  const opened = (sizes: readonly number[], first: number, last: number) =>
    sizes.map((dwellings) => ({ dwellings, openedOn: openedBetween(random, first, last) }));
  const older = splitExactly(random, NOT_SURVEYED.dwellings, NOT_SURVEYED.residences, SURVEYED_DWELLINGS);
  return [
    ...opened(WITHOUT_NOTE, 1985, 2015).map((residence) => ({ ...residence, inReferential: true })),
    ...opened(older, 1985, 2015),
    ...opened(splitExactly(random, recent, RECENT_RESIDENCES, SURVEYED_DWELLINGS), 2020, 2022),
    ...OPENED_IN_2023,
    ...OPENED_LATER,
  ].map((residence) => ({
    ...residence,
    commune: random.weighted(COMMUNES.map(({ code, lowOutside }) => [code, lowOutside + 1] as const)),
    districts: [],
    note: null,
  }));
}

/** Each commune that has an estimate, once; then communes in proportion to their estimates. */
function communesFor(random: Random, count: number, note: 1 | 2 | 3): string[] {
  const weighed = COMMUNES.map(
    (commune) => [commune.code, note === 3 ? mediumWeight(commune) : commune.lowOutside] as const,
  );
  const choices = weighed.filter(([, weight]) => weight > 0);
  return Array.from({ length: count }, (_, index) => choices[index]?.[0] ?? random.weighted(choices));
}

/** The allocations expected outside QPV. Those of Coignières are all in the QPV of 2024, which was no QPV before. */
function mediumWeight({ mediumOutside, mediumInQpv }: Commune): number {
  return mediumOutside > 0 ? mediumOutside : mediumInQpv;
}

/**
 * In 2024 one residence leaves its QPV, and in each commune with a new QPV residences of notes 1 to 3 enter it: three of
 * the first ones of the commune.
 */
function withNewDistricts(sketches: readonly Sketch[]): Sketch[] {
  const leaving = sketches.find(({ districts }) => districts.includes(ENDED_DISTRICT));
  const entering = new Map<Sketch, string>();
  for (const { code, commune, firstDay } of DISTRICTS) {
    if (firstDay < FIRST_DAY_2024) continue;
    const free = sketches.filter(
      (each) => each.commune === commune && each.districts.length === 0 && each.note !== null,
    );
    for (const sketch of free.slice(0, ENTERING)) entering.set(sketch, code);
  }
  return sketches.map((sketch) => {
    if (sketch === leaving) return { ...sketch, districts: [ENDED_DISTRICT] };
    const district = entering.get(sketch);
    return district === undefined ? sketch : { ...sketch, districts: [district] };
  });
}

/** How many residences enter each new QPV. */
const ENTERING = 3;

function districtsFrom(code: string): string[] {
  if (code === '') return [];
  return code === ENDED_DISTRICT ? [code, SUCCESSOR_DISTRICT] : [code];
}

function openedBetween(random: Random, first: number, last: number): string {
  return `${random.between(first, last)}-${String(random.between(1, 12)).padStart(2, '0')}-01`;
}

function residenceCode(index: number): string {
  return `R-${String(index + 1).padStart(3, '0')}`;
}
