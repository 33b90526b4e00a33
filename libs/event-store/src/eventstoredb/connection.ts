import { createRequire } from 'node:module';
import type * as Client from '@eventstore/db-client';
import { withTimeout } from '#concurrency';
import { CodedError, isCodedError, type JsonObject } from '#kernel';
import { CallTimedOut, hasType, isPassing } from './failures';
import { Feed, type FeedOptions } from './feed';
import { recordOf, type ServerRecord } from './record';

/** An event as the server stores it. */
export interface ServerEvent {
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

export type AppendAnswer =
  /**
   * The append succeeded. `commit` is the position of the last event, undefined where the server no longer knows it.
   */
  | { readonly moved: false; readonly revision: number; readonly commit: bigint | undefined }
  | { readonly moved: true; readonly actual: number };

export interface Pulled {
  readonly records: readonly ServerRecord[];
  /** False where the connection was lost during the read: there may be more records. */
  readonly complete: boolean;
}

export interface ReadOptions<From> {
  readonly direction: 'forward' | 'backward';
  readonly from?: From | undefined;
  readonly maxCount: number;
}

/** The client is loaded when a store is opened, because the embedded mode does not need it. */
const requireClient = createRequire(__filename);

/**
 * The client, reduced to what the adapter needs. Each method makes one try and throws the client's errors. All calls go
 * to the leader, so that every acknowledged write can be read. Only this file, `feed.ts`, `record.ts` and `failures.ts`
 * know the client's package.
 */
export class Connection {
  private readonly module = requireClient('@eventstore/db-client') as typeof Client;
  private readonly client: Client.EventStoreDBClient;
  private readonly credentials: Client.Credentials;

  /** @throws CodedError `store-url-invalid` */
  constructor(
    url: string,
    private readonly callTimeout: number,
  ) {
    try {
      this.credentials = credentialsOf(url);
      this.client = this.module.EventStoreDBClient.connectionString(url);
    } catch (error) {
      throw isCodedError(error) ? error : urlInvalid(error);
    }
  }

  /**
   * Passes the credentials although the client has them: the client then makes a separate call for each append. Without
   * them it sends all appends through one shared call that has no deadline. The loss of that call fails every append of
   * the process and can end the process.
   */
  async append(stream: string, expected: number | 'none', events: readonly ServerEvent[]): Promise<AppendAnswer> {
    try {
      const result = await this.inTime(() =>
        this.client.appendToStream(
          stream,
          events.map((event) => this.module.jsonEvent(event)),
          {
            expectedRevision: expected === 'none' ? 'no_stream' : BigInt(expected),
            credentials: this.credentials,
            requiresLeader: true,
            deadline: this.callTimeout,
          },
        ),
      );
      const revision = Number(result.nextExpectedRevision);
      return result.success
        ? { moved: false, revision, commit: result.position?.commit }
        : { moved: true, actual: revision };
    } catch (error) {
      if (!hasType(error, 'wrong-expected-version')) throw error;
      const { actualVersion } = error as Client.WrongExpectedVersionError;
      return { moved: true, actual: typeof actualVersion === 'bigint' ? Number(actualVersion) : -1 };
    }
  }

  /** Returns no records where the stream does not exist. */
  async readStream(stream: string, { direction, from, maxCount }: ReadOptions<number>): Promise<Pulled> {
    const backward = direction === 'backward';
    const events = this.client.readStream(stream, {
      direction: backward ? 'backwards' : 'forwards',
      fromRevision: from === undefined ? (backward ? 'end' : 'start') : BigInt(from),
      maxCount,
      requiresLeader: true,
    });
    try {
      return await this.collect(events);
    } catch (error) {
      if (hasType(error, 'stream-not-found')) return { records: [], complete: true };
      throw error;
    }
  }

  /**
   * The server reads forward from the position inclusive, backward from before it. Callers drop the records that they
   * did not ask for.
   */
  readAll({ direction, from, maxCount }: ReadOptions<bigint>): Promise<Pulled> {
    const backward = direction === 'backward';
    const end = backward ? 'end' : 'start';
    return this.collect(
      this.client.readAll({
        direction: backward ? 'backwards' : 'forwards',
        fromPosition: from === undefined ? end : { commit: from, prepare: from },
        maxCount,
        requiresLeader: true,
      }),
    );
  }

  feed(options: FeedOptions): Feed {
    return new Feed(this.client, this.module, options);
  }

  /** Hides the stream's events, which the server later scavenges. Nothing happens where the stream does not exist. */
  async deleteStream(stream: string): Promise<void> {
    try {
      const options = { expectedRevision: 'any', requiresLeader: true, deadline: this.callTimeout } as const;
      await this.inTime(() => this.client.deleteStream(stream, options));
    } catch (error) {
      if (!hasType(error, 'wrong-expected-version') && !hasType(error, 'stream-deleted')) throw error;
    }
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }

  /**
   * The deadline of a call starts when the call is sent. Before that, the client may search for a leader for minutes.
   */
  private inTime<Result>(call: () => Promise<Result>): Promise<Result> {
    return withTimeout(2 * this.callTimeout, call, () => new CallTimedOut());
  }

  /**
   * Keeps the records that came before a connection was lost: with short connections, a whole page might never come.
   */
  private async collect(events: Client.StreamingRead<Client.ResolvedEvent>): Promise<Pulled> {
    const records: ServerRecord[] = [];
    // The client emits errors even without a listener, and such an error would end the process.
    events.on('error', () => undefined);
    const silence = setTimeout(() => events.destroy(new CallTimedOut()), this.callTimeout);
    try {
      for await (const { event } of events) {
        silence.refresh();
        if (event) records.push(recordOf(event));
      }
      return { records, complete: true };
    } catch (error) {
      void events.cancel().catch(() => undefined);
      if (records.length > 0 && isPassing(error)) return { records, complete: false };
      throw error;
    } finally {
      clearTimeout(silence);
    }
  }
}

/** The hosts of the URL without credentials, for messages. */
export function hostOf(url: string): string {
  return /^[^:]+:\/\/(?:[^@]*@)?([^/?]*)/.exec(url)?.[1] ?? '';
}

/** @throws CodedError `store-url-invalid` where a connection that needs them has none */
function credentialsOf(url: string): Client.Credentials {
  const [, username, password] = /^[^:]+:\/\/([^:@/]+):([^@]+)@/.exec(url) ?? [];
  if (username !== undefined && password !== undefined)
    return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  if (!/[?&]tls=false(&|$)/i.test(url)) throw urlInvalid();
  return { username: '', password: '' };
}

function urlInvalid(cause?: unknown): CodedError {
  return new CodedError('store-url-invalid', 'the address of EventStoreDB is not valid', {}, { cause });
}
