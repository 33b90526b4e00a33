import { createRequire } from 'node:module';
import type * as Client from '@eventstore/db-client';
import { withTimeout } from '#concurrency';
import { CodedError, isCodedError, type JsonObject } from '#kernel';
import { CallTimedOut, hasType, isPassing } from './failures';
import { Feed, type FeedOptions } from './feed';
import { recordOf, type ServerRecord } from './record';

/** An event as the server keeps it. */
export interface ServerEvent {
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

export type AppendAnswer =
  /** The position of the last event is absent where the server no longer knows it. */
  | { readonly moved: false; readonly revision: number; readonly commit: bigint | undefined }
  | { readonly moved: true; readonly actual: number };

export interface Pulled {
  readonly records: readonly ServerRecord[];
  /** False where the connection was lost on the way: there may be more. */
  readonly complete: boolean;
}

export interface ReadOptions<From> {
  readonly direction: 'forward' | 'backward';
  readonly from?: From | undefined;
  readonly maxCount: number;
}

/** Loaded when a store is opened: the embedded mode does without. */
const requireClient = createRequire(__filename);

/**
 * The client, reduced to what the adapter needs of it: one try each, errors as they come. Everything is asked of the leader, so
 * that what was acknowledged can be read. It, `feed.ts`, `record.ts` and `failures.ts` are all that knows the client's package.
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
   * Credentials are named for each call, although the client has them: it then makes a call of its own for each append. Its batch
   * appends share one call without a deadline, whose loss fails every append of the process and can end it.
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

  /** Nothing where there is no such stream. */
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

  /** Forward from a position inclusive, backward before it, as the server counts: callers leave out what they did not ask for. */
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

  /** Hides the stream's events, which the server then scavenges. One that does not exist is deleted already. */
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

  /** The deadline of a call begins when it is sent; before that, the client may look for a leader for minutes. */
  private inTime<Result>(call: () => Promise<Result>): Promise<Result> {
    return withTimeout(2 * this.callTimeout, call, () => new CallTimedOut());
  }

  /** What came before a connection was lost is kept: where connections are short, a whole page might never come. */
  private async collect(events: Client.StreamingRead<Client.ResolvedEvent>): Promise<Pulled> {
    const records: ServerRecord[] = [];
    // The client emits errors whether or not somebody listens.
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

/** The addresses alone, for messages. */
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
  return new CodedError(
    'store-url-invalid',
    "L'adresse d'EventStoreDB n'est pas valable : « esdb://identifiant:motdepasse@hôte:2113 », sans identifiant avec « ?tls=false » seulement.",
    {},
    { cause },
  );
}
