import type { Actor } from '#access';
import { isWrongRevision, type EventStore, type NewEvent, type Position } from '#event-store';
import {
  CodedError,
  currentCorrelation,
  isCodedError,
  isRefusal,
  newUuid,
  refuse,
  uuidV5,
  type Clock,
  type Correlation,
  type Day,
  type JsonObject,
  type Refusal,
  type Uuid,
} from '#kernel';
import type { Vault, VaultSession } from '#people';

export interface RecordingStores {
  readonly store: EventStore;
  /** Opened once, when it is first needed. */
  readonly vault: () => Promise<Vault>;
  readonly clock: Clock;
}

/** What a request comes to: at most one event, of a stream that stands at a revision (-1: there is none yet). */
export interface Deed {
  readonly stream: string;
  readonly revision: number;
  readonly event: { readonly type: string; readonly data: object; readonly effectiveDay: Day } | null;
}

/** What recording it came to: its stream as it then stood. */
export interface DeedReceipt {
  readonly stream: string;
  readonly outcome: 'recorded' | 'corrected' | 'unchanged';
  readonly revision: number;
  readonly position: Position;
}

export interface Asked {
  /** The request as it was sent, by which a repeated one is known. */
  readonly content: string;
  /** By which whoever sends it may send it again. */
  readonly requestKey: string | undefined;
  readonly actor: Actor;
  /** The correlation that it belongs to, where none is under way. */
  readonly correlation: Correlation | undefined;
  /** Decides; of a request that was sent before, on the stream that it was about then. */
  decide(stream: string | undefined): Promise<Deed | Refusal>;
}

/** At each attempt one of those who write of the same stream has its turn. */
const ATTEMPTS = 10;
const LONGEST_STREAM = 1_000;

/** Appends what requests come to: once a key, whatever others write meanwhile. */
export class RequestLog {
  constructor(private readonly stores: RecordingStores) {}

  /**
   * Refused: `idempotency-key-reused`, and as `decide` is.
   * @throws CodedError `recording-conflict` where others wrote at each attempt
   */
  async record(asked: Asked): Promise<DeedReceipt | Refusal> {
    for (let left = ATTEMPTS; left > 0; left -= 1) {
      try {
        return await this.attempt(asked);
      } catch (error) {
        if (!isWrongRevision(error) && !isCodedError(error, 'vault-conflict')) throw error;
      }
    }
    throw new CodedError('recording-conflict', 'others wrote of this at each attempt');
  }

  private async attempt({ content, requestKey, actor, correlation, decide }: Asked): Promise<DeedReceipt | Refusal> {
    const vault = await this.stores.vault();
    const digest = vault.digest(`request\n${content}`);
    const session = vault.session();
    if (requestKey !== undefined)
      await session.prepare({ requests: [{ key: requestKey, at: this.stores.clock.now() }] });
    const claim = claimedBy(session, requestKey);
    if (claim && claim.digest !== digest) return refuse('idempotency-key-reused');
    // The key itself stays in the vault; what is derived from it names the event for ever.
    const id = requestKey === undefined ? newUuid() : uuidV5(`request|${vault.digest(`request-key\n${requestKey}`)}`);
    const earlier = claim && (await this.earlier(claim, id));
    if (earlier) return earlier;
    const deed = await decide(claim?.stream);
    if (isRefusal(deed)) return deed;
    if (requestKey !== undefined && !claim) session.claim(requestKey, claimOf(digest, deed));
    await session.commit();
    return this.append(deed, { id, actor, correlation });
  }

  /** What the request was answered when it was sent before; undefined where it wrote nothing then. */
  private async earlier({ stream, revision, changed }: Claim, id: Uuid): Promise<DeedReceipt | undefined> {
    const events = await this.stores.store.readStream(stream, { maxCount: LONGEST_STREAM });
    const told = changed ? events.find((event) => event.id === id) : events[revision];
    return told && receiptOf(stream, told, changed);
  }

  private async append(
    { stream, revision, event }: Deed,
    { id, actor, correlation }: { readonly id: Uuid } & Pick<Asked, 'actor' | 'correlation'>,
  ): Promise<DeedReceipt> {
    const { store } = this.stores;
    if (!event) {
      const [last] = await store.readStream(stream, { direction: 'backward', maxCount: 1 });
      return receiptOf(stream, last!, false);
    }
    const { type, data, effectiveDay } = event;
    const metadata = { actor: actor.id, role: actor.role, ...currentCorrelation(correlation), effectiveDay };
    const written: NewEvent = { id, type, schemaVersion: 1, data: data as JsonObject, metadata };
    const expected = revision < 0 ? 'none' : revision;
    return receiptOf(stream, await store.append({ stream, expected, events: [written] }), true);
  }
}

/** For what a request's key was taken. */
interface Claim {
  readonly digest: string;
  readonly stream: string;
  /** Of the stream when it was sent. */
  readonly revision: number;
  /** Whether it was to write something. */
  readonly changed: boolean;
}

function claimOf(digest: string, { stream, revision, event }: Deed): string {
  return `${digest}|${event ? '' : '='}${revision}|${stream}`;
}

function claimedBy(session: VaultSession, requestKey: string | undefined): Claim | undefined {
  const claim = requestKey === undefined ? undefined : session.claimed(requestKey);
  if (claim === undefined) return undefined;
  const [digest = '', revision = '', ...stream] = claim.split('|');
  const changed = !revision.startsWith('=');
  return { digest, stream: stream.join('|'), revision: Number(revision.replace('=', '')), changed };
}

function receiptOf(
  stream: string,
  { revision, position }: { readonly revision: number; readonly position: Position },
  changed: boolean,
): DeedReceipt {
  return { stream, outcome: changed ? (revision === 0 ? 'recorded' : 'corrected') : 'unchanged', revision, position };
}
