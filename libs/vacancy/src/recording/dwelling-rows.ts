import { isAtomic, readWholeStream, type EventStore, type RecordedEvent } from '#event-store';
import { DWELLING_STREAMS, type DwellingFacts } from '#territory';

/** The dwellings as files named them, by their reference. */
export interface DwellingRows {
  /** The types of the events that `apply` must receive. */
  readonly types: readonly string[];
  has(event: RecordedEvent): boolean;
  apply(event: RecordedEvent): void;
  /** Undefined where no file named it. */
  of(reference: string): Promise<DwellingFacts | undefined>;
}

/** A store that is a file of this process is read each time. From another store all rows are kept: some twenty megabytes for 100 000. */
export function dwellingRowsOf(store: EventStore): DwellingRows {
  return isAtomic(store) ? new ReadRows(store) : new KeptRows();
}

class ReadRows implements DwellingRows {
  readonly types = [];

  constructor(private readonly store: EventStore) {}

  has(): boolean {
    return false;
  }

  apply(): void {}

  async of(reference: string): Promise<DwellingFacts | undefined> {
    return DWELLING_STREAMS.fold(await readWholeStream(this.store, DWELLING_STREAMS.name(reference)));
  }
}

class KeptRows implements DwellingRows {
  readonly types = DWELLING_STREAMS.types;
  private readonly rows = new Map<string, DwellingFacts>();

  has({ type }: RecordedEvent): boolean {
    return DWELLING_STREAMS.has(type);
  }

  apply(event: RecordedEvent): void {
    this.rows.set(event.stream, DWELLING_STREAMS.evolve(this.rows.get(event.stream), event));
  }

  async of(reference: string): Promise<DwellingFacts | undefined> {
    return this.rows.get(DWELLING_STREAMS.name(reference));
  }
}
