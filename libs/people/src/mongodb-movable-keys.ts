import type { Uuid } from '#kernel';
import type { Collection, Db, Filter } from '#mongodb';
import { loadMasterKey } from './master-key';
import type { MongodbVaultOptions } from './mongodb-vault';
import { KeysReceiver } from './keys-receiver';
import type { KeyRecord, MovableKeys } from './movable-keys';

/** A document of one of the collections of `MongodbKeys`: the id is a name, a household or an entry. */
interface StoredRecord {
  readonly _id: string;
  readonly box?: Buffer;
  readonly id?: Uuid;
}
type Kind = KeyRecord['kind'];

const COLLECTIONS = { secret: 'secrets', key: 'keys', number: 'numbers' } as const;
const KINDS = ['secret', 'key', 'number'] as const;
const AS_BUFFERS = { promoteBuffers: true } as const;
const DURABLE = { writeConcern: { w: 'majority' } } as const;

/** The keys of a database, to be read or moved. The caller closes the connection. */
export function mongodbMovableKeys(database: Db): MovableKeys {
  return new MongodbMovableKeys(database);
}

/**
 * Makes a database ready to receive keys. The master key must exist already: it is never moved with the keys.
 * @throws CodedError like `loadMasterKey`
 */
export function mongodbKeysReceiver({ database, masterKeyFile }: MongodbVaultOptions): KeysReceiver {
  return new KeysReceiver(mongodbMovableKeys(database), loadMasterKey(masterKeyFile, false));
}

class MongodbMovableKeys implements MovableKeys {
  constructor(private readonly database: Db) {}

  async readKeys(after: KeyRecord | null, maxCount: number): Promise<readonly KeyRecord[]> {
    const records: KeyRecord[] = [];
    for (const kind of KINDS.slice(KINDS.indexOf(after?.kind ?? 'secret'))) {
      const from: Filter<StoredRecord> = after?.kind === kind ? { _id: { $gt: idOf(after) } } : {};
      const wanted = maxCount - records.length;
      const page = await this.of(kind).find(from, AS_BUFFERS).sort({ _id: 1 }).limit(wanted).toArray();
      records.push(...page.map((document) => recordOf(kind, document)));
      if (records.length === maxCount) break;
    }
    return records;
  }

  async inPlaceOf(records: readonly KeyRecord[]): Promise<readonly (KeyRecord | undefined)[]> {
    const found = new Map<string, KeyRecord>();
    for (const kind of KINDS) {
      const ids = records.filter((record) => record.kind === kind).map(idOf);
      if (ids.length === 0) continue;
      const documents = await this.of(kind)
        .find({ _id: { $in: ids } }, AS_BUFFERS)
        .toArray();
      for (const document of documents) found.set(`${kind} ${document._id}`, recordOf(kind, document));
    }
    return records.map((record) => found.get(`${record.kind} ${idOf(record)}`));
  }

  async addKeys(records: readonly KeyRecord[]): Promise<void> {
    for (const kind of KINDS) {
      const documents = records.filter((record) => record.kind === kind).map(documentOf);
      if (documents.length > 0) await this.of(kind).insertMany(documents);
    }
  }

  async destroyKeys(households: readonly Uuid[]): Promise<number> {
    await this.of('number').deleteMany({ id: { $in: [...households] } });
    const { deletedCount } = await this.of('key').deleteMany({ _id: { $in: [...households] } });
    return deletedCount;
  }

  async close(): Promise<void> {
    // The caller closes the connection that it opened.
  }

  private of(kind: Kind): Collection<StoredRecord> {
    return this.database.collection<StoredRecord>(COLLECTIONS[kind], DURABLE);
  }
}

/** The id that `MongodbKeys` gives the document. The first byte of an entry is the letter of its kind. */
function idOf(record: KeyRecord): string {
  if (record.kind === 'secret') return record.name;
  if (record.kind === 'key') return record.household;
  const bytes = Buffer.from(record.entry, 'base64');
  return bytes.toString('latin1', 0, 1) + bytes.toString('base64url', 1);
}

function documentOf(record: KeyRecord): StoredRecord {
  const _id = idOf(record);
  return record.kind === 'number' ? { _id, id: record.id } : { _id, box: Buffer.from(record.box, 'base64') };
}

function recordOf(kind: Kind, { _id, box, id }: StoredRecord): KeyRecord {
  if (kind === 'secret') return { kind, name: _id, box: box!.toString('base64') };
  if (kind === 'key') return { kind, household: _id as Uuid, box: box!.toString('base64') };
  const entry = Buffer.concat([Buffer.from(_id[0]!, 'latin1'), Buffer.from(_id.slice(1), 'base64url')]);
  return { kind, entry: entry.toString('base64'), id: id! };
}
