import type { Instant, JsonObject, Uuid } from '#kernel';
import { isDuplicateKey, type Collection, type Db } from '#mongodb';
import type { KeptSecret, Secret, SecretKind, SecretStore } from './secret-store';

interface SecretDocument {
  readonly _id: string;
  readonly kind: SecretKind;
  readonly owner: string | null;
  readonly until: string | null;
  readonly body: string;
  readonly version: number;
}

/** The collection `access` of the database of the keys. The caller closes the database. */
export async function openMongodbSecretStore(database: Db): Promise<SecretStore> {
  const collection = database.collection<SecretDocument>('access');
  await collection.createIndex({ kind: 1, owner: 1 });
  await collection.createIndex({ until: 1 });
  return new MongodbSecretStore(collection);
}

class MongodbSecretStore implements SecretStore {
  constructor(private readonly collection: Collection<SecretDocument>) {}

  async get<Body extends JsonObject>(kind: SecretKind, id: string): Promise<KeptSecret<Body> | undefined> {
    const document = await this.collection.findOne({ _id: keyOf(kind, id) });
    return document ? secretOf<Body>(document) : undefined;
  }

  async insert(kind: SecretKind, id: string, { owner, until, body }: Secret): Promise<boolean> {
    const document = { _id: keyOf(kind, id), kind, owner, until, body: JSON.stringify(body), version: 1 };
    try {
      await this.collection.insertOne(document);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async replace(kind: SecretKind, id: string, version: number, { owner, until, body }: Secret): Promise<boolean> {
    const changes = { owner, until, body: JSON.stringify(body), version: version + 1 };
    const { matchedCount } = await this.collection.updateOne({ _id: keyOf(kind, id), version }, { $set: changes });
    return matchedCount > 0;
  }

  async remove(kind: SecretKind, id: string): Promise<boolean> {
    const { deletedCount } = await this.collection.deleteOne({ _id: keyOf(kind, id) });
    return deletedCount > 0;
  }

  async ofOwner<Body extends JsonObject>(kind: SecretKind, owner: Uuid): Promise<readonly KeptSecret<Body>[]> {
    const documents = await this.collection.find({ kind, owner }).sort({ _id: 1 }).toArray();
    return documents.map((document) => secretOf<Body>(document));
  }

  async removeOf(kind: SecretKind, owner: Uuid, but = ''): Promise<void> {
    await this.collection.deleteMany({ kind, owner, _id: { $ne: keyOf(kind, but) } });
  }

  async removeEnded(now: Instant): Promise<void> {
    await this.collection.deleteMany({ until: { $ne: null, $lte: now } });
  }

  async close(): Promise<void> {
    // The database is the caller's.
  }
}

function keyOf(kind: SecretKind, id: string): string {
  return `${kind}/${id}`;
}

function secretOf<Body extends JsonObject>(document: SecretDocument): KeptSecret<Body> {
  const { _id, kind, owner, until, body, version } = document;
  return {
    id: _id.slice(kind.length + 1),
    owner: owner as Uuid | null,
    until: until as Instant | null,
    body: JSON.parse(body) as Body,
    version,
  };
}
