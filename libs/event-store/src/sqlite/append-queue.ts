import { TimeSlice } from '#concurrency';
import { CodedError, isCodedError } from '#kernel';
import { storeClosed } from '../errors';
import type { ChainedEvent, ChainPoint } from '../history';
import type { Appended, AtomicAppended, StreamBatch } from '../port';
import type { Position } from '../event';
import type { EventWriter } from './writer';

const GROUP_SIZE = 256;

/** Called after each commit of a group, with the number of its new events and the duration of its transaction. */
export type OnCommitted = (events: number, milliseconds: number) => void;

interface Pending {
  readonly batch: StreamBatch;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
  /** The answer, given once the transaction has ended. */
  appended?: Appended;
  refusal?: unknown;
}

/**
 * Orders the writes. One transaction takes all appends that wait; an atomic append has its own transaction while the
 * others wait. No caller gets an answer or an error before the transaction has ended.
 */
export class AppendQueue {
  private waiting: Pending[] = [];
  private scheduled = false;
  private atomicRuns = 0;
  private lastAtomic: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(
    private readonly writer: EventWriter,
    private readonly onCommit: () => void,
    private readonly onCommitted?: OnCommitted,
  ) {}

  append(batch: StreamBatch): Promise<Appended> {
    if (this.closed) return Promise.reject(storeClosed());
    return new Promise((resolve, reject) => {
      this.waiting.push({ batch, resolve, reject });
      this.schedule();
    });
  }

  appendAtomically(batches: Iterable<StreamBatch> | AsyncIterable<StreamBatch>): Promise<AtomicAppended> {
    return this.alone(() => this.writeAll(batches));
  }

  /** Writes events of another store in one transaction, and returns the head. */
  receive(events: readonly ChainedEvent[]): Promise<ChainPoint> {
    return this.alone(() => {
      for (const event of events) this.writer.receive(event);
      return this.writer.point();
    });
  }

  async endReceiving(): Promise<void> {
    await this.alone(() => this.writer.endReceiving());
  }

  /** Refuses further writes, and resolves once all accepted writes are done. */
  async close(): Promise<void> {
    this.closed = true;
    await this.lastAtomic;
    while (this.waiting.length > 0) this.flush();
  }

  private schedule(): void {
    if (this.scheduled || this.atomicRuns > 0 || this.waiting.length === 0) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      if (this.atomicRuns > 0) return;
      this.flush();
      this.schedule();
    });
  }

  private flush(): void {
    const group = this.waiting.splice(0, GROUP_SIZE);
    if (group.length === 0) return;
    const startedAt = this.onCommitted ? performance.now() : 0;
    try {
      this.writer.begin();
      for (const pending of group) this.write(pending);
      this.writer.commit();
    } catch (error) {
      const failure = this.undo(error);
      for (const pending of group) pending.reject(failure);
      return;
    }
    for (const pending of group)
      if (pending.appended) pending.resolve(pending.appended);
      else pending.reject(pending.refusal);
    this.onCommitted?.(newEvents(group), performance.now() - startedAt);
    this.onCommit();
  }

  /** A refusal concerns only its own batch. Any other error concerns the whole transaction and is thrown. */
  private write(pending: Pending): void {
    try {
      pending.appended = this.writer.write(pending.batch);
    } catch (error) {
      if (!isCodedError(error)) throw error;
      pending.refusal = error;
    }
  }

  /** Runs the work in its own transaction, one work at a time, while appends wait. */
  private alone<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    if (this.closed) return Promise.reject(storeClosed());
    this.atomicRuns += 1;
    const run = this.lastAtomic.then(() => this.runAlone(work));
    this.lastAtomic = run.catch(() => undefined);
    return run;
  }

  private async runAlone<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    try {
      this.writer.begin();
      const result = await work();
      this.writer.commit();
      this.onCommit();
      return result;
    } catch (error) {
      throw this.undo(error);
    } finally {
      this.atomicRuns -= 1;
      this.schedule();
    }
  }

  private async writeAll(batches: Iterable<StreamBatch> | AsyncIterable<StreamBatch>): Promise<AtomicAppended> {
    let events = 0;
    let position: Position | null = null;
    const slice = new TimeSlice();
    const write = (batch: StreamBatch): boolean => {
      const appended = this.writer.write(batch);
      if (!appended.repeated) {
        events += batch.events.length;
        position = appended.position;
      }
      return slice.isOver();
    };
    if (Symbol.iterator in batches) {
      for (const batch of batches) if (write(batch)) await slice.yield();
    } else {
      for await (const batch of batches) if (write(batch)) await slice.yield();
    }
    return { events, position };
  }

  private undo(error: unknown): unknown {
    this.writer.rollback();
    if ((error as { name?: unknown }).name !== 'SqliteError') return error;
    return new CodedError('write-failed', 'the write has failed, and nothing was recorded', {}, { cause: error });
  }
}

function newEvents(group: readonly Pending[]): number {
  let events = 0;
  for (const { batch, appended } of group) if (appended?.repeated === false) events += batch.events.length;
  return events;
}
