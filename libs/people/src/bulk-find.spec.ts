import { loadSqlite } from '#sqlite';
import { BulkFind } from './sqlite-keys';
import { bytesOf, uuidOf } from './keys-database';

describe('a bulk find', () => {
  const Sqlite = loadSqlite();
  const entry = (at: number) => `h${String.fromCharCode(at)}\u00ff${at}`;
  const id = (at: number) => uuidOf(Buffer.alloc(16, at));
  const opened = (known: readonly number[]) => {
    const database = new Sqlite(':memory:');
    database.exec('CREATE TABLE numbers (entry BLOB PRIMARY KEY, id BLOB NOT NULL) WITHOUT ROWID');
    const insert = database.prepare('INSERT INTO numbers VALUES (?, ?)');
    for (const at of known) insert.run(Buffer.from(entry(at), 'latin1'), bytesOf(id(at)));
    return new BulkFind(database);
  };
  const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);

  it.each([0, 1, 7, 8, 63, 64, 65, 71, 72, 200])('of %i entries finds exactly those that have an id', (count) => {
    const known = upTo(250).filter((at) => at % 3 === 0);
    const found = opened(known).run(upTo(count).map(entry));
    expect([...found].sort()).toEqual(
      upTo(count)
        .filter((at) => at % 3 === 0)
        .map((at) => [entry(at), id(at)])
        .sort(),
    );
  });

  it('finds entries that are asked for twice', () => {
    const asked = upTo(20).map(entry);
    expect(opened([4]).run([...asked, ...asked])).toEqual(new Map([[entry(4), id(4)]]));
  });
});
