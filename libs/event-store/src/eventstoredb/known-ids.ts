import type { Uuid } from '#kernel';
import type { RecordedEvent } from '../event';
import type { LogReader } from './reader';

const PAGE = 1_000;

/** The event ids of a stream, to recognise a repeated batch without reading the stream again. */
export interface KnownStream {
  /** The revision of its last event; -1 where the stream does not exist. */
  readonly revision: number;
  readonly revisions: ReadonlyMap<Uuid, number>;
}

interface Known {
  revision: number;
  readonly revisions: Map<Uuid, number>;
}

/**
 * The event ids of streams to which batches are appended without a named revision. Ids are kept in memory, so that only
 * the new events of a stream are read. Beyond a number of ids, the streams used longest ago are forgotten.
 */
export class KnownIds {
  private readonly streams = new Map<string, Known>();
  private ids = 0;

  constructor(
    private readonly reader: LogReader,
    private readonly most = 50_000,
  ) {}

  /** Reads the events that were appended since the last call. */
  async upToDate(stream: string): Promise<KnownStream> {
    const known = this.streams.get(stream) ?? { revision: -1, revisions: new Map<Uuid, number>() };
    this.forget(stream);
    for (let page = PAGE; page === PAGE;) {
      const events = await this.reader.stream(stream, { from: known.revision + 1, maxCount: PAGE });
      for (const { id, revision } of events) add(known, id, revision);
      page = events.length;
    }
    this.keep(stream, known);
    return known;
  }

  /** Forgets the ids of the stream. */
  forget(stream: string): void {
    this.ids -= this.streams.get(stream)?.revisions.size ?? 0;
    this.streams.delete(stream);
  }

  private keep(stream: string, known: Known): void {
    this.forget(stream);
    this.streams.set(stream, known);
    this.ids += known.revisions.size;
    for (const oldest of this.streams.keys()) {
      if (this.ids <= this.most) return;
      this.forget(oldest);
    }
  }
}

function add(known: Known, id: RecordedEvent['id'], revision: number): void {
  known.revisions.set(id, revision);
  known.revision = revision;
}
