import Database from 'better-sqlite3';
import { join } from 'node:path';
import { exampleEvents, temporaryEventStore, type TemporaryEventStore } from '../testing';
import { verifySqliteChain } from './verify';

describe('verifySqliteChain', () => {
  let temporary: TemporaryEventStore;
  beforeEach(async () => {
    temporary = temporaryEventStore();
    const people = { household: exampleEvents(1)[0]!.id, box: 'c2VhbGVk' };
    await temporary.store.append({ stream: 'a', expected: 'none', events: exampleEvents(1_500) });
    await temporary.store.append({ stream: 'b', expected: 'none', events: exampleEvents(3, { people }) });
  });
  afterEach(() => temporary.destroy());

  const tamper = (sql: string): void => {
    const database = new Database(join(temporary.folder, 'events.db'));
    database.exec(sql);
    database.close();
  };

  it('finds an untouched history whole', async () => {
    const verdict = await verifySqliteChain(temporary.folder);
    expect(verdict).toEqual({ events: 1_503, broken: null, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it.each([
    ['altered data', `UPDATE events SET data = '{"index":2}' WHERE position = 1202`, 1_202],
    ['an altered recorded time', `UPDATE events SET metadata = replace(metadata, '20', '19') WHERE position = 3`, 3],
    ['an altered author', `UPDATE events SET metadata = replace(metadata, 'tester', 'nobody') WHERE position = 3`, 3],
    ['altered sealed facts', `UPDATE events SET people = replace(people, 'c2', 'c3') WHERE position = 1502`, 1_502],
    ['a stream renamed', `UPDATE events SET stream = 'c' WHERE stream = 'b'`, 1_501],
    ['an event removed', 'DELETE FROM events WHERE position = 40', 41],
    ['an altered digest', `UPDATE events SET digest = hex(zeroblob(32)) WHERE position = 7`, 7],
    [
      'two events exchanged',
      `UPDATE events SET position = 9999 WHERE position = 10; UPDATE events SET position = 10 WHERE position = 11;
       UPDATE events SET position = 11 WHERE position = 9999`,
      10,
    ],
    [
      'an event inserted',
      `INSERT INTO events SELECT 2000, 'z', 0, type, schema_version, hex(zeroblob(16)), digest, metadata, people, data FROM events
       WHERE position = 1503`,
      2_000,
    ],
  ])('names the first position after %s', async (_name, sql, position) => {
    tamper(sql);
    expect((await verifySqliteChain(temporary.folder)).broken).toBe(String(position).padStart(16, '0'));
  });
});
