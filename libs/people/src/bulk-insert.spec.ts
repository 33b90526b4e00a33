import { loadSqlite } from '#sqlite';
import { BulkInsert } from './keys-writer';

describe('a bulk insert', () => {
  const Sqlite = loadSqlite();
  const rows = (count: number, first = 0) =>
    Array.from({ length: count }, (_, at) => [Buffer.from(`k${first + at}`), Buffer.from(`v${at}`)] as const);
  const opened = () => {
    const database = new Sqlite(':memory:');
    database.exec('CREATE TABLE pairs (key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID');
    const read = () => database.prepare('SELECT key, value FROM pairs').raw().all() as [Buffer, Buffer][];
    return { bulk: new BulkInsert(database, 'pairs (key, value)'), read };
  };

  it.each([0, 1, 63, 64, 65, 200])('writes %i rows unchanged', (count) => {
    const { bulk, read } = opened();
    expect(bulk.run(rows(count))).toBe(true);
    expect(read().map(String).sort()).toEqual(
      rows(count)
        .map((pair) => String(pair))
        .sort(),
    );
  });

  it.each([0, 40, 63, 64, 99])('reports that the key of row %i of 100 exists already', (taken) => {
    const { bulk } = opened();
    bulk.run(rows(1, taken));
    expect(bulk.run(rows(100))).toBe(false);
  });
});
