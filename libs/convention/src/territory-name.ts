import type { Day } from '#kernel';
import type { ConventionFacts } from './convention';
import { conventionOn, timeZoneOf } from './in-force';
import type { RecordedConvention } from './recorded-convention';

/** The name of the territory in reports. */
export interface TerritoryName {
  /** Its SIREN, where a convention gives it. */
  readonly id: string;
  readonly label: string;
}

/** The territory of a report, and the time zone in which its days begin and end. */
export interface ReportedTerritory extends TerritoryName {
  readonly timeZone: string;
}

/** The id of a territory that has no convention, or whose convention gives no SIREN. */
const UNNUMBERED = 'epci';
const UNNAMED: TerritoryName = { id: UNNUMBERED, label: 'EPCI' };

/** The name that the convention gives, or a general one without a convention. */
export function territoryNameOf(facts: ConventionFacts | null): TerritoryName {
  if (!facts) return UNNAMED;
  const { siren, name } = facts.territory;
  return { id: siren ?? UNNUMBERED, label: name };
}

/** The territory as it was on a day. */
export function reportedTerritory(recorded: RecordedConvention | null, day: Day): ReportedTerritory {
  const facts = recorded && conventionOn(recorded, day);
  return { ...territoryNameOf(facts), timeZone: timeZoneOf(recorded) };
}
