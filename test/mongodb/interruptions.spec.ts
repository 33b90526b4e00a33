import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectMongo, type MongoConnection } from '#mongodb';
import { openMongoReadStore, type ReadModel, type ReadStore } from '#read-store';
import { at, idsFound, lease, LEASES, query } from '#read-store/testing';
import { isCodedError } from '#kernel';
import { describeOnWireServers, STARTED_WITHIN_MS } from '../support/mongodb';
import { startWireServer, type WireServer } from '../wire/mongodb/server';

const LEASES_WRITTEN = 100;
const NOTES_WRITTEN = 3_000;

describeOnWireServers('a server that is killed and comes back', () => {
  let state: string;
  let server: WireServer;
  let connection: MongoConnection;
  let store: ReadStore;
  let model: ReadModel;
  beforeEach(async () => {
    state = mkdtempSync(join(tmpdir(), 'mixite-mongodb-'));
    server = await startWireServer({ state });
    connection = await connectMongo({ url: `${server.url}?monitorCommands=true`, timeoutMs: 5_000 });
    store = openMongoReadStore({ database: connection.database, mode: 'writer' });
    model = await store.active(LEASES);
  }, STARTED_WITHIN_MS);
  afterEach(async () => {
    await store.close();
    await connection.close();
    await server.stop();
    rmSync(state, { recursive: true, force: true });
  });

  const restart = async (): Promise<void> => {
    server = await startWireServer({ state, port: server.port });
  };
  /**
   * Kills the server as soon as one command has inserted documents, while the insertion of the notes, which are many
   * more, is running.
   */
  const killAfterOneInsert = (): Promise<void> =>
    new Promise((resolve) => {
      const end = ({ commandName }: { commandName: string }): void => {
        if (commandName !== 'insert') return;
        connection.database.client.off('commandSucceeded', end);
        void server.kill().then(resolve);
      };
      connection.database.client.on('commandSucceeded', end);
    });

  it('in the middle of a commit that fills a generation: it keeps some documents, and the commit can be repeated', async () => {
    const leases = Array.from({ length: LEASES_WRITTEN }, (_, row) => lease(`lease-${row}`, 1, { quartile: row % 4 }));
    const note = (_: unknown, row: number) => ({ collection: 'note', id: `n-${row}`, position: at(1), body: { row } });
    const documents = [...leases, ...Array.from({ length: NOTES_WRITTEN }, note)];
    const checkpoint = { storeId: 'events', position: at(1) };
    const killed = killAfterOneInsert();
    const error: unknown = await model.commit(documents, checkpoint).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(Error);
    // A coded error would be taken for an error of the projection itself.
    expect(isCodedError(error)).toBe(false);
    await killed;
    await restart();
    const notes = { collection: 'note' };
    expect(await model.count(query())).toBe(LEASES_WRITTEN);
    expect(await model.count(query(notes))).toBeLessThan(NOTES_WRITTEN);
    expect(await model.checkpoint()).toBeNull();
    await model.commit(documents, checkpoint);
    expect(await model.count(query({ where: { quartile: 3 } }))).toBe(LEASES_WRITTEN / 4);
    expect([await model.count(query()), await model.count(query(notes))]).toEqual([LEASES_WRITTEN, NOTES_WRITTEN]);
    expect(await model.checkpoint()).toEqual(checkpoint);
  });

  it('answers again with the written documents, also to callers that kept a model', async () => {
    await model.commit([lease('a', 1, {})], { storeId: 'events', position: at(1) });
    await server.kill();
    await expect(model.commit([lease('b', 2, {})], null)).rejects.not.toHaveProperty('params');
    await expect(store.active(LEASES)).rejects.not.toHaveProperty('params');
    await restart();
    expect(await idsFound(await store.active(LEASES))).toEqual(['a']);
    await model.commit([lease('b', 2, {})], { storeId: 'events', position: at(2) });
    expect(await idsFound(model)).toEqual(['a', 'b']);
    expect(await model.checkpoint()).toEqual({ storeId: 'events', position: at(2) });
  });

  it('is waited for by a reader while it is down', async () => {
    await model.commit([lease('a', 1, {})], null);
    await server.kill();
    const reading = idsFound(model);
    await restart();
    expect(await reading).toEqual(['a']);
  });
});
