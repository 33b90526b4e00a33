import { BackOff, KeyedMutex, type Delays } from '#concurrency';
import { CodedError } from '#kernel';
import { encodeBatch } from '../codec';
import { idConflict, WrongRevision } from '../errors';
import type { RecordedEvent } from '../event';
import { namesRevision, type Appended, type StreamBatch } from '../port';
import { refuseReserved } from './bookkeeping';
import type { Calls } from './calls';
import type { AppendAnswer, Connection, ServerEvent } from './connection';
import { toServer } from './envelope';
import { KnownIds, type KnownStream } from './known-ids';
import { positionOf } from './position';
import type { LogReader } from './reader';
import type { RecordedTimes } from './recorded-times';

/** The most tries to append at the end of a stream to which other processes append at the same time. */
const MOST_TRIES = 50;
const CONTENTION: Delays = { firstDelay: 5, longestDelay: 200 };

/**
 * Appends batches. Every append names an exact revision. An append whose answer was lost can then be repeated safely:
 * at that revision the stream holds either this batch or another event.
 */
export class Appender {
  private readonly ids: KnownIds;
  private readonly atEnd = new KeyedMutex();

  constructor(
    private readonly connection: Connection,
    private readonly calls: Calls,
    private readonly reader: LogReader,
    private readonly times: RecordedTimes,
  ) {
    this.ids = new KnownIds(reader);
  }

  /**
   * @throws WrongRevision, CodedError `empty-batch`, `event-not-storable`, `event-id-conflict`, `stream-reserved`, and
   * those of `Calls.run`: after `store-unreachable` the batch may be stored or not, and appending it again is safe
   */
  async append(batch: StreamBatch): Promise<Appended> {
    const { stream, expected } = batch;
    refuseReserved(stream);
    const events = encodeBatch(batch, this.times.next()).map(toServer);
    if (!namesRevision(expected)) return this.atEnd.runExclusive(stream, () => this.appendAtEnd(batch, events));
    const answer = await this.write(stream, expected, events);
    if (!answer.moved) return this.appended(stream, answer);
    const repeated = await this.repeated(batch, expected === 'none' ? 0 : expected + 1);
    if (repeated) return repeated;
    throw new WrongRevision(stream, expected, answer.actual);
  }

  /** Forgets the event ids of the stream. */
  forget(stream: string): void {
    this.ids.forget(stream);
  }

  /**
   * Tries to append after the last known revision. Where another process appended meanwhile, reads its new events and
   * tries again.
   */
  private async appendAtEnd(batch: StreamBatch, events: readonly ServerEvent[]): Promise<Appended> {
    const { stream, expected } = batch;
    const backOff = new BackOff(CONTENTION);
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      const known = await this.ids.upToDate(stream);
      if (expected === 'exists' && known.revision < 0) throw new WrongRevision(stream, expected, known.revision);
      const first = firstRevisionOf(batch, known);
      const repeated = first === undefined ? undefined : await this.repeated(batch, first);
      if (repeated) return repeated;
      const answer = await this.write(stream, known.revision < 0 ? 'none' : known.revision, events);
      if (!answer.moved) return this.appended(stream, answer);
      if (answer.actual < known.revision) this.ids.forget(stream);
      await backOff.wait(this.calls.signal);
    }
    throw new CodedError('stream-contended', `too many processes append to stream ${stream} at the same time`, {
      stream,
    });
  }

  private write(stream: string, expected: number | 'none', events: readonly ServerEvent[]): Promise<AppendAnswer> {
    return this.calls.run(() => this.connection.append(stream, expected, events));
  }

  private async appended(stream: string, answer: AppendAnswer & { moved: false }): Promise<Appended> {
    const { revision, commit } = answer;
    if (commit !== undefined) return { revision, position: positionOf(commit), repeated: false };
    const [last] = await this.reader.stream(stream, { from: revision, maxCount: 1 });
    return { ...answerOf(last!), repeated: false };
  }

  /**
   * The answer to the first append of this batch, where the events from this revision on carry its ids; else undefined.
   */
  private async repeated({ stream, events }: StreamBatch, from: number): Promise<Appended | undefined> {
    const stored = await this.reader.stream(stream, { from, maxCount: events.length });
    const same = stored.length === events.length && stored.every(({ id }, index) => id === events[index]!.id);
    return same ? { ...answerOf(stored[stored.length - 1]!), repeated: true } : undefined;
  }
}

function answerOf({ revision, position }: RecordedEvent): Omit<Appended, 'repeated'> {
  return { revision, position };
}

/**
 * The revision at which the stream holds the batch already; undefined where the stream holds none of its ids.
 * @throws CodedError `event-id-conflict` where the stream holds only some of the ids, or not next to each other
 */
function firstRevisionOf({ stream, events }: StreamBatch, { revisions }: KnownStream): number | undefined {
  const found = events.map(({ id }) => revisions.get(id));
  if (found.every((revision) => revision === undefined)) return undefined;
  const first = found[0];
  if (first === undefined || found.some((revision, index) => revision !== first + index)) throw idConflict(stream);
  return first;
}
