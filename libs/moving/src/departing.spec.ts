import Database from 'better-sqlite3';
import { join } from 'node:path';
import { CHAIN_START, chainDigest, type ChainFields, type HistoryStore } from '#event-store';
import { historyOf, temporaryEventStore, type TemporaryEventStore } from '#event-store/testing';
import { everyEvent, MovingBench } from './testing';

const COUNT = 50;

describe('a history that was altered in its store', () => {
  let bench: MovingBench;
  let temporary: TemporaryEventStore;
  let store: HistoryStore;
  beforeEach(async () => {
    bench = new MovingBench();
    temporary = temporaryEventStore();
    store = historyOf(temporary.store);
    await bench.record(store, COUNT);
  });
  afterEach(async () => {
    await temporary.destroy();
    await bench.destroy();
  });

  const tamper = (work: (database: Database.Database) => void): void => {
    const database = new Database(join(temporary.folder, 'events.db'));
    work(database);
    database.close();
  };
  /** Recomputes every digest, as an attacker could do. */
  const rechain = (database: Database.Database): void => {
    const columns = 'position, stream, revision, id, type, schema_version AS schemaVersion, data, people, metadata';
    const rows = database.prepare<[], ChainFields & { position: number }>(
      `SELECT ${columns} FROM events ORDER BY position`,
    );
    let digest = CHAIN_START;
    for (const row of rows.all()) {
      digest = chainDigest(digest, row);
      database.prepare('UPDATE events SET digest = ? WHERE position = ?').run(digest, row.position);
    }
  };

  it.each([
    ['data', `UPDATE events SET data = '{"altered":1}' WHERE position = 20`, 20],
    ['a digest', `UPDATE events SET digest = hex(zeroblob(32)) WHERE position = 20`, 20],
    ['a missing event', 'DELETE FROM events WHERE position = 20', 20],
    ['the first event', 'DELETE FROM events WHERE position = 1', 1],
  ])('is not exported: %s', async (_what, sql, ordinal) => {
    tamper((database) => database.exec(sql));
    const refusal = { code: 'history-altered', params: { ordinal } };
    await expect(bench.export(store, 'h.jsonl')).rejects.toMatchObject(refusal);
    await expect(bench.export(store, 'later.jsonl', 30)).rejects.toMatchObject(refusal);
  });

  it.each([
    ['written with other spaces', `{ "half": 1 }`],
    ['written over two lines', `{"half":\n1}`],
    ['with a number that JSON writes differently', '{"half":1.0}'],
    ['with the same name twice', '{"half":1,"half":2}'],
    ['that is no JSON', '{"half":'],
  ])('is not exported with data %s, even where every digest was recomputed', async (_how, data) => {
    tamper((database) => {
      database.prepare('UPDATE events SET data = ? WHERE position = 20').run(data);
      rechain(database);
    });
    await expect(bench.export(store, 'h.jsonl')).rejects.toMatchObject({
      code: 'history-altered',
      params: { ordinal: 20 },
    });
  });

  it('is detected by the import where the receiving store is altered meanwhile', async () => {
    await bench.export(store, 'h.jsonl');
    const arriving = temporaryEventStore();
    const target = historyOf(arriving.store);
    await target.receive((await everyEvent(store)).slice(0, 30));
    const database = new Database(join(arriving.folder, 'events.db'));
    database.exec(`UPDATE events SET data = '{"altered":1}' WHERE position = 20`);
    database.close();
    await expect(bench.import('h.jsonl', target)).rejects.toMatchObject({
      code: 'history-altered',
      params: { ordinal: 20 },
    });
    expect(await target.isReceiving()).toBe(true);
    await arriving.destroy();
  });
});
