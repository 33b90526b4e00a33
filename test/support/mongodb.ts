import { connectMongo, type Db, type MongoConnection } from '#mongodb';
import { keysDatabaseName } from '#people';
import { openMongoReadStore } from '#read-store';
import type { TemporaryReadStore } from '#read-store/testing';
import { hasGo } from '../wire/mongodb/binary.js';
import { startWireServer, type WireServer } from '../wire/mongodb/server';

/** The first build of the wire server takes a minute where nothing else runs. */
export const STARTED_WITHIN_MS = 600_000;

/** How many documents make many: the wire server reads all of them to find one. */
export const MANY = process.env['MONGODB_URL'] ? 3_000 : 300;

const NEEDS_GO = 'install Go, which builds the server of test/wire/mongodb';

/** A server that speaks MongoDB's protocol, and databases on it that nothing else uses. */
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

  /** Fresh and empty; dropped at the end, if not before. */
  database(): Db {
    const name = `mixite_test_${process.pid}_${Date.now().toString(36)}_${this.databases.length}`;
    const database = this.connection!.database.client.db(name);
    this.databases.push(database);
    return database;
  }

  /** The address of that database, as `MONGODB_URL` gives one. */
  urlOf({ databaseName }: Db): string {
    const url = new URL(this.url);
    url.pathname = `/${databaseName}`;
    return url.href;
  }

  /** A read store on a database of its own, that goes with it. */
  readStore(): TemporaryReadStore {
    const database = this.database();
    const store = openMongoReadStore({ database, mode: 'writer' });
    const destroy = async (): Promise<void> => {
      await store.close();
      await database.dropDatabase();
    };
    return { store, openReader: () => openMongoReadStore({ database, mode: 'reader' }), destroy };
  }

  /** Another connection to a database of `database`, as another process would have. */
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
 * Tests on the server that `MONGODB_URL` names, else on the wire server of `test/wire/mongodb`. Where there is neither that nor
 * Go to build it, they are skipped, and the output says so; they fail instead where `MIXITE_REQUIRE_SERVERS` is set.
 */
export function describeOnMongo(name: string, body: (mongo: TestMongo) => void): void {
  const mongo = new TestMongo();
  const isHere = Boolean(process.env['MONGODB_URL']) || hasGo();
  describeWhere(isHere, name, `${NEEDS_GO}, or set MONGODB_URL`, () => {
    beforeAll(() => mongo.start(), STARTED_WITHIN_MS);
    afterAll(() => mongo.stop());
    body(mongo);
  });
}

/** As `describeOnMongo`, for tests that start and kill wire servers of their own. */
export function describeOnWireServers(name: string, body: () => void): void {
  describeWhere(hasGo(), name, NEEDS_GO, body);
}

function describeWhere(isHere: boolean, name: string, needs: string, body: () => void): void {
  if (isHere || process.env['MIXITE_REQUIRE_SERVERS']) return describe(name, body);
  process.stderr.write(`\nSKIPPED: ${name}: ${needs}\n`);
  describe.skip(name, body);
}
