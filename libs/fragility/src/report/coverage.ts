import type { Actor } from '#access';
import { isRefusal, yearOf, type Refusal } from '#kernel';
import { districtsOn, landlordOn } from '#territory';
import type { FragilityNote } from '../events';
import { groundOf, NOTE_GROUNDS, type NoteGroundKind } from '../note-ground';
import { newestSurvey, notesOn } from '../note-on';
import { RESIDENCE_TYPES, typesOf, type ResidenceType } from '../residence-types';
import { scaleOn } from '../survey-scale';
import { isPriority } from '../verbs/establish-list';
import { labelled, type Named } from './named';
import {
  FragilityReadings,
  type FragilityQuery,
  type FragilityReading,
  type FragilitySources,
  type ReadingHeader,
} from './reading';

/** How many residences, and the dwellings in them. */
export interface Extent {
  readonly residences: number;
  readonly dwellings: number;
}

/** All residences of a group, those with a note, those noted 4 or 5. */
export interface Coverage extends Extent {
  readonly noted: Extent;
  readonly priority: Extent;
}

export interface CoverageReport extends ReadingHeader {
  readonly total: Coverage & {
    readonly priority: Extent & { readonly inQpv: Extent };
  };
  /** Notes 1 to 5, then null: without a note. */
  readonly byNote: readonly (Extent & { readonly note: FragilityNote | null })[];
  /** By the rule that gives the note, or the reason why there is none. Every ground has its line. */
  readonly byGround: readonly (Extent & { readonly ground: NoteGroundKind })[];
  /** The residences noted 4 or 5, by type. A residence may be of several types, or of none (null). */
  readonly byType: readonly (Extent & { readonly type: ResidenceType | null })[];
  readonly communes: readonly (Coverage & Named)[];
  /** By the owner of that day. */
  readonly landlords: readonly (Coverage & Named)[];
}

/** A residence as coverage counts it. */
interface CountedResidence {
  readonly dwellings: number;
  readonly note: FragilityNote | null;
  readonly ground: NoteGroundKind;
  readonly types: readonly ResidenceType[];
  readonly commune: string;
  readonly landlord: string;
  readonly inQpv: boolean;
}

/** How much of the territory is noted, on any day and as of any instant. */
export class FragilityCoverage {
  private readonly readings: FragilityReadings;

  constructor(sources: FragilitySources) {
    this.readings = new FragilityReadings(sources);
  }

  /** Counts what the actor may see. Refused like `FragilityReadings.read`. */
  async report(query: FragilityQuery, actor: Actor): Promise<CoverageReport | Refusal> {
    const reading = await this.readings.read(query, actor);
    if (isRefusal(reading)) return reading;
    const all = await countedResidences(reading);
    const priority = all.filter(({ note }) => isPriority(note));
    const inQpv = priority.filter((residence) => residence.inQpv);
    const total = coverageOf(all);
    return {
      ...reading.header,
      total: { ...total, priority: { ...total.priority, inQpv: extentOf(inQpv) } },
      byNote: ([1, 2, 3, 4, 5, null] as const).map((note) => ({
        note,
        ...extentOf(all.filter((residence) => residence.note === note)),
      })),
      byGround: NOTE_GROUNDS.map((ground) => ({
        ground,
        ...extentOf(all.filter((residence) => residence.ground === ground)),
      })),
      byType: [...RESIDENCE_TYPES, null].map((type) => ({
        type,
        ...extentOf(priority.filter(({ types }) => (type === null ? types.length === 0 : types.includes(type)))),
      })),
      communes: grouped(all, ({ commune }) => commune, await reading.known('communes')),
      landlords: grouped(all, ({ landlord }) => landlord, await reading.known('landlords')),
    };
  }
}

async function countedResidences(reading: FragilityReading): Promise<readonly CountedResidence[]> {
  const { on } = reading.header;
  const scale = scaleOn(on, reading.scales);
  const districts = await reading.known('districts');
  return reading.residences.map((residence) => {
    const { facts, notes, surveys } = residence;
    const inForce = notesOn(on, notes, surveys, reading.scales);
    return {
      dwellings: facts.dwellings,
      note: inForce.note,
      ground: groundOf(inForce, scale).kind,
      types: typesOf(newestSurvey(yearOf(on), surveys), scale, reading.occupancy),
      commune: facts.commune,
      landlord: landlordOn(on, residence),
      inQpv: districtsOn(on, facts, districts).length > 0,
    };
  });
}

function extentOf(residences: readonly CountedResidence[]): Extent {
  return {
    residences: residences.length,
    dwellings: residences.reduce((sum, { dwellings }) => sum + dwellings, 0),
  };
}

function coverageOf(residences: readonly CountedResidence[]): Coverage {
  return {
    ...extentOf(residences),
    noted: extentOf(residences.filter(({ note }) => note !== null)),
    priority: extentOf(residences.filter(({ note }) => isPriority(note))),
  };
}

/** One line for each group that has a residence, in the order of the groups' codes. */
function grouped(
  all: readonly CountedResidence[],
  codeOf: (residence: CountedResidence) => string,
  names: ReadonlyMap<string, { readonly name: string }>,
): readonly (Coverage & Named)[] {
  const codes = [...new Set(all.map(codeOf))].sort();
  return codes.map((code) => ({
    ...labelled(code, names),
    ...coverageOf(all.filter((residence) => codeOf(residence) === code)),
  }));
}
