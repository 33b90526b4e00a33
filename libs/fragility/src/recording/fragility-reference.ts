import { CONVENTION_STREAM, evolveConvention, timeZoneOf, type RecordedConvention } from '#convention';
import { followerOf, type Follower } from '#deciding';
import { partsOfRowId, type EventStore, type Position, type RecordDefinition, type RecordedEvent } from '#event-store';
import { dayAt, type Day, type Instant } from '#kernel';
import { isTerritoryEvent, KnownTerritory, territoryTypes, type ResidenceFacts } from '#territory';
import {
  NOTE_STREAMS,
  PRIORITY_LIST_STREAMS,
  SURVEY_STREAMS,
  type NoteFacts,
  type PriorityListFacts,
  type SurveyFacts,
} from '../events';

const TYPES = [
  ...territoryTypes('landlord', 'residence', 'ownership'),
  ...NOTE_STREAMS.types,
  ...SURVEY_STREAMS.types,
  ...PRIORITY_LIST_STREAMS.types,
  ...CONVENTION_STREAM.types,
];

/** What notes and lists are decided on, in memory: residences and their owners, notes, surveys, lists, the convention. */
export class FragilityReference {
  private readonly territory = new KnownTerritory();
  private readonly residences = new Set<string>();
  private readonly notes = new DatedRows<NoteFacts>(NOTE_STREAMS);
  private readonly surveys = new DatedRows<SurveyFacts>(SURVEY_STREAMS);
  private readonly lists = new Map<string, readonly RecordedEvent[]>();
  private recorded: RecordedConvention | null = null;
  private readonly follower: Follower;

  constructor(store: EventStore) {
    this.follower = followerOf(store, { types: TYPES, apply: (event) => this.apply(event) }, []);
  }

  /** See `Follower.ready`. */
  ready(): Promise<void> {
    return this.follower.ready();
  }

  /** See `Follower.reachHead`. On EventStoreDB it costs one read. */
  reachHead(): Promise<void> {
    return this.follower.reachHead();
  }

  /** @param position of an event of a note or a list */
  reach(position: Position): Promise<void> {
    return this.follower.reach(position);
  }

  /** Null where none was recorded. */
  get convention(): RecordedConvention | null {
    return this.recorded;
  }

  /** The day of the instant in the territory. */
  dayAt(instant: Instant): Day {
    return dayAt(instant, timeZoneOf(this.recorded));
  }

  hasLandlord(code: string): boolean {
    return this.territory.known('landlord', code) !== undefined;
  }

  residence(code: string): ResidenceFacts | undefined {
    return this.territory.residence(code);
  }

  /** Undefined where the residence is not known. */
  landlordOn(residence: string, day: Day): string | undefined {
    return this.territory.landlordOn(residence, day);
  }

  /** The residences that the landlord owns on the day. */
  residencesOf(landlord: string, day: Day): readonly string[] {
    return [...this.residences].filter((residence) => this.landlordOn(residence, day) === landlord);
  }

  notesOf(residence: string): readonly NoteFacts[] {
    return this.notes.of(residence);
  }

  surveysOf(residence: string): readonly SurveyFacts[] {
    return this.surveys.of(residence);
  }

  /** Null where no list was established in that stream. */
  listIn(stream: string): PriorityListFacts | null {
    const last = this.lists.get(stream)?.at(-1);
    return last ? PRIORITY_LIST_STREAMS.read(last).data : null;
  }

  /** All the events of the stream of a note or a list. */
  eventsOf(stream: string): readonly RecordedEvent[] {
    return this.notes.events(stream) ?? this.lists.get(stream) ?? [];
  }

  private apply(event: RecordedEvent): void {
    const { type, stream } = event;
    if (isTerritoryEvent(event)) {
      const record = this.territory.apply(event);
      if (record.kind === 'residence') this.residences.add(record.facts.code);
    } else if (NOTE_STREAMS.has(type)) this.notes.apply(event);
    else if (SURVEY_STREAMS.has(type)) this.surveys.apply(event);
    else if (PRIORITY_LIST_STREAMS.has(type)) this.lists.set(stream, [...this.eventsOf(stream), event]);
    else this.recorded = evolveConvention(this.recorded, CONVENTION_STREAM.read(event));
  }
}

/** Records of residences: one stream for each residence and day or year. */
class DatedRows<Facts extends object> {
  private readonly streams = new Map<string, readonly RecordedEvent[]>();
  private readonly rows = new Map<string, Map<string, Facts>>();

  constructor(private readonly definition: RecordDefinition<Facts, string, string>) {}

  apply(event: RecordedEvent): void {
    const { stream } = event;
    this.streams.set(stream, [...(this.streams.get(stream) ?? []), event]);
    const { code, row } = partsOfRowId(this.definition.idOf(stream));
    const ofResidence = this.rows.get(code) ?? new Map<string, Facts>();
    this.rows.set(code, ofResidence.set(row, this.definition.evolve(ofResidence.get(row), event)));
  }

  events(stream: string): readonly RecordedEvent[] | undefined {
    return this.streams.get(stream);
  }

  of(residence: string): readonly Facts[] {
    return [...(this.rows.get(residence)?.values() ?? [])];
  }
}
