import Database from 'better-sqlite3';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifySqliteChain, type SqliteChainVerdict } from '#event-store';
import { isCodedError } from '#kernel';
import { csvFiles, leases, TERRITORY } from '../e2e/support/territory';
import { Office } from './support/office';
import { alter, COLUMNS, contentOf, insert, remove, swap, upTo } from './support/tampering';

const LONG = process.env['MIXITE_LONG_TESTS'] ? 20 : 1;
const BYTES = 270 * LONG;
const FLIPS = 120 * LONG;
const STRUCTURES = 15 * LONG;
if (LONG > 1) jest.setTimeout(900_000);

const folder = mkdtempSync(join(tmpdir(), 'mixite-tampering-'));
const name = (position: number): string => String(position).padStart(16, '0');

let whole: string;
let last: number;

/** A realistic store: a territory, leases, corrections, a lease that goes to another household, and quartiles revised by late bounds. */
beforeAll(async () => {
  const office = new Office();
  await office.record(Object.fromEntries(csvFiles({ ...TERRITORY, 'attributions.csv': leases(1, 700) })));
  const corrected = leases(1, 150).map((row, n) => ({
    ...row,
    numero_unique: n % 3 ? row['numero_unique']! : `AUTRE-${n}`,
  }));
  await office.record(
    Object.fromEntries(csvFiles({ 'attributions.csv': corrected.map((row) => ({ ...row, dalo: 'O' })) })),
  );
  await office.record({ 'communes.csv': 'code_insee;nom\n78490;Plaisir\n', 'notes.csv': NOTES });
  last = (await office.history()).length;
  whole = join(folder, 'whole.db');
  await office.keep(whole);
  expect(await verified(() => undefined)).toMatchObject({ events: last, position: name(last), broken: null });
  expect(last).toBeGreaterThan(600);
});
afterAll(() => rmSync(folder, { recursive: true }));

const NOTES = 'code_residence;date_effet;note_commune;note_bailleur\nR2;2024-01-01;4;4\nR5;2024-01-01;3;3\n';

/** The verdict on a copy of the store after `tamper` has changed it. */
async function verified(tamper: (database: Database.Database) => void): Promise<SqliteChainVerdict> {
  const copy = freshCopy();
  const database = new Database(join(copy, 'events.db'));
  tamper(database);
  database.close();
  return verifySqliteChain(copy);
}

function freshCopy(): string {
  const copy = join(folder, 'copy');
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy);
  copyFileSync(whole, join(copy, 'events.db'));
  return copy;
}

describe('a real history, tampered with', () => {
  it(`${BYTES} times by a byte of an event, is found out and the event is named`, async () => {
    for (let time = 0; time < BYTES; time++) {
      const position = 1 + upTo(last);
      const column = COLUMNS[time % COLUMNS.length]!;
      let what = '';
      const { broken, events } = await verified((database) => (what = alter(database, position, column)));
      const about = `${column} of ${position}, ${what}`;
      const isExplained = position < 768 || (position < last && column !== 'stream' && column !== 'revision');
      const kind = isExplained || broken?.kind !== null ? 'altered' : null;
      expect({ about, events, broken }).toEqual({
        about,
        events: position - 1,
        broken: { part: 'events', position: name(position), met: name(position), kind },
      });
    }
  });

  it(`${STRUCTURES} times by events removed, is found out and the first of them is named`, async () => {
    for (let time = 0; time < STRUCTURES; time++) {
      const count = 1 + upTo(300);
      const first = 1 + upTo(last - count - 1);
      const { broken } = await verified((database) => remove(database, first, count, false));
      const met = name(first + count);
      expect({ first, count, broken }).toMatchObject({
        broken: { part: 'events', position: name(first), met, kind: 'removed' },
      });
    }
  });

  it(`${STRUCTURES} times by events removed and the gap closed, is found out, and named where the index still shows it`, async () => {
    for (let time = 0; time < STRUCTURES; time++) {
      const count = 1 + upTo(300);
      const first = 1 + upTo(last - count - 1);
      const { broken } = await verified((database) => remove(database, first, count, true));
      expect({ first, count, broken }).toMatchObject({
        broken: { part: 'events', position: name(first), met: name(first) },
      });
      if (first + count < 512) expect({ first, count, broken }).toMatchObject({ broken: { kind: 'removed' } });
    }
  });

  it(`${STRUCTURES} times by an event inserted, is found out and the event is named`, async () => {
    for (let time = 0; time < STRUCTURES; time++) {
      const position = 1 + upTo(last);
      const { broken } = await verified((database) => insert(database, position, 1 + upTo(last)));
      expect({ position, broken }).toMatchObject({
        broken: { part: 'events', position: name(position), kind: 'inserted' },
      });
    }
    const { broken } = await verified((database) => insert(database, last + 1, last));
    expect(broken).toMatchObject({ position: name(last + 1), kind: null });
  });

  it(`${STRUCTURES} times by two events exchanged, is found out and the first of them is named`, async () => {
    for (let time = 0; time < STRUCTURES; time++) {
      const one = 1 + upTo(last - 1);
      const other = time % 2 === 0 ? one + 1 : one + 1 + upTo(last - one);
      const { broken } = await verified((database) => swap(database, one, other));
      expect({ one, other, broken }).toMatchObject({
        broken: { part: 'events', position: name(one), kind: 'reordered' },
      });
    }
  });

  it.each<[string, string, object]>([
    [
      'an event before the first',
      `UPDATE events SET position = 0 WHERE position = 30`,
      { position: name(0), kind: 'inserted' },
    ],
    [
      'an event moved to the end',
      `UPDATE events SET position = 9999 WHERE position = 30`,
      { position: name(30), kind: 'reordered' },
    ],
    [
      'every event moved to a later position',
      `UPDATE events SET position = position + 2000`,
      { position: name(1), kind: 'reordered' },
    ],
    [
      'a position beyond all',
      `UPDATE events SET position = 9223372036854775807 WHERE position = 30`,
      { position: name(30) },
    ],
    [
      'a text turned into bytes',
      `PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '');
      PRAGMA writable_schema = RESET; UPDATE events SET data = CAST(data AS BLOB) WHERE position = 77`,
      { position: name(77), kind: 'altered' },
    ],
  ])('by %s, is found out', async (_what, sql, expected) => {
    const { broken } = await verified((database) => database.unsafeMode().exec(sql));
    expect(broken).toMatchObject({ part: 'events', ...expected });
  });

  it('is found out where the index of the streams hides an event, and its position is named', async () => {
    for (let time = 0; time < STRUCTURES; time++) {
      const position = 1 + upTo(500);
      const sql = [
        `DELETE FROM stream_index WHERE position = ${position}`,
        `UPDATE stream_index SET stream = 'autre-' || stream WHERE position = ${position}`,
        `UPDATE stream_index SET revision = revision + 7 WHERE position = ${position}`,
        `UPDATE stream_index SET position = ${position + 1} WHERE position = ${position}`,
      ][time % 4]!;
      const { broken, events } = await verified((database) => database.exec(sql));
      expect({ sql, events, broken }).toMatchObject({
        events: last,
        broken: { part: 'stream-index', position: name(position) },
      });
    }
  });

  it.each([
    [
      'a count changed',
      `UPDATE stretches SET events = events - 1 WHERE stretch = 1 AND type = 'AllocationSigned'`,
      256,
    ],
    ['a type taken out', `DELETE FROM stretches WHERE stretch = 0 AND type = 'LandlordDeclared'`, 1],
    ['events counted that are not there', `INSERT INTO stretches VALUES ('Autre', 1, 4)`, undefined],
    [
      'two wrong counts with the right sum',
      `INSERT INTO stretches VALUES ('Autre', 1, 4), ('Encore', 1, -4)`,
      undefined,
    ],
    ['a stretch that is not closed', `INSERT INTO stretches VALUES ('AllocationSigned', 900, 0)`, undefined],
    [
      'a count that is too large',
      `INSERT INTO stretches VALUES ('A', 1, 9223372036854775807), ('B', 1, 9223372036854775807)`,
      undefined,
    ],
  ])('is found out where the counts of the types are wrong: %s', async (_what, sql, position) => {
    const { broken, events } = await verified((database) => database.exec(sql));
    expect({ events, broken }).toMatchObject({
      events: last,
      broken: { part: 'stretches', position: name(position ?? last + 1) },
    });
  });

  it.each([
    `CREATE INDEX more ON events (type)`,
    `CREATE TRIGGER loses AFTER INSERT ON events BEGIN DELETE FROM events WHERE position = new.position; END`,
    `CREATE TABLE other (a)`,
    `CREATE VIEW seen AS SELECT * FROM events`,
  ])('is found out where the definition of a table has changed: %s', async (sql) => {
    expect((await verified((database) => database.exec(sql))).broken).toMatchObject({
      part: 'schema',
      kind: 'altered',
    });
  });

  it('is found out where the end was cut off, as long as the index still names the events; beyond that, only a digest kept elsewhere would show it', async () => {
    const cut = (from: number) =>
      verified((database) => database.prepare('DELETE FROM events WHERE position >= ?').run(from));
    expect((await cut(400)).broken).toMatchObject({ part: 'stream-index', position: name(400), kind: 'removed' });
    expect(await cut(last)).toMatchObject({ events: last - 1, broken: null });
  });

  it(`${FLIPS} times by a byte of the file, is found out unless the content of the store is unchanged`, async () => {
    const original = contentOf(whole);
    const outcomes = { found: 0, harmless: 0 };
    for (let time = 0; time < FLIPS; time++) {
      const copy = freshCopy();
      const file = join(copy, 'events.db');
      const bytes = readFileSync(file);
      const at = upTo(bytes.length);
      bytes[at] = (bytes[at]! + 1 + upTo(255)) % 256;
      writeFileSync(file, bytes);
      const verdict = await verifySqliteChain(copy).catch((error: unknown) => {
        if (!isCodedError(error)) throw error;
        return null;
      });
      if (verdict === null || verdict.broken) outcomes.found += 1;
      else {
        outcomes.harmless += 1;
        expect({ at, same: contentOf(file) === original }).toEqual({ at, same: true });
      }
    }
    expect(outcomes.found).toBeGreaterThan(FLIPS / 2);
  });
});
