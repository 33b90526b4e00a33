import { DEFAULT_SCALES, noteOn, type FragilityNote, type SurveyScales } from '#fragility';
import { canonicalJson, changeDaysOf, holdsOn, type Day } from '#kernel';
import { landlordOn, type Contingent, type PriorityDistrictFacts, type ResidenceFacts } from '#territory';
import type { Flag, JoinedFact } from '../figures/allocation-fact';
import type { ResidenceState } from './entities';

/** The dated facts of a residence, from a day on until the next place of its timeline. */
export interface DatedPlace {
  readonly from: Day | '';
  readonly commune: string;
  readonly sector: string | null;
  readonly landlord: string;
  readonly districts: readonly string[];
  readonly inQpv: Flag;
  readonly note: FragilityNote | null;
}

/** In the order of their days. The first place, from '', has no beginning. Empty while the residence itself is unknown. */
export type Timeline = readonly DatedPlace[];

/** The places of a residence, one from each day on which something about it changes. A lease then only looks up its day. */
export function timelineOf(
  residence: ResidenceState,
  districts: readonly PriorityDistrictFacts[],
  scales: SurveyScales = DEFAULT_SCALES,
): Timeline {
  const { facts } = residence;
  if (!facts) return [];
  const days = new Set<Day>();
  for (const ownership of residence.ownerships) days.add(ownership.from);
  for (const note of residence.notes) days.add(note.from);
  for (const survey of residence.surveys) days.add(`${survey.year}-01-01` as Day);
  // A scale changes only notes that are computed from surveys.
  if (residence.surveys.length > 0) for (const { from } of scales) if (from !== '') days.add(from);
  for (const district of districts) for (const changed of changeDaysOf(district)) days.add(changed);
  const starts: (Day | '')[] = ['', ...[...days].sort()];
  return starts.map((from) => placeOn(from, { ...residence, facts }, districts, scales));
}

/** The residence as it is on a day. */
export function placeAt(timeline: Timeline, day: Day): DatedPlace | undefined {
  let low = 0;
  let high = timeline.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (timeline[middle]!.from <= day) low = middle;
    else high = middle;
  }
  return timeline[low];
}

/** The first day from which two timelines may differ ('' where they differ from the beginning), null where they are the same. */
export function firstDifference(a: Timeline, b: Timeline): Day | '' | null {
  for (let index = 0; index < a.length || index < b.length; index++) {
    const [left, right] = [a[index], b[index]];
    if (left && right && canonicalJson({ ...left }) === canonicalJson({ ...right })) continue;
    if (!left || !right) return (left ?? right)!.from;
    return left.from < right.from ? left.from : right.from;
  }
  return null;
}

/** The facts that an allocation takes from the place of its day and from its holder. */
export function joinedWith(place: DatedPlace, contingent: Contingent): JoinedFact {
  const { commune, sector, landlord, districts, inQpv, note } = place;
  return { commune, sector, landlord, districts, inQpv, note, contingent };
}

function placeOn(
  day: Day | '',
  residence: ResidenceState & { readonly facts: ResidenceFacts },
  districts: readonly PriorityDistrictFacts[],
  scales: SurveyScales,
): DatedPlace {
  const { facts } = residence;
  const inForce = districts
    .filter((district) => holdsOn(day, district))
    .map((district) => district.code)
    .sort();
  return {
    from: day,
    commune: facts.commune,
    sector: facts.sector ?? null,
    landlord: landlordOn(day, residence),
    districts: inForce,
    inQpv: inForce.length > 0 ? 1 : 0,
    note: day === '' ? null : noteOn(day, residence.notes, residence.surveys, scales),
  };
}
