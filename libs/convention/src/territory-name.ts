import type { Day } from '#kernel';
import type { ConventionFacts } from './convention';
import { conventionOn, timeZoneOf } from './in-force';
import type { RecordedConvention } from './recorded-convention';

/** How reports name the territory. */
export interface TerritoryName {
  /** Its SIREN, where a convention gives it. */
  readonly id: string;
  readonly label: string;
}

/** The territory that a report is of, and the zone in which its days begin and end. */
export interface ReportedTerritory extends TerritoryName {
  readonly timeZone: string;
}

/** A territory whose convention gives no SIREN, or that has no convention. */
const UNNUMBERED = 'epci';
const UNNAMED: TerritoryName = { id: UNNUMBERED, label: 'EPCI' };

/** By its convention, or without one. */
export function territoryNameOf(facts: ConventionFacts | null): TerritoryName {
  if (!facts) return UNNAMED;
  const { siren, name } = facts.territory;
  return { id: siren ?? UNNUMBERED, label: name };
}

/** As it was on a day. */
export function reportedTerritory(recorded: RecordedConvention | null, day: Day): ReportedTerritory {
  const facts = recorded && conventionOn(recorded, day);
  return { ...territoryNameOf(facts), timeZone: timeZoneOf(recorded) };
}
