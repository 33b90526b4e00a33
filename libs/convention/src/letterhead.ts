import type { Position } from '#event-store';
import { dayAt, type Day, type Instant } from '#kernel';
import type { NamedCode } from './process-facts';
import type { ConventionHistory } from './convention-history';
import { conventionOn, publicsOf, timeZoneOf } from './in-force';
import { motivesKnownOn } from './process-settings';
import type { RecordedConvention } from './recorded-convention';
import { reportedTerritory, type ReportedTerritory } from './territory-name';

/** Where nothing is recorded, no convention depends on the day. */
const BEFORE_ANY = '1970-01-01T00:00:00.000Z' as Instant;

/** What a paper or a workbook says of the territory that gives it out. */
export interface Letterhead {
  readonly territory: ReportedTerritory;
  /** Null without a convention, or where it gives none. */
  readonly siren: string | null;
  /** The name of the convention; null where none was recorded. */
  readonly convention: string | null;
  /** All publics ever named, with the names that figures are shown under. */
  readonly publics: readonly NamedCode[];
  /** The motives of the territory, with the names that papers give them. */
  readonly motives: readonly NamedCode[];
}

/** The state of the history that a report shows. */
interface ShownState {
  readonly asOf: Instant | null;
  readonly position: Position | null;
}

/** The letterhead of a report, as it was on a day. Default: the day of the report's instant in the territory. */
export async function letterheadAt(
  history: ConventionHistory,
  { asOf, position }: ShownState,
  day?: Day,
): Promise<Letterhead> {
  const recorded = asOf === null ? null : await history.at(position);
  return letterheadOf(recorded, day ?? dayAt(asOf ?? BEFORE_ANY, timeZoneOf(recorded)));
}

export function letterheadOf(recorded: RecordedConvention | null, day: Day): Letterhead {
  const facts = recorded && conventionOn(recorded, day);
  return {
    territory: reportedTerritory(recorded, day),
    siren: facts?.territory.siren ?? null,
    convention: facts?.agreement.name ?? null,
    publics: publicsOf(recorded).map(({ code, name }) => ({ code, name })),
    motives: motivesKnownOn(recorded, day).map(({ code, name }) => ({ code, name })),
  };
}
