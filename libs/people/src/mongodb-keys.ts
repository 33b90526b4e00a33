import type { Collection, Db, MongoBulkWriteError, OptionalUnlessRequiredId } from 'mongodb';
import type { Uuid } from '#kernel';
import type { Additions, Claim, Entry, KeysStore } from './keys-store';

/** What the driver makes of bytes is told by this alone: so the driver itself is not loaded where nobody uses it. */
const AS_BUFFERS = { promoteBuffers: true } as const;
/** What an acknowledged write says must outlive the loss of a server, and no read may show what could still be lost. */
const DURABLE = { writeConcern: { w: 'majority' }, readConcern: { level: 'majority' } } as const;
const DUPLICATE = 11_000;

interface SecretDocument {
  readonly _id: string;
  readonly box: Buffer;
}
interface KeyDocument {
  readonly _id: Uuid;
  readonly box: Buffer;
}
/** The entry is the id: that no two of them exist is the store's own doing. */
interface NumberDocument {
  readonly _id: string;
  readonly id: Uuid;
}
interface RequestDocument {
  readonly _id: string;
  readonly week: number;
  readonly content: string;
}

/**
 * The keys of the servers mode, in a database of their own, without transactions: keys are durable before the numbers that lead to
 * them. A session in conflict leaves behind what it could write, which is whole: a number is taken up by who asks for it next.
 */
export class MongodbKeys implements KeysStore {
  private readonly secrets: Collection<SecretDocument>;
  private readonly keys: Collection<KeyDocument>;
  private readonly numbers: Collection<NumberDocument>;
  private readonly requests: Collection<RequestDocument>;
  /** The last one whose claims were made room for. */
  private week = 0;

  constructor(database: Db) {
    this.secrets = database.collection('secrets', DURABLE);
    this.keys = database.collection('keys', DURABLE);
    this.numbers = database.collection('numbers', DURABLE);
    this.requests = database.collection('requests', DURABLE);
  }

  async secret(name: string, make: () => Buffer): Promise<Buffer> {
    const find = () => this.secrets.findOne({ _id: name }, AS_BUFFERS);
    const found = await find();
    if (found) return found.box;
    await insertAbsent(this.secrets, [{ _id: name, box: make() }]);
    return (await find())!.box;
  }

  async find(entries: readonly Entry[]): Promise<ReadonlyMap<Entry, Uuid>> {
    const byId = new Map(entries.map((entry) => [idOf(entry), entry]));
    const documents = await this.numbers.find({ _id: { $in: [...byId.keys()] } }).toArray();
    return new Map(documents.map(({ _id, id }) => [byId.get(_id)!, id]));
  }

  async wrappedKeys(households: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Buffer>> {
    const documents = await this.keys.find({ _id: { $in: [...households] } }, AS_BUFFERS).toArray();
    return new Map(documents.map(({ _id, box }) => [_id, box]));
  }

  async claimed(entry: Entry, week: number): Promise<string | undefined> {
    const taken = await this.requests.findOne({ _id: idOf(entry), week: { $gte: week - 1 } });
    return taken?.content;
  }

  async add(sessions: readonly Additions[]): Promise<readonly boolean[]> {
    const claimed = await this.claimAll(sessions.map(({ claim }) => claim));
    await this.insertKeys(sessions.filter((_, index) => claimed[index]));
    return this.insertNumbers(sessions, claimed);
  }

  async close(): Promise<void> {
    // The connection is its opener's to close.
  }

  /** Which claims stand: those that were free, and those taken before for the same content. */
  private async claimAll(claims: readonly (Claim | undefined)[]): Promise<readonly boolean[]> {
    const asked = claims.filter((claim) => claim !== undefined);
    if (asked.length === 0) return claims.map(() => true);
    await this.dropOldClaims(asked[0]!.week);
    const documents = asked.map(({ entry, week, content }) => ({ _id: idOf(entry), week, content }));
    const taken = new Set((await insertAbsent(this.requests, documents)).map((index) => asked[index]!));
    const standing = await Promise.all(
      asked.map(async (claim) => !taken.has(claim) || (await this.claimed(claim.entry, claim.week)) === claim.content),
    );
    const byClaim = new Map(asked.map((claim, index) => [claim, standing[index]!]));
    return claims.map((claim) => claim === undefined || byClaim.get(claim)!);
  }

  /** Before the first claim of a week: one whose time is over must not stand in the way of a new one. */
  private async dropOldClaims(week: number): Promise<void> {
    if (week <= this.week) return;
    await this.requests.deleteMany({ week: { $lt: week - 1 } });
    this.week = week;
  }

  private async insertKeys(sessions: readonly Additions[]): Promise<void> {
    const documents = sessions.flatMap(({ wrappedKeys }) => [...wrappedKeys()].map(([_id, box]) => ({ _id, box })));
    if (documents.length > 0) await this.keys.insertMany(documents, { ordered: false });
  }

  private async insertNumbers(
    sessions: readonly Additions[],
    claimed: readonly boolean[],
  ): Promise<readonly boolean[]> {
    const asked = sessions.flatMap(({ numbers }, session) =>
      claimed[session] ? [...numbers].map(([entry, id]) => ({ session, document: { _id: idOf(entry), id } })) : [],
    );
    const written = [...claimed];
    const lost: Uuid[] = [];
    for (const index of await insertAbsent(
      this.numbers,
      asked.map(({ document }) => document),
    )) {
      const { session, document } = asked[index]!;
      written[session] = false;
      lost.push(document.id);
    }
    // No number leads to the keys of these households, and no event was sealed with them.
    if (lost.length > 0) await this.keys.deleteMany({ _id: { $in: lost } });
    return written;
  }
}

/** Inserts those whose id is free; gives the indexes of the others. */
async function insertAbsent<Document extends { readonly _id: string }>(
  collection: Collection<Document>,
  documents: readonly Document[],
): Promise<readonly number[]> {
  if (documents.length === 0) return [];
  try {
    await collection.insertMany(documents as OptionalUnlessRequiredId<Document>[], { ordered: false });
    return [];
  } catch (error) {
    const failures = [(error as MongoBulkWriteError).writeErrors ?? []].flat();
    if (failures.length === 0 || failures.some(({ code }) => code !== DUPLICATE)) throw error;
    return failures.map(({ index }) => index);
  }
}

/** Ids are text: each byte of an entry is one character of it, which BSON would write on one or two. */
function idOf(entry: Entry): string {
  return entry[0]! + Buffer.from(entry.slice(1), 'latin1').toString('base64url');
}
