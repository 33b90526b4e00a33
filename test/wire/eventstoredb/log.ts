import { LogStream, TRUNCATED } from './log-stream';

/** One event as the server stores it. `position` is the start of its record in the log, `end` is its end. */
export interface LogRecord {
  readonly position: bigint;
  readonly end: bigint;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly json: boolean;
  data: Buffer;
  metadata: Buffer;
  /** Ticks of 100 ns since 1970. */
  readonly created: string;
}

export type Proposed = Pick<LogRecord, 'id' | 'type' | 'json' | 'data' | 'metadata'>;

/** The server's own numbers for "no stream", "any" and "stream exists". */
export const NO_STREAM = -1;
export const ANY = -2;
export const STREAM_EXISTS = -4;

export type Outcome =
  | { readonly kind: 'written' | 'idempotent'; readonly revision: number; readonly position: bigint }
  | { readonly kind: 'wrong'; readonly current: number }
  | { readonly kind: 'deleted' };

/** Greater than a double can hold exactly, so that tests detect code that treats positions as numbers. */
const FIRST_POSITION = 9_007_199_254_740_993n;
/** After this number of writes, a gap follows, as for a record of the server's own. */
const WRITES_PER_GAP = 7;
const GAP = 256n;

/** The log of a server: all events in one order, with 64-bit positions that have gaps. */
export class EventLog {
  readonly records: LogRecord[] = [];
  private readonly streams = new Map<string, LogStream>();
  private readonly ids = new Map<string, LogRecord>();
  private readonly listeners = new Set<() => void>();
  private next = FIRST_POSITION;
  private writes = 0;

  /** @param persist called with the written records before the append is answered */
  constructor(private readonly persist: (records: readonly LogRecord[]) => void = () => undefined) {}

  stream(name: string): LogStream | undefined {
    return this.streams.get(name);
  }

  /** Writes a batch or returns the reason of a refusal, with the same rules as the real server. */
  append(name: string, expected: number, events: readonly Proposed[]): Outcome {
    const stream = this.streams.get(name);
    if (stream?.tombstoned) return { kind: 'deleted' };
    if (expected === STREAM_EXISTS && (!stream || stream.last < 0)) return { kind: 'wrong', current: NO_STREAM };
    if (expected === STREAM_EXISTS && stream!.softDeleted) return { kind: 'deleted' };
    const current = stream?.last ?? NO_STREAM;
    const known = this.known(name, stream, expected, events);
    if (known) return known;
    const recreates = expected === NO_STREAM && stream?.softDeleted === true;
    if (expected >= NO_STREAM && expected !== current && !recreates) return { kind: 'wrong', current };
    return this.write(name, events);
  }

  /** Hides all events of a stream. A later write starts it again. */
  softDelete(name: string): Outcome {
    const stream = this.streams.get(name);
    if (stream?.tombstoned) return { kind: 'deleted' };
    if (!stream && !this.streams.has(`$$${name}`)) return { kind: 'wrong', current: NO_STREAM };
    return this.write(`$$${name}`, [metadataEvent(TRUNCATED)]);
  }

  /** Ends a stream for ever. */
  tombstone(name: string): Outcome {
    if (this.streams.get(name)?.tombstoned) return { kind: 'deleted' };
    return this.write(name, [proposed('$streamDeleted', Buffer.alloc(0))]);
  }

  /** The index of the first record at or after the position; the number of records where there is none. */
  indexFrom(position: bigint): number {
    let low = 0;
    let high = this.records.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.records[middle]!.position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether a read may start there: at the beginning, or where a record begins or ends. */
  isBoundary(position: bigint): boolean {
    const index = this.indexFrom(position);
    return position === 0n || this.records[index]?.position === position || this.records[index - 1]?.end === position;
  }

  /** Calls the listener after each write. @returns a function that removes the listener */
  onWrite(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Changes a record, as somebody with access to the server's disk could do. */
  alter(position: bigint, change: { readonly data?: string; readonly metadata?: string }): void {
    const record = this.records[this.indexFrom(position)]!;
    if (change.data !== undefined) record.data = Buffer.from(change.data);
    if (change.metadata !== undefined) record.metadata = Buffer.from(change.metadata);
  }

  /** Removes a record, as somebody with access to the server's disk could do. */
  remove(position: bigint): void {
    this.records.splice(this.indexFrom(position), 1);
  }

  /** Restores records that were written before, from a file. */
  restore(records: readonly LogRecord[]): void {
    for (const record of records) this.keep(record);
  }

  private known(
    name: string,
    stream: LogStream | undefined,
    expected: number,
    events: readonly Proposed[],
  ): Outcome | undefined {
    if (!stream || events.length === 0) return undefined;
    if (expected === ANY || expected === STREAM_EXISTS) return this.knownAnywhere(name, stream, events);
    if (expected >= stream.last) return undefined;
    const found = events.map(({ id }, index) => stream.records[expected + 1 + index]?.id === id);
    if (found.every(Boolean)) return idempotent(stream.records[expected + events.length]!);
    return found[0] ? { kind: 'wrong', current: stream.last } : undefined;
  }

  private knownAnywhere(name: string, stream: LogStream, events: readonly Proposed[]): Outcome | undefined {
    const found = events.map(({ id }) => this.ids.get(id)).map((record) => (record?.stream === name ? record : null));
    if (!found[0]) return undefined;
    return found.every(Boolean) ? idempotent(found[found.length - 1]!) : { kind: 'wrong', current: stream.last };
  }

  private write(name: string, events: readonly Proposed[]): Outcome {
    this.writes += 1;
    if (this.writes % WRITES_PER_GAP === 0) this.next += GAP;
    const last = this.streams.get(name)?.last ?? NO_STREAM;
    const created = String(BigInt(Date.now()) * 10_000n);
    const records = events.map((event, index): LogRecord => {
      const position = this.next;
      this.next += BigInt(100 + event.data.length + event.metadata.length + 2 * event.type.length);
      return { ...event, position, end: this.next, stream: name, revision: last + 1 + index, created };
    });
    this.persist(records);
    for (const record of records) this.keep(record);
    for (const listener of this.listeners) listener();
    const { revision, position } = records[records.length - 1]!;
    return { kind: 'written', revision, position };
  }

  private keep(record: LogRecord): void {
    let stream = this.streams.get(record.stream);
    if (!stream) this.streams.set(record.stream, (stream = new LogStream()));
    stream.add(record);
    this.records.push(record);
    this.ids.set(record.id, record);
    this.next = record.end;
    if (record.stream.startsWith('$$')) this.streams.get(record.stream.slice(2))?.takeMetadata(record.data);
  }
}

function idempotent({ revision, position }: LogRecord): Outcome {
  return { kind: 'idempotent', revision, position };
}

function metadataEvent(truncateBefore: string): Proposed {
  return proposed('$metadata', Buffer.from(`{"$tb":${truncateBefore}}`));
}

function proposed(type: string, data: Buffer): Proposed {
  return { id: crypto.randomUUID(), type, json: data.length > 0, data, metadata: Buffer.alloc(0) };
}
