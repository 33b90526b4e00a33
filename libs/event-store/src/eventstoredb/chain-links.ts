import { CodedError, uuidV5, type Instant } from '#kernel';
import { chainFieldsOf } from '../codec';
import { START, type Position, type RecordedEvent } from '../event';
import { CHAIN_START, chainDigest, laterOf } from '../history';
import { CHAIN_STREAM } from './bookkeeping';
import type { Calls } from './calls';
import type { Connection, Pulled } from './connection';
import type { ServerRecord } from './record';

/** A point of the chain: the state of the history up to one event. */
export interface Link {
  readonly upTo: Position;
  /** The number of events that the chain covers. */
  readonly ordinal: number;
  /** The digest of the last of them, hexadecimal. */
  readonly digest: string;
  /** The latest recorded time among all of them. */
  readonly recordedAt: Instant;
}

/** The point of the chain before the first event. */
export const NO_LINK: Link = { upTo: START, ordinal: 0, digest: CHAIN_START, recordedAt: '' as Instant };

/** The point of the chain after one more event. */
export function linkAfter({ ordinal, digest, recordedAt }: Link, event: RecordedEvent): Link {
  return {
    upTo: event.position,
    ordinal: ordinal + 1,
    digest: chainDigest(digest, chainFieldsOf(event)),
    recordedAt: laterOf(recordedAt, event.metadata.recordedAt),
  };
}

export interface StoredLink extends Link {
  /** The revision of the link in the stream of the chain. */
  readonly revision: number;
}

const PAGE = 1_000;

/**
 * The stream of links. It is the chain, and it also serves to find the head or an instant without reading the whole
 * history.
 */
export class ChainLinks {
  constructor(
    private readonly connection: Connection,
    private readonly calls: Calls,
  ) {}

  async last(): Promise<StoredLink | null> {
    const [record] = (await this.read('backward', undefined, 1)).records;
    return record ? linkOf(record) : null;
  }

  async at(revision: number): Promise<StoredLink> {
    const [record] = (await this.read('forward', revision, 1)).records;
    return linkOf(record!);
  }

  /** Up to `maxCount` links from that revision on; fewer only at the end of the chain. */
  async page(revision: number, maxCount: number): Promise<readonly StoredLink[]> {
    const { records, complete } = await this.read('forward', revision, maxCount);
    const links = records.map(linkOf);
    if (complete || links.length === maxCount) return links;
    return [...links, ...(await this.page(revision + links.length, maxCount - links.length))];
  }

  /** All links in their order, read page by page. */
  async *all(): AsyncGenerator<StoredLink> {
    for (let from = 0, ended = false; !ended;) {
      const { records, complete } = await this.read('forward', from, PAGE);
      yield* records.map(linkOf);
      from += records.length;
      ended = complete && records.length < PAGE;
    }
  }

  /**
   * Adds a link after the previous one (null: as the first link). A repeated call adds it only once.
   * @returns null where another process added a link there
   */
  async add(link: Link, previous: StoredLink | null): Promise<StoredLink | null> {
    const id = uuidV5(`${CHAIN_STREAM}/${link.ordinal}/${link.digest}`);
    const event = { id, type: 'ChainExtended', data: { ...link }, metadata: {} };
    const expected = previous ? previous.revision : 'none';
    const answer = await this.calls.run(() => this.connection.append(CHAIN_STREAM, expected, [event]));
    return answer.moved ? null : { ...link, revision: answer.revision };
  }

  private read(direction: 'forward' | 'backward', from: number | undefined, maxCount: number): Promise<Pulled> {
    return this.calls.run(() => this.connection.readStream(CHAIN_STREAM, { direction, from, maxCount }));
  }
}

/** @throws CodedError `chain-unreadable` where the event is no link */
function linkOf({ data, revision }: ServerRecord): StoredLink {
  const { upTo, ordinal, digest, recordedAt } = (data ?? {}) as Partial<Record<keyof Link, unknown>>;
  const texts = [upTo, digest, recordedAt];
  if (texts.every((text) => typeof text === 'string') && Number.isSafeInteger(ordinal))
    return { upTo, ordinal, digest, recordedAt, revision } as StoredLink;
  throw new CodedError('chain-unreadable', `event ${revision} of ${CHAIN_STREAM} is no link of the chain`, {
    revision,
  });
}
