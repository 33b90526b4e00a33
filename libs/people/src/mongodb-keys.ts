import type { Collection, Db, MongoBulkWriteError, OptionalUnlessRequiredId } from 'mongodb';
import type { Uuid } from '#kernel';
import type { Additions, Claim, Entry, KeysStore, NumberMove, UsedKey } from './keys-store';

/**
 * Makes the driver return bytes as Buffers. No class of the driver is needed for this, so the driver is not loaded
 * where it is not used.
 */
const AS_BUFFERS = { promoteBuffers: true } as const;
/** An acknowledged write must survive the loss of a server, and no read may show data that could still be lost. */
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
/** The entry is the id, so the database itself ensures that an entry exists only once. */
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
 * The keys of the servers mode, in their own database, without transactions: keys are durable before the numbers that
 * lead to them. A session in conflict leaves the numbers that it could write, each with its key: the next session that
 * asks for such a number uses it.
 */
export class MongodbKeys implements KeysStore {
  private readonly secrets: Collection<SecretDocument>;
  private readonly keys: Collection<KeyDocument>;
  private readonly numbers: Collection<NumberDocument>;
  private readonly requests: Collection<RequestDocument>;
  /** The last week before whose claims the old ones were removed. */
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

  async claimed(keys: readonly UsedKey[]): Promise<ReadonlyMap<Entry, string>> {
    const taken = await this.requests.find({ _id: { $in: keys.map(({ entry }) => idOf(entry)) } }).toArray();
    const byId = new Map(taken.map((document) => [document._id, document]));
    const found = new Map<Entry, string>();
    for (const { entry, week } of keys) {
      const document = byId.get(idOf(entry));
      if (document && document.week >= week - 1) found.set(entry, document.content);
    }
    return found;
  }

  async add(sessions: readonly Additions[]): Promise<readonly boolean[]> {
    const claimed = await this.claimAll(sessions.map(({ claims }) => claims));
    await this.insertKeys(sessions.filter((_, index) => claimed[index]));
    return this.insertNumbers(sessions, claimed);
  }

  async moveNumber(entry: Entry, { from, to }: NumberMove): Promise<boolean> {
    const _id = idOf(entry);
    if (from === undefined)
      return to === undefined || (await insertAbsent(this.numbers, [{ _id, id: to }])).length === 0;
    if (to === undefined) return (await this.numbers.deleteOne({ _id, id: from })).deletedCount === 1;
    return (await this.numbers.updateOne({ _id, id: from }, { $set: { id: to } })).matchedCount === 1;
  }

  async deleteKeys(subjects: readonly Uuid[]): Promise<void> {
    await this.keys.deleteMany({ _id: { $in: [...subjects] } });
  }

  async close(): Promise<void> {
    // The caller closes the connection that it opened.
  }

  /** Returns for each session whether all its claims hold: the keys were free, or claimed before for the same content. */
  private async claimAll(sessions: readonly (readonly Claim[])[]): Promise<readonly boolean[]> {
    const claims = sessions.flat();
    if (claims.length === 0) return sessions.map(() => true);
    await this.dropOldClaims(claims[0]!.week);
    const documents = claims.map(({ entry, week, content }) => ({ _id: idOf(entry), week, content }));
    const rivals = (await insertAbsent(this.requests, documents)).map((index) => claims[index]!);
    const taken = rivals.length === 0 ? new Map<Entry, string>() : await this.claimed(rivals);
    const lost = new Set(rivals.filter(({ entry, content }) => taken.get(entry) !== content));
    return sessions.map((ofSession) => ofSession.every((claim) => !lost.has(claim)));
  }

  /** Removes old claims before the first claim of a week: an expired claim must not block a new one. */
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
    // No number leads to the keys of these households, and no event was encrypted with them.
    if (lost.length > 0) await this.keys.deleteMany({ _id: { $in: lost } });
    return written;
  }
}

/** Inserts the documents whose id is free; returns the indexes of the others. */
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

/**
 * Ids are text. The bytes of an entry are written as base64url, because BSON would take one or two bytes for each of
 * its characters.
 */
function idOf(entry: Entry): string {
  return entry[0]! + Buffer.from(entry.slice(1), 'latin1').toString('base64url');
}
