import type { Place } from '#access';
import {
  CONVENTION_STREAM,
  evolveConvention,
  THRESHOLD_STREAMS,
  type RecordedConvention,
  type ThresholdFacts,
} from '#convention';
import { followerOf, type Follower } from '#deciding';
import { recordsOf, type EventStore, type Position, type RecordedEvent } from '#event-store';
import type { Day } from '#kernel';
import {
  COMMUNE_STREAMS,
  isTerritoryEvent,
  KnownTerritory,
  officialCommune,
  territoryTypes,
  type CommuneFacts,
  type ResidenceFacts,
} from '#territory';
import type { Geography } from '../derived-facts';
import { ALLOCATION_STREAMS, type AllocationFacts } from '../events';
import type { Derivation } from '../derived-facts';

/** The communes of the EPCI and the yearly bounds: those recorded, and those that an import adds. */
export class KnownFacts implements Derivation {
  private readonly communes = new Set<string>();
  private readonly thresholds = new Map<number, ThresholdFacts>();
  private readonly currentCommunes = new Map<string, string>();

  static async of(store: EventStore): Promise<KnownFacts> {
    const known = new KnownFacts();
    for (const commune of await recordsOf(store, COMMUNE_STREAMS)) known.addCommune(commune);
    for (const bounds of await recordsOf(store, THRESHOLD_STREAMS)) known.setBounds(bounds);
    return known;
  }

  readonly geography: Geography = {
    currentCommune: (code) => this.currentCommune(code),
    inEpci: (commune) => this.communes.has(commune),
  };

  bounds(year: number): ThresholdFacts | undefined {
    return this.thresholds.get(year);
  }

  /** False where it was known already. */
  addCommune(commune: CommuneFacts): boolean {
    const current = this.currentCommune(commune.code);
    if (this.communes.has(current)) return false;
    this.communes.add(current);
    return true;
  }

  setBounds(bounds: ThresholdFacts): void {
    this.thresholds.set(bounds.year, bounds);
  }

  private currentCommune(code: string): string {
    let current = this.currentCommunes.get(code);
    if (current === undefined) {
      current = officialCommune(code)?.current ?? code;
      this.currentCommunes.set(code, current);
    }
    return current;
  }
}

const TYPES = [
  ...territoryTypes('commune', 'residence', 'ownership', 'holder'),
  ...THRESHOLD_STREAMS.types,
  ...CONVENTION_STREAM.types,
];

/** What a lease is checked against, in memory: communes, yearly bounds, residences and their owners, holders, the convention. */
export class LeaseReference implements Follower {
  private readonly territory = new KnownTerritory();
  private readonly known = new KnownFacts();
  /** The current bounds of each stream. */
  private readonly bounds = new Map<string, ThresholdFacts>();
  private recorded: RecordedConvention | null = null;
  private derivationChanges = 0;
  private readonly follower: Follower;

  constructor(store: EventStore) {
    const fold = { types: TYPES, apply: (event: RecordedEvent) => this.apply(event) };
    this.follower = followerOf(store, fold, ALLOCATION_STREAMS.types);
  }

  /** Bounds and communes as they are now. Always the same object. */
  get derivation(): Derivation {
    return this.known;
  }

  /** Grows each time that bounds or communes change. */
  get derivationVersion(): number {
    return this.derivationChanges;
  }

  /** Null where none was recorded. */
  get convention(): RecordedConvention | null {
    return this.recorded;
  }

  residence(code: string): ResidenceFacts | undefined {
    return this.territory.residence(code);
  }

  hasHolder(code: string): boolean {
    return this.territory.hasHolder(code);
  }

  /** Undefined where the residence is not known. */
  landlordOn(residence: string, day: Day): string | undefined {
    return this.territory.landlordOn(residence, day);
  }

  /** Where a lease stands on its day, to judge who may see or record it. Of an unknown residence only the holder is known. */
  placeOf({ residence, holder, signedOn }: Pick<AllocationFacts, 'residence' | 'holder' | 'signedOn'>): Place {
    return {
      landlord: this.landlordOn(residence, signedOn) ?? '',
      holder,
      commune: this.residence(residence)?.commune ?? '',
    };
  }

  ready(): Promise<void> {
    return this.follower.ready();
  }

  reachHead(): Promise<void> {
    return this.follower.reachHead();
  }

  /** @param position of an event of a lease */
  reach(position: Position): Promise<void> {
    return this.follower.reach(position);
  }

  private apply(event: RecordedEvent): void {
    if (isTerritoryEvent(event)) {
      const record = this.territory.apply(event);
      if (record.kind === 'commune' && this.known.addCommune(record.facts)) this.derivationChanges += 1;
    } else if (THRESHOLD_STREAMS.has(event.type)) this.setBounds(event);
    else this.recorded = evolveConvention(this.recorded, CONVENTION_STREAM.read(event));
  }

  private setBounds(event: RecordedEvent): void {
    const bounds = THRESHOLD_STREAMS.evolve(this.bounds.get(event.stream), event);
    this.bounds.set(event.stream, bounds);
    this.known.setBounds(bounds);
    this.derivationChanges += 1;
  }
}
