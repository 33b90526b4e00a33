import { ALLOCATION_STREAMS, type AllocationFacts } from '#allocation';
import { CONVENTION_STREAM, type ConventionEvent, type FragilityScale } from '#convention';
import { aConvention, anAmendment } from '#convention/testing';
import { START, type EventStore, type NewEvent, type RecordDefinition, type RecordedEvent } from '#event-store';
import { NOTE_STREAMS, SURVEY_STREAMS, type NoteFacts, type SurveyFacts } from '#fragility';
import { changesBetween, day, instantOf, uuidV5, type Clock, type Day, type Instant, type JsonObject } from '#kernel';
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
} from '#territory';

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

export const aNote = (residence: string, from: string, facts: Partial<NoteFacts> = {}): NoteFacts => ({
  residence,
  from: day(from),
  statistical: null,
  commune: null,
  landlord: null,
  final: null,
  consensus: null,
  ...facts,
});

/** A sound residence, noted 1, or one noted 5. */
export const aSurvey = (
  residence: string,
  year: number,
  fragile = false,
  facts: Partial<SurveyFacts> = {},
): SurveyFacts => ({
  residence,
  year,
  dwellings: 40,
  responseRate: '80',
  veryLowIncome: fragile ? '60' : '10',
  adultsInWork: fragile ? '40' : '80',
  largeFamilies: fragile ? '30' : '5',
  singleParents: fragile ? '40' : '10',
  minors: fragile ? '50' : '20',
  ...facts,
});

export const aLease = (facts: Partial<AllocationFacts> & { readonly household?: string } = {}): JsonObject => ({
  household: uuidV5('household'),
  commissionOn: null,
  residence: 'R1',
  dwellingType: null,
  financing: null,
  firstLetting: null,
  cancelled: null,
  holder: 'H1',
  transfer: false,
  quartile: null,
  priority: false,
  homeWork: false,
  essentialWorker: null,
  rehoused: false,
  composition: null,
  signedOn: day('2024-03-05'),
  ...facts,
});

const ENTITY_STREAMS = {
  Commune: COMMUNE_STREAMS,
  PriorityDistrict: DISTRICT_STREAMS,
  Landlord: LANDLORD_STREAMS,
  ReservationHolder: HOLDER_STREAMS,
  Residence: RESIDENCE_STREAMS,
} as const;

/** Writes events as the rest of the system would, one at a time, and keeps the newest facts of each stream. */
export class History {
  private readonly facts = new Map<string, JsonObject>();
  private adopted = false;

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

  async note(facts: NoteFacts): Promise<void> {
    await this.recordRow(NOTE_STREAMS, facts);
  }

  async survey(facts: SurveyFacts): Promise<void> {
    await this.recordRow(SURVEY_STREAMS, facts);
  }

  /** Adopts a convention with a scale of surveys, or amends it from a day on; the territory keeps its id. */
  async scale(fragilityScale: FragilityScale | null, effectiveOn: Day): Promise<void> {
    const event: ConventionEvent = this.adopted
      ? { type: 'ConventionAmended', data: anAmendment({ fragilityScale, effectiveOn }) }
      : {
          type: 'ConventionAdopted',
          data: aConvention({ fragilityScale, territory: { ...aConvention().territory, siren: null } }),
        };
    this.adopted = true;
    await this.convene(event);
  }

  async lease(name: string, facts: JsonObject): Promise<void> {
    await this.row(
      ALLOCATION_STREAMS.name(uuidV5(name)),
      'AllocationSigned',
      facts['cancelled'] ? 'AllocationCancelled' : 'AllocationCorrected',
      facts,
      { publics: [] },
    );
  }

  /** A convention, or an amendment of it. */
  async convene(event: ConventionEvent): Promise<void> {
    await this.record(CONVENTION_STREAM.name(), event.type, event.data);
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

  private recordRow<Facts extends object>(
    streams: RecordDefinition<Facts, string, string>,
    facts: Facts,
  ): Promise<void> {
    return this.row(streams.nameFor(facts), streams.declared, streams.corrected, facts);
  }

  /** `absent`: what a correction takes facts to be that their first event does not hold. */
  private async row(
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
