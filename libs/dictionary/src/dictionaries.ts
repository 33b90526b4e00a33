import { covers, refusalOf, type Actor } from '#access';
import { COMPLIANCE_MODEL, complianceProjection, entitiesAt } from '#compliance';
import { reportedTerritory, timeZoneOf, type ConventionHistory, type ReportedTerritory } from '#convention';
import type { EventStore, Position } from '#event-store';
import { incompleteImport, type IncompleteImport } from '#imports';
import { dayAt, type AsOf, type Clock, type Day, type Instant, type Refusal } from '#kernel';
import { momentAt, newestMoment } from '#processing';
import type { ReadModel, ReadStore } from '#read-store';
import { landlordOn } from '#territory';
import { dictionaryOn, type Dictionary } from './dictionary';

export interface DictionaryQuery {
  /** The day of owners, QPV and notes; today in the territory where absent. */
  readonly on?: Day;
  /** What was recorded up to then; up to the head of the history where absent. */
  readonly asOf?: AsOf;
}

export interface DictionarySources {
  readonly events: EventStore;
  readonly readStore: ReadStore;
  readonly clock: Clock;
  readonly convention: ConventionHistory;
}

/** A dictionary, its day and its moment of the history. */
export interface ReadDictionary extends Dictionary {
  readonly on: Day;
  readonly asOf: Instant | null;
  readonly position: Position | null;
  /** Present while an import is not completely written. */
  readonly incompleteImport?: IncompleteImport;
  readonly territory: ReportedTerritory;
}

/** The names of the territory on any day, as recorded at any instant, from the entities that the figures are joined with. */
export class Dictionaries {
  constructor(private readonly sources: DictionarySources) {}

  /**
   * Everybody who reads figures reads every name: lists and figures show the codes. Only the note of a residence follows the scope.
   * Refused: `not-allowed`.
   */
  async read(query: DictionaryQuery, actor: Actor): Promise<ReadDictionary | Refusal> {
    const refusal = refusalOf(actor, 'read-figures');
    if (refusal) return refusal;
    const { events, readStore, convention, clock } = this.sources;
    const model = await readStore.active(COMPLIANCE_MODEL);
    const newest = await newestMoment(complianceProjection, events, model);
    const instant = await convention.instantOf(query.asOf);
    const moment = instant === undefined ? newest : await momentAt(complianceProjection, events, model, instant);
    const recorded = await convention.at(moment.position);
    const today = dayAt(clock.now(), timeZoneOf(await convention.latest()));
    const on = query.on ?? today;
    const [known, seen, incomplete] = await Promise.all([
      entitiesOf(model, moment.reading),
      seenBy(actor, today, model, newest.reading),
      incompleteImport(events, moment.position),
    ]);
    return {
      ...{ on, asOf: moment.asOf, position: moment.position },
      ...(incomplete && { incompleteImport: incomplete }),
      territory: reportedTerritory(recorded, on),
      ...dictionaryOn(on, { ...known, convention: recorded }, seen),
    };
  }
}

async function entitiesOf(model: ReadModel, position: Position) {
  const [communes, districts, landlords, holders, residences] = await Promise.all([
    entitiesAt(model, 'commune', position),
    entitiesAt(model, 'district', position),
    entitiesAt(model, 'landlord', position),
    entitiesAt(model, 'holder', position),
    entitiesAt(model, 'residence', position),
  ]);
  return { communes, districts, landlords, holders, residences };
}

/** Rights follow today's owner, as known now, whatever the day and the moment of the dictionary. */
async function seenBy(
  { scope }: Actor,
  today: Day,
  model: ReadModel,
  newest: Position,
): Promise<(residence: string) => boolean> {
  if (scope.kind === 'all') return () => true;
  const seen = new Set<string>();
  for (const { facts, ownerships } of await entitiesAt(model, 'residence', newest))
    if (covers(scope, { landlord: landlordOn(today, { facts, ownerships }), commune: facts.commune }))
      seen.add(facts.code);
  return (residence) => seen.has(residence);
}
