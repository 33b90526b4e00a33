import {
  readWholeStream,
  type DomainEvent,
  type EventStore,
  type RecordedEvent,
  type StreamDefinition,
} from '#event-store';
import type { Uuid } from '#kernel';
import { VACANCY_STREAMS, type VacancyEvent } from '../events';
import { SITTING_STREAMS, type SittingOpened } from '../sittings/sitting';
import { evolve, type Vacancy } from '../vacancy';

/** A stream as far as events were applied, and its fold; no event where there is no such stream. */
export interface Kept<State> {
  readonly events: readonly RecordedEvent[];
  readonly state: State | undefined;
}

type Evolve<State> = (state: State | undefined, event: RecordedEvent) => State | undefined;

interface Keeping<Event extends DomainEvent, State> {
  readonly streams: StreamDefinition<Event>;
  readonly evolve: Evolve<State>;
  /** How many streams are kept: those that were used last. */
  readonly most: number;
}

/**
 * Streams of one kind, in memory. A stream is read once, or seen to begin: its next events come with the follower that applies them, so
 * that a command about it reads the head of the history and nothing more.
 */
export class KeptStreams<Event extends DomainEvent, State> {
  /** In the order of their last use. */
  private readonly kept = new Map<string, KeptStream<State>>();

  constructor(
    private readonly store: EventStore,
    private readonly keeping: Keeping<Event, State>,
  ) {}

  /** The types of the events that `apply` must receive. */
  get types(): readonly string[] {
    return this.keeping.streams.types;
  }

  apply(event: RecordedEvent): void {
    const { stream } = event;
    if (event.revision === 0 && !this.kept.has(stream)) this.use(stream, this.newStream());
    this.kept.get(stream)?.apply(event);
  }

  /** @param isNew true where the caller has just made the id: the stream then has events only if they came since */
  async of(id: Uuid, isNew = false): Promise<Kept<State>> {
    const stream = this.keeping.streams.name(id);
    const known = this.kept.get(stream);
    if (!known && isNew) return { events: [], state: undefined };
    const found = known ?? this.newStream(readWholeStream(this.store, stream));
    this.use(stream, found);
    try {
      await found.reading;
    } catch (error) {
      this.forget(stream, found);
      throw error;
    }
    if (found.events.length === 0) this.forget(stream, found);
    return { events: found.events, state: found.state };
  }

  private newStream(stored?: Promise<readonly RecordedEvent[]>): KeptStream<State> {
    return new KeptStream(this.keeping.evolve, stored);
  }

  private use(stream: string, one: KeptStream<State>): void {
    this.kept.delete(stream);
    this.kept.set(stream, one);
    if (this.kept.size > this.keeping.most) this.kept.delete(this.kept.keys().next().value!);
  }

  private forget(stream: string, one: KeptStream<State>): void {
    if (this.kept.get(stream) === one) this.kept.delete(stream);
  }
}

/** A stream that is read once, then followed. An event that comes during the reading may also be in it. */
class KeptStream<State> implements Kept<State> {
  readonly reading: Promise<void> | undefined;
  private known: readonly RecordedEvent[] = [];
  private isRead: boolean;
  private folded: { readonly count: number; readonly state: State | undefined } = { count: 0, state: undefined };

  constructor(
    private readonly evolve: Evolve<State>,
    stored: Promise<readonly RecordedEvent[]> | undefined,
  ) {
    this.isRead = stored === undefined;
    this.reading = stored?.then((events) => {
      const followed = this.known;
      this.known = events;
      this.isRead = true;
      for (const event of followed) this.apply(event);
    });
  }

  apply(event: RecordedEvent): void {
    if (this.isRead && event.revision !== this.known.length) return;
    this.known = [...this.known, event];
  }

  get events(): readonly RecordedEvent[] {
    return this.known;
  }

  /** Only what came since it was last asked for is folded. */
  get state(): State | undefined {
    const { count, state } = this.folded;
    if (count < this.known.length)
      this.folded = { count: this.known.length, state: this.known.slice(count).reduce(this.evolve, state) };
    return this.folded.state;
  }
}

export type VacancyStreams = KeptStreams<VacancyEvent, Vacancy>;

/** About a kilobyte an event and ten events a vacancy: some fifty megabytes at most. */
export function vacancyStreamsOf(store: EventStore): VacancyStreams {
  return new KeptStreams(store, {
    streams: VACANCY_STREAMS,
    evolve: (vacancy, recorded) => {
      const event = VACANCY_STREAMS.read(recorded);
      return event.type === 'VacancyAbandoned' ? vacancy : evolve(vacancy, event);
    },
    most: 5_000,
  });
}

export type SittingStreams = KeptStreams<SittingOpened, SittingOpened['data']>;

export function sittingStreamsOf(store: EventStore): SittingStreams {
  return new KeptStreams(store, {
    streams: SITTING_STREAMS,
    evolve: (sitting, event) => sitting ?? SITTING_STREAMS.read(event).data,
    most: 1_000,
  });
}
