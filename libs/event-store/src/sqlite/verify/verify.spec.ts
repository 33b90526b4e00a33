import Database from 'better-sqlite3';
import { join } from 'node:path';
import { CHAIN_START, chainDigest } from '../../history';
import { exampleEvent, exampleEvents, temporaryEventStore, type TemporaryEventStore } from '../../testing';
import { chainFieldsOf } from '../codec';
import { verifySqliteChain } from './verify';
import type { ChainedRow } from './rows';

const name = (position: number): string => String(position).padStart(16, '0');

describe('verifySqliteChain', () => {
  let temporary: TemporaryEventStore;
  beforeEach(async () => {
    temporary = temporaryEventStore();
    const people = { household: exampleEvents(1)[0]!.id, box: 'c2VhbGVk' };
    await temporary.store.append({ stream: 'a', expected: 'none', events: exampleEvents(1_500) });
    await temporary.store.append({ stream: 'b', expected: 'none', events: exampleEvents(3, { people }) });
  });
  afterEach(() => temporary.destroy());

  const tamper = (change: string | ((database: Database.Database) => void)): void => {
    const database = new Database(join(temporary.folder, 'events.db'));
    if (typeof change === 'string') database.exec(change);
    else change(database);
    database.close();
  };
  const verified = () => verifySqliteChain(temporary.folder);

  it('finds no fault in an untouched history, and returns its end', async () => {
    const digest = expect.stringMatching(/^[0-9a-f]{64}$/) as string;
    expect(await verified()).toEqual({
      events: 1_503,
      position: name(1_503),
      digest,
      receiving: false,
      broken: null,
    });
  });

  it('finds no fault in an empty history', async () => {
    const empty = temporaryEventStore();
    expect(await verifySqliteChain(empty.folder)).toEqual({
      events: 0,
      position: null,
      digest: CHAIN_START,
      receiving: false,
      broken: null,
    });
    await empty.destroy();
  });

  it('reports that only the first part of a history has arrived', async () => {
    tamper('UPDATE store SET receiving = 1');
    expect(await verified()).toMatchObject({ events: 1_503, receiving: true, broken: null });
  });

  it('reports its progress up to the end', async () => {
    const steps: (readonly [number, number])[] = [];
    await verifySqliteChain(temporary.folder, (done, total) => steps.push([done, total]));
    expect(steps.map(([done]) => done)).toEqual([...steps.map(([done]) => done)].sort((a, b) => a - b));
    expect(steps[0]![0]).toBe(1_000);
    for (const [done, total] of steps) expect(done).toBeLessThanOrEqual(total);
    expect(steps.at(-1)![0]).toBeGreaterThan(2_700);
  });

  it('verifies while a writer writes', async () => {
    let writing = true;
    const written = (async () => {
      for (let n = 0; writing; n++)
        await temporary.store.append({ stream: `new-${n % 7}`, expected: 'any', events: exampleEvents(90) });
    })();
    for (let time = 0; time < 8; time++) expect((await verified()).broken).toBeNull();
    writing = false;
    await written;
    expect((await verified()).events).toBeGreaterThan(2_000);
  });

  it.each(['stream', 'type', 'id', 'digest', 'metadata', 'data'])(
    'finds an event whose %s is null although the table forbids it',
    async (column) => {
      tamper((database) => {
        const schema = "SELECT sql FROM sqlite_schema WHERE name = 'events'";
        const sql = database.prepare<[], string>(schema).pluck().get()!;
        const rewrite = (text: string) => {
          database.unsafeMode(true).pragma('writable_schema = ON');
          database.prepare("UPDATE sqlite_schema SET sql = ? WHERE name = 'events'").run(text);
          database.pragma('writable_schema = RESET');
        };
        rewrite(sql.replaceAll(' NOT NULL', ''));
        database.exec(`UPDATE events SET ${column} = NULL WHERE position = 1202`);
        rewrite(sql);
      });
      expect((await verified()).broken).toMatchObject({ part: 'events', position: name(1_202) });
    },
  );

  it.each<[string, string, number, string | null]>([
    ['altered data', `UPDATE events SET data = '{"index":2}' WHERE position = 1202`, 1_202, 'altered'],
    ['an altered time', `UPDATE events SET metadata = replace(metadata, '20', '19') WHERE position = 3`, 3, 'altered'],
    [
      'an altered author',
      `UPDATE events SET metadata = replace(metadata, 'tester', 'x') WHERE position = 3`,
      3,
      'altered',
    ],
    [
      'altered sealed facts',
      `UPDATE events SET people = replace(people, 'c2', 'c3') WHERE position = 1502`,
      1_502,
      'altered',
    ],
    ['a stream renamed', `UPDATE events SET stream = 'c' WHERE stream = 'b'`, 1_501, null],
    ['an event removed', 'DELETE FROM events WHERE position = 40', 40, 'removed'],
    ['an altered digest', `UPDATE events SET digest = hex(zeroblob(32)) WHERE position = 7`, 7, 'altered'],
    [
      'two events exchanged',
      `UPDATE events SET position = 9999 WHERE position = 10; UPDATE events SET position = 10 WHERE position = 11;
       UPDATE events SET position = 11 WHERE position = 9999`,
      10,
      'reordered',
    ],
    [
      'an event inserted',
      `INSERT INTO events SELECT 1504, 'z', 0, type, schema_version, hex(zeroblob(16)), digest, metadata, people, data FROM events
       WHERE position = 1503`,
      1_504,
      null,
    ],
  ])('names the first position after %s', async (_name, sql, position, kind) => {
    tamper(sql);
    const { broken, events } = await verified();
    expect({ events, broken }).toMatchObject({
      events: position - 1,
      broken: { part: 'events', position: name(position), kind },
    });
  });

  it('also names the event after a gap', async () => {
    tamper('DELETE FROM events WHERE position BETWEEN 40 AND 45');
    expect((await verified()).broken).toMatchObject({ position: name(40), met: name(46) });
  });

  describe('where somebody recomputed every digest', () => {
    it('finds a recorded time that goes back', async () => {
      tamper((database) => {
        database.exec(`UPDATE events SET metadata = replace(metadata, '["20', '["19') WHERE position = 900`);
        chainAgain(database);
      });
      expect((await verified()).broken).toMatchObject({ part: 'late-times', position: name(900), kind: null });
    });

    it.each([
      ['in a closed stretch', 300],
      ['in the open stretch', 1_400],
    ])('finds a revision that is missing in its stream, %s', async (_where, removed) => {
      tamper((database) => {
        database.exec(`DELETE FROM events WHERE position = ${removed};
          UPDATE events SET position = -position WHERE position > ${removed};
          UPDATE events SET position = -position - 1 WHERE position < 0;`);
        chainAgain(database);
        indexAgain(database);
      });
      expect((await verified()).broken).toMatchObject({ part: 'events', position: name(removed) });
    });

    it('finds an event twice at the same revision', async () => {
      await temporary.store.append({ stream: 'c', expected: 'none', events: [exampleEvent()] });
      tamper((database) => {
        database.exec(`UPDATE events SET stream = 'b', revision = 1 WHERE position = 1504`);
        chainAgain(database);
      });
      expect((await verified()).broken).toMatchObject({ part: 'events', position: name(1_504) });
    });

    it('finds no fault but another last digest, which only an anchor kept elsewhere can show', async () => {
      const before = await verified();
      tamper((database) => {
        database.exec(`UPDATE events SET data = '{"index":2}' WHERE position = 1202`);
        chainAgain(database);
      });
      const after = await verified();
      expect(after).toMatchObject({ events: before.events, position: before.position, broken: null });
      expect(after.digest).not.toBe(before.digest);
    });
  });
});

function chainAgain(database: Database.Database): void {
  const rows = database.prepare<[], ChainedRow>('SELECT * FROM events ORDER BY position').all();
  const update = database.prepare('UPDATE events SET digest = ? WHERE position = ?');
  let digest = CHAIN_START;
  database.transaction(() => {
    for (const row of rows) update.run((digest = chainDigest(digest, chainFieldsOf(row))), row.position);
  })();
}

function indexAgain(database: Database.Database): void {
  database.exec(`DELETE FROM stream_index; DELETE FROM stretches;
    INSERT INTO stream_index SELECT stream, revision, position FROM events
      WHERE position < 256 * ((SELECT max(position) + 1 FROM events) / 256);
    INSERT INTO stretches SELECT type, position / 256, count(*) FROM events
      WHERE position < 256 * ((SELECT max(position) + 1 FROM events) / 256) GROUP BY 1, 2;`);
}
