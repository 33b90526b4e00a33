import { timeZoneOf, type ConventionHistory } from '#convention';
import {
  CommandPipeline,
  type CommandHandling,
  type DecidedEvent,
  type Loaded,
  type PipelineStores,
  type Receipt,
  type Sending,
  type Sent,
  type Targeted,
} from '#deciding';
import { lastEventOf } from '#event-store';
import { dayAt, isCodedError, isRefusal, refuse, type Day, type Json, type Refusal } from '#kernel';
import { READING_STREAMS, type AuditEvent, type NamedList, type ReadingMotive } from './events';
import { recordReading, type Reading } from './verbs/record-reading';

export interface ReadingStores extends PipelineStores {
  /** Gives the time zone in which the territory's days begin and end. */
  readonly convention: ConventionHistory;
}

interface RecordReading {
  readonly list: NamedList;
  readonly readings: readonly Reading[];
  readonly motive?: ReadingMotive | undefined;
  readonly day: Day;
}

/** Records who reads about which household, before anything is shown. */
export class NamedListReads {
  private readonly pipeline: CommandPipeline<RecordReading, null, AuditEvent>;

  constructor(private readonly stores: ReadingStores) {
    this.pipeline = new CommandPipeline(new ReadingHandling(stores), stores);
  }

  /**
   * Resolves once the readings are durable. Refused: `reading-not-recorded` where this process only reads the store; then no
   * name may be shown. @throws CodedError as the store does
   */
  async record(
    list: NamedList,
    readings: readonly Reading[],
    sending: Sending,
    motive?: ReadingMotive,
  ): Promise<Refusal | undefined> {
    if (readings.length === 0) return undefined;
    const { clock, convention } = this.stores;
    const day = dayAt(clock.now(), timeZoneOf(await convention.latest()));
    try {
      const receipt = await this.pipeline.send({ list, readings, motive, day }, sending);
      return isRefusal(receipt) ? receipt : undefined;
    } catch (error) {
      if (isCodedError(error, 'store-read-only')) return refuse('reading-not-recorded');
      throw error;
    }
  }
}

/** Every reading is recorded, whatever the stream already contains. Only the last revision of the stream is needed. */
class ReadingHandling implements CommandHandling<RecordReading, null, AuditEvent> {
  readonly events = READING_STREAMS;
  readonly conflict = 'recording-conflict';
  /** The last stream that this process wrote to, and the revision that its events gave it. */
  private written: Pick<Receipt, 'stream' | 'revision'> | undefined;
  /** The stream that was taken for a new one. */
  private begun: string | undefined;

  constructor(private readonly stores: PipelineStores) {}

  keyOf({ day }: RecordReading): string {
    return day;
  }

  /** This command has no idempotency key, so its content is never compared. */
  contentOf(): string {
    return '';
  }

  streamOf({ day }: RecordReading): string {
    return READING_STREAMS.name(day);
  }

  async load(targets: readonly Targeted<RecordReading>[]): Promise<ReadonlyMap<Sent<RecordReading>, Loaded<null>>> {
    const loaded = targets.map(async ({ sent, stream = '' }): Promise<[Sent<RecordReading>, Loaded<null>]> => {
      const revision = await this.revisionOf(stream);
      const vault = await this.stores.vault();
      const keys = await vault.keysOf(sent.command.readings.map(({ household }) => household));
      return [sent, { stream, revision, state: null, keys }];
    });
    return new Map(await Promise.all(loaded));
  }

  async settle(_sent: Sent<RecordReading>, receipt: Receipt): Promise<Receipt> {
    this.written = receipt;
    return receipt;
  }

  /** The first reading of a day takes its stream for a new one. Where another process wrote to it, the append fails and the stream is read. */
  private async revisionOf(stream: string): Promise<number> {
    const { written, begun } = this;
    this.written = undefined;
    this.begun = stream;
    if (written?.stream === stream) return written.revision;
    if (begun !== stream) return -1;
    return (await lastEventOf(this.stores.store, stream))?.revision ?? -1;
  }

  decide({ command }: Sent<RecordReading>): readonly DecidedEvent<AuditEvent>[] {
    return recordReading(command).map(({ household, people, ...event }) => ({
      ...event,
      effectiveDay: command.day,
      people: { household, facts: people as unknown as Json },
    }));
  }
}
