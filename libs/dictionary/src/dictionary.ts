import { CONTINGENT_LABELS, publicFigureCode, type NamedEntity } from '#compliance';
import { conventionOn, publicsOf, sectorsOf, type RecordedConvention } from '#convention';
import { noteOn, scalesOf, type FragilityNote } from '#fragility';
import { holdsOn, type Day } from '#kernel';
import { CONTINGENTS, districtsOn, landlordOn, type Contingent } from '#territory';

/** A code and its label. */
export interface Entry {
  readonly id: string;
  readonly label: string;
}

export interface SectorEntry extends Entry {
  /** Null where only residences name the sector. */
  readonly commune: string | null;
}

export interface DistrictEntry extends Entry {
  readonly commune: string;
  readonly firstDay: Day;
  readonly lastDay: Day | null;
  readonly inForce: boolean;
}

export interface HolderEntry extends Entry {
  readonly contingent: Contingent;
  readonly commune: string | null;
}

/** A residence as it is on the day. */
export interface ResidenceEntry extends Entry {
  readonly commune: string;
  readonly sector: string | null;
  readonly landlord: string;
  /** The codes of the QPV in force. */
  readonly districts: readonly string[];
  /** The final note. Null where there is none, and for a residence that is not within the reader's scope. */
  readonly note: FragilityNote | null;
  readonly dwellings: number;
  /** Degrees; null where unknown. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly withinScope: boolean;
}

export interface PublicEntry extends Entry {
  readonly sensitive: boolean;
  /** The code of its figure. */
  readonly figure: string;
}

/** The names of everything that a page shows or filters by, each list in the order of its codes, or of the convention. */
export interface Dictionary {
  readonly communes: readonly Entry[];
  readonly sectors: readonly SectorEntry[];
  readonly districts: readonly DistrictEntry[];
  readonly landlords: readonly Entry[];
  /** Those that have a holder. */
  readonly contingents: readonly Entry[];
  readonly holders: readonly HolderEntry[];
  readonly residences: readonly ResidenceEntry[];
  readonly publics: readonly PublicEntry[];
  readonly occupations: readonly Entry[];
}

/** What is known of the territory at one position of its history. */
export interface KnownEntities {
  readonly communes: readonly NamedEntity<'commune'>[];
  readonly districts: readonly NamedEntity<'district'>[];
  readonly landlords: readonly NamedEntity<'landlord'>[];
  readonly holders: readonly NamedEntity<'holder'>[];
  readonly residences: readonly NamedEntity<'residence'>[];
  readonly convention: RecordedConvention | null;
}

/** The dictionary of a day. `isSeen` says whether a residence is within the reader's scope. */
export function dictionaryOn(on: Day, known: KnownEntities, isSeen: (residence: string) => boolean): Dictionary {
  const { convention } = known;
  const contingents = new Set(known.holders.map(({ facts }) => facts.contingent));
  return {
    communes: byId(known.communes.map(({ facts }) => entryOf(facts))),
    sectors: sectorsIn(known),
    districts: byId(
      known.districts.map(({ facts }) => ({
        ...entryOf(facts),
        ...{ commune: facts.commune, firstDay: facts.firstDay, lastDay: facts.lastDay },
        inForce: holdsOn(on, facts),
      })),
    ),
    landlords: byId(known.landlords.map(({ facts }) => entryOf(facts))),
    contingents: CONTINGENTS.filter((code) => contingents.has(code)).map((code) => ({
      id: code,
      label: CONTINGENT_LABELS[code],
    })),
    holders: byId(
      known.holders.map(({ facts }) => ({
        ...entryOf(facts),
        ...{ contingent: facts.contingent, commune: facts.commune },
      })),
    ),
    residences: residencesOn(on, known, isSeen),
    publics: publicsOf(convention).map((each) => ({
      ...entryOf(each),
      ...{ sensitive: each.sensitive, figure: publicFigureCode(each.code) },
    })),
    occupations: convention ? conventionOn(convention, on).essentialOccupations.map(entryOf) : [],
  };
}

function residencesOn(
  on: Day,
  { residences, districts, convention }: KnownEntities,
  isSeen: (residence: string) => boolean,
): readonly ResidenceEntry[] {
  const scales = scalesOf(convention);
  const byCode = new Map(districts.map(({ facts }) => [facts.code, facts]));
  return byId(
    residences.map(({ facts, ownerships, notes, surveys }) => {
      const withinScope = isSeen(facts.code);
      return {
        ...entryOf(facts),
        commune: facts.commune,
        sector: facts.sector ?? null,
        landlord: landlordOn(on, { facts, ownerships }),
        districts: districtsOn(on, facts, byCode).map(({ code }) => code),
        note: withinScope ? noteOn(on, notes, surveys, scales) : null,
        dwellings: facts.dwellings,
        latitude: degrees(facts.latitude),
        longitude: degrees(facts.longitude),
        withinScope,
      };
    }),
  );
}

/** Those of the convention, and those that only residences name. */
function sectorsIn({ convention, residences }: KnownEntities): readonly SectorEntry[] {
  const sectors = new Map<string, SectorEntry>();
  for (const { facts } of residences)
    if (facts.sector) sectors.set(facts.sector, { id: facts.sector, label: facts.sector, commune: null });
  for (const { commune, ...sector } of sectorsOf(convention)) sectors.set(sector.code, { ...entryOf(sector), commune });
  return byId([...sectors.values()]);
}

function entryOf({ code, name }: { readonly code: string; readonly name: string }): Entry {
  return { id: code, label: name };
}

function byId<One extends Entry>(entries: readonly One[]): readonly One[] {
  return [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function degrees(text: string | null): number | null {
  return text === null ? null : Number(text);
}
