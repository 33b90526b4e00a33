import { START, type EventStore, type NewEvent, type RecordDefinition, type RecordedEvent } from '#event-store';
import { changesBetween, day, instantOf, uuidV5, type Clock, type Instant, type JsonObject } from '#kernel';
import {
  COMMUNE_STREAMS,
  DISTRICT_STREAMS,
  HOLDER_STREAMS,
  LANDLORD_STREAMS,
  OWNERSHIP_STREAMS,
  RESIDENCE_STREAMS,
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

  /** Forward or back. */
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

const ENTITY_STREAMS = {
  Commune: COMMUNE_STREAMS,
  PriorityDistrict: DISTRICT_STREAMS,
  Landlord: LANDLORD_STREAMS,
  ReservationHolder: HOLDER_STREAMS,
  Residence: RESIDENCE_STREAMS,
} as const;

/** Writes events as the rest of the system would, one at a time. It keeps the newest facts of each stream. */
export class TerritoryHistory {
  private readonly facts = new Map<string, JsonObject>();

  constructor(
    readonly events: EventStore,
    readonly clock: TestClock,
  ) {}

  /** Declares a territorial entity, or corrects it where it is known. */
  async declare(kind: keyof typeof ENTITY_STREAMS, facts: object): Promise<void> {
    const streams = ENTITY_STREAMS[kind];
    await this.row(streams.name((facts as { code: string }).code), streams.declared, streams.corrected, facts);
  }

  async own(facts: OwnershipFacts): Promise<void> {
    await this.recordRow(OWNERSHIP_STREAMS, facts);
  }

  /** Any event, as it is. */
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
   * The first facts of a stream, or what has changed about them; no event where nothing has.
   * @param absent what a correction takes a fact to be that the first event does not hold
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
