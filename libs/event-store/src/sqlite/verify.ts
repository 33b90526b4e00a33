import type { Database, Statement } from 'better-sqlite3';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CHAIN_START, chainDigest } from '../chain';
import type { ChainVerdict } from '../verdict';
import { chainFieldsOf, EVENT_COLUMNS, type EventRow } from './codec';
import { openToRead } from './database';
import { lateTimesFault } from './late-times';
import { positionOf } from './position';

const PAGE = 1_000;

type ChainedRow = EventRow & { readonly digest: string };

/**
 * Walks the whole history of a folder, beside a writer or without, and computes every digest again.
 * @throws CodedError `store-absent`, `folder-unusable`, `sqlite-missing`
 */
export async function verifySqliteChain(folder: string): Promise<ChainVerdict> {
  const database = openToRead(folder);
  try {
    return await walk(database);
  } finally {
    database.close();
  }
}

async function walk(database: Database): Promise<ChainVerdict> {
  const sql = `SELECT ${EVENT_COLUMNS}, digest FROM events WHERE position > ? ORDER BY position LIMIT ${PAGE}`;
  const page = database.prepare(sql) as Statement<[number], ChainedRow>;
  let events = 0;
  let digest = CHAIN_START;
  for (let rows = page.all(0); rows.length > 0; rows = page.all(rows[rows.length - 1]!.position)) {
    for (const row of rows) {
      const expected = chainDigest(digest, chainFieldsOf(row));
      if (expected !== row.digest) return { events, digest, broken: positionOf(row.position) };
      digest = expected;
      events += 1;
    }
    await nextTurn();
  }
  const times = lateTimesFault(database);
  let time = times.next();
  for (; !time.done; time = times.next()) await nextTurn();
  return { events, digest, broken: time.value === undefined ? null : positionOf(time.value) };
}
