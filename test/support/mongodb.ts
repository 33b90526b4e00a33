import { connectMongo, type Db, type MongoConnection } from '#mongodb';
import { keysDatabaseName } from '#people';
import { openMongoReadStore } from '#read-store';
import type { TemporaryReadStore } from '#read-store/testing';
import { hasGo } from '../wire/mongodb/binary.js';
import { startWireServer, type WireServer } from '../wire/mongodb/server';

/** Long, because the first build of the wire server takes a minute on an idle machine. */
export const STARTED_WITHIN_MS = 600_000;

/** The number of documents in large tests. It is small on the wire server, which reads all documents to find one. */
export const MANY = process.env['MONGODB_URL'] ? 3_000 : 300;

const NEEDS_GO = 'install Go, which builds the server of test/wire/mongodb';

/** A server that speaks the protocol of MongoDB, with databases for tests. */
export class TestMongo {
  private server: WireServer | undefined;
  private connection: MongoConnection | undefined;
  private readonly databases: Db[] = [];

  async start(): Promise<void> {
    if (!process.env['MONGODB_URL']) this.server = await startWireServer();
    this.connection = await connectMongo({ url: this.url });
  }

  get url(): string {
    return process.env['MONGODB_URL'] || this.server!.url;
  }

  /** Makes a new, empty database. It is dropped at the end at the latest. */
  database(): Db {
    const name = `mixite_test_${process.pid}_${Date.now().toString(36)}_${this.databases.length}`;
    const database = this.connection!.database.client.db(name);
    this.databases.push(database);
    return database;
  }

  /** The URL of that database, in the form of `MONGODB_URL`. */
  urlOf({ databaseName }: Db): string {
    const url = new URL(this.url);
    url.pathname = `/${databaseName}`;
    return url.href;
  }

  /** A read store on its own database, which is dropped with it. */
  readStore(): TemporaryReadStore {
    const database = this.database();
    const store = openMongoReadStore({ database, mode: 'writer' });
    const destroy = async (): Promise<void> => {
      await store.close();
      await database.dropDatabase();
    };
    return { store, openReader: () => openMongoReadStore({ database, mode: 'reader' }), destroy };
  }

  /** Another connection to a database of `database()`, like that of another process. */
  async beside(database: Db): Promise<MongoConnection> {
    const connection = await connectMongo({ url: this.url });
    return { ...connection, database: connection.database.client.db(database.databaseName) };
  }

  async stop(): Promise<void> {
    for (const { client, databaseName } of this.databases) {
      await client.db(databaseName).dropDatabase();
      await client.db(keysDatabaseName(databaseName)).dropDatabase();
    }
    await this.connection?.close();
    await this.server?.stop();
  }
}

/**
 * Tests on the server that `MONGODB_URL` names, else on the wire server of `test/wire/mongodb`. Without a URL and
 * without Go to build the wire server, the tests are skipped, and the output says so. Where `MIXITE_REQUIRE_SERVERS` is
 * set, they fail instead.
 */
export function describeOnMongo(name: string, body: (mongo: TestMongo) => void): void {
  const mongo = new TestMongo();
  const isAvailable = Boolean(process.env['MONGODB_URL']) || hasGo();
  describeWhere(isAvailable, name, `${NEEDS_GO}, or set MONGODB_URL`, () => {
    beforeAll(() => mongo.start(), STARTED_WITHIN_MS);
    afterAll(() => mongo.stop());
    body(mongo);
  });
}

/** Like `describeOnMongo`, for tests that start and kill their own wire servers. */
export function describeOnWireServers(name: string, body: () => void): void {
  describeWhere(hasGo(), name, NEEDS_GO, body);
}

function describeWhere(isAvailable: boolean, name: string, needs: string, body: () => void): void {
  if (isAvailable || process.env['MIXITE_REQUIRE_SERVERS']) return describe(name, body);
  process.stderr.write(`\nSKIPPED: ${name}: ${needs}\n`);
  describe.skip(name, body);
}
