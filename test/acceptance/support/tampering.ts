import Database from 'better-sqlite3';
import { seededNumbers } from '#event-store/testing';

/** The columns of an event's row that can be altered. */
export const COLUMNS = [
  'stream',
  'revision',
  'type',
  'schema_version',
  'id',
  'digest',
  'metadata',
  'people',
  'data',
] as const;

const random = seededNumbers(20_240_315);

/** A seeded random number below `most`. */
export const upTo = (most: number): number => Math.floor(random() * most);

/** Alters a column of an event: changes one byte of its text, or its number. */
export function alter(database: Database.Database, position: number, column: (typeof COLUMNS)[number]): string {
  const read = database.prepare<[number], Buffer | null>(
    `SELECT CAST(${column} AS BLOB) FROM events WHERE position = ?`,
  );
  const bytes = read.pluck().get(position)!;
  const write = (value: string, bound: unknown) =>
    database.prepare(`UPDATE events SET ${column} = ${value} WHERE position = ?`).run(bound, position);
  if (bytes === null) {
    write('?', '');
    return 'null → empty';
  }
  if (column === 'revision' || column === 'schema_version') {
    const other = Number(bytes.toString()) + [1, -1, 2, 1_000_000_000_000][upTo(4)]!;
    write('?', other);
    return `→ ${other}`;
  }
  const at = upTo(bytes.length);
  const before = bytes[at]!;
  bytes[at] = (before + 1 + upTo(255)) % 256;
  write('CAST(? AS TEXT)', bytes);
  return `byte ${at}: ${before} → ${bytes[at]}`;
}

/** Removes events. With `closing`, it also closes the gap, like an attacker who knows that positions have no gaps. */
export function remove(database: Database.Database, first: number, count: number, closing: boolean): void {
  database.prepare('DELETE FROM events WHERE position BETWEEN ? AND ?').run(first, first + count - 1);
  if (closing) shift(database, first + count, -count);
}

/** Changes the positions of all events from one position on. */
function shift(database: Database.Database, from: number, by: number): void {
  database.prepare('UPDATE events SET position = -position WHERE position >= ?').run(from);
  database.prepare('UPDATE events SET position = -position + ? WHERE position < 0').run(by);
}

/** Exchanges two events. */
export function swap(database: Database.Database, one: number, other: number): void {
  const move = database.prepare('UPDATE events SET position = ? WHERE position = ?');
  for (const [to, from] of [
    [-1, one],
    [one, other],
    [other, -1],
  ])
    move.run(to, from);
}

/** Inserts a copy of an event with another id, at a position that is freed first. */
export function insert(database: Database.Database, position: number, like: number): void {
  shift(database, position, 1);
  const source = like >= position ? like + 1 : like;
  database
    .prepare(
      `INSERT INTO events SELECT ?, stream, revision + 1, type, schema_version, lower(hex(randomblob(16))), digest, metadata, people, data
       FROM events WHERE position = ?`,
    )
    .run(position, source);
}

/** The whole content of the store, except its own id. */
export function contentOf(file: string): string {
  const database = new Database(file, { readonly: true });
  try {
    const read = (table: string, key: string) => database.prepare(`SELECT * FROM ${table} ORDER BY ${key}`).raw().all();
    return JSON.stringify([read('events', 'position'), read('stream_index', '1, 2'), read('stretches', '1, 2')]);
  } finally {
    database.close();
  }
}
