import { START, type EventStore, type NewEvent, type RecordDefinition, type RecordedEvent } from '#event-store';
import { changesBetween, day, instantOf, uuidV5, type Clock, type Instant, type JsonObject } from '#kernel';
import {
  OWNERSHIP_STREAMS,
  TERRITORY_STREAMS,
  type CommuneFacts,
  type LandlordFacts,
  type OwnershipFacts,
  type PriorityDistrictFacts,
  type ReservationHolderFacts,
  type ResidenceFacts,
} from '../events';

/** A clock that a test moves. */
export class TestClock implements Clock {
  private time = Date.UTC(2024, 0, 1);

  now(): Instant {
    return instantOf(this.time);
  }

  advance(): Instant {
    this.time += 60_000;
    return this.now();
  }

  /** Moves the clock forward or back. */
  set(instant: string): void {
    this.time = Date.parse(instant);
  }
}

export const aCommune = (code: string, facts: Partial<CommuneFacts> = {}): CommuneFacts => ({
  code,
  name: `Commune ${code}`,
  sruDeficit: null,
  ...facts,
});

export const aLandlord = (code: string): LandlordFacts => ({ code, name: `Bailleur ${code}` });

export const aHolder = (code: string, facts: Partial<ReservationHolderFacts> = {}): ReservationHolderFacts => ({
  code,
  name: `Réservataire ${code}`,
  contingent: 'etat',
  commune: null,
  ...facts,
});

export const aDistrict = (code: string, firstDay: string, lastDay: string | null = null): PriorityDistrictFacts => ({
  code,
  name: `Quartier ${code}`,
  commune: 'C1',
  firstDay: day(firstDay),
  lastDay: lastDay === null ? null : day(lastDay),
});

export const aResidence = (code: string, facts: Partial<ResidenceFacts> = {}): ResidenceFacts => ({
  code,
  name: `Résidence ${code}`,
  commune: 'C1',
  landlord: 'L1',
  districts: [],
  dwellings: 40,
  openedOn: null,
  agreementOn: null,
  latitude: null,
  longitude: null,
  ...facts,
});

export const anOwnership = (residence: string, from: string, landlord: string): OwnershipFacts => ({
  residence,
  from: day(from),
  landlord,
});

/** The entities that a history declares, named as in the types of their events. */
type Entity = 'Commune' | 'PriorityDistrict' | 'Landlord' | 'ReservationHolder' | 'Residence';

/** Writes events one at a time, as the product would. It keeps the newest facts of each stream. */
export class TerritoryHistory {
  private readonly facts = new Map<string, JsonObject>();

  constructor(
    readonly events: EventStore,
    readonly clock: TestClock,
  ) {}

  /** Declares a territorial entity, or corrects it where it is known. */
  async declare(entity: Entity, facts: object): Promise<void> {
    const streams = Object.values(TERRITORY_STREAMS).find(({ declared }) => declared === `${entity}Declared`)!;
    await this.row(streams.name((facts as { code: string }).code), streams.declared, streams.corrected, facts);
  }

  async own(facts: OwnershipFacts): Promise<void> {
    await this.recordRow(OWNERSHIP_STREAMS, facts);
  }

  /** Records any event, unchanged. */
  async record(stream: string, type: string, data: object): Promise<void> {
    this.clock.advance();
    const event: NewEvent = {
      id: uuidV5(`${stream} ${this.clock.now()}`),
      type,
      schemaVersion: 1,
      data: data as JsonObject,
      metadata: { actor: 'tester', role: 'system', correlationId: 'test', causationId: 'test' },
    };
    await this.events.append({ stream, expected: 'any', events: [event] });
  }

  async all(): Promise<readonly RecordedEvent[]> {
    return this.events.readAll({ from: START, maxCount: 100_000 });
  }

  protected recordRow<Facts extends object>(
    streams: RecordDefinition<Facts, string, string>,
    facts: Facts,
  ): Promise<void> {
    return this.row(streams.nameFor(facts), streams.declared, streams.corrected, facts);
  }

  /**
   * Records the first facts of a stream, or the changes since the last ones; no event where nothing changes.
   * @param absent the value that a correction gives as the old value of a fact that earlier events do not hold
   */
  async row(
    stream: string,
    declared: string,
    corrected: string,
    facts: object,
    absent: JsonObject = {},
  ): Promise<void> {
    const known = this.facts.get(stream);
    const after = facts as JsonObject;
    this.facts.set(stream, after);
    if (!known) return this.record(stream, declared, after);
    const changes = changesBetween({ ...absent, ...known }, { ...absent, ...after });
    if (changes) await this.record(stream, corrected, { changes });
  }
}
