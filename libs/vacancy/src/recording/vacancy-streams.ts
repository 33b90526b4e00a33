import { isAtomic, readWholeStream, type EventStore, type RecordedEvent } from '#event-store';
import type { Uuid } from '#kernel';
import { VACANCY_STREAMS } from '../events';

/** About a kilobyte an event and ten events a vacancy: some fifty megabytes at most. */
const MOST = 5_000;

/** The streams of vacancies, as commands read them. */
export interface VacancyStreams {
  /** The types of the events that `apply` must receive. */
  readonly types: readonly string[];
  apply(event: RecordedEvent): void;
  /**
   * The whole stream, as far as events were applied; no event where there is no such vacancy.
   * @param isNew true where the caller has just made the id: the stream then has events only if they came since
   */
  eventsOf(vacancy: Uuid, isNew?: boolean): Promise<readonly RecordedEvent[]>;
}

/**
 * A store that is a file of this process is read each time. From another store a vacancy is read once: its next events come by the
 * subscription, so that a command about it reads the head of the history and nothing more.
 */
export function vacancyStreamsOf(store: EventStore): VacancyStreams {
  return isAtomic(store) ? new ReadStreams(store) : new KeptStreams(store);
}

class ReadStreams implements VacancyStreams {
  readonly types = [];

  constructor(private readonly store: EventStore) {}

  apply(): void {}

  eventsOf(vacancy: Uuid): Promise<readonly RecordedEvent[]> {
    return readWholeStream(this.store, VACANCY_STREAMS.name(vacancy));
  }
}

/** The vacancies that were used last, in memory. */
class KeptStreams implements VacancyStreams {
  readonly types = VACANCY_STREAMS.types;
  /** In the order of their last use. */
  private readonly kept = new Map<string, KeptStream>();

  constructor(private readonly store: EventStore) {}

  apply(event: RecordedEvent): void {
    const { stream } = event;
    if (event.revision === 0 && !this.kept.has(stream)) this.use(stream, new KeptStream());
    this.kept.get(stream)?.apply(event);
  }

  async eventsOf(vacancy: Uuid, isNew = false): Promise<readonly RecordedEvent[]> {
    const stream = VACANCY_STREAMS.name(vacancy);
    const known = this.kept.get(stream);
    if (!known && isNew) return [];
    const found = known ?? new KeptStream(readWholeStream(this.store, stream));
    this.use(stream, found);
    try {
      const events = await found.events();
      if (events.length === 0) this.forget(stream, found);
      return events;
    } catch (error) {
      this.forget(stream, found);
      throw error;
    }
  }

  private use(stream: string, one: KeptStream): void {
    this.kept.delete(stream);
    this.kept.set(stream, one);
    if (this.kept.size > MOST) this.kept.delete(this.kept.keys().next().value!);
  }

  private forget(stream: string, one: KeptStream): void {
    if (this.kept.get(stream) === one) this.kept.delete(stream);
  }
}

/** A stream that is read once, then followed. An event that comes during the reading may also be in it. */
class KeptStream {
  private known: readonly RecordedEvent[] = [];
  private readonly reading: Promise<void> | undefined;
  private isRead: boolean;

  constructor(stored?: Promise<readonly RecordedEvent[]>) {
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

  async events(): Promise<readonly RecordedEvent[]> {
    await this.reading;
    return this.known;
  }
}
