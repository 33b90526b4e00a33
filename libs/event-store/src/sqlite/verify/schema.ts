import type { Database } from 'better-sqlite3';
import { loadSqlite } from '#sqlite';
import { SCHEMA } from '../database';

const DECLARED = 'SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name';

/** Whether the tables are declared as they were made: an index or a trigger that somebody added could hide events from readers. */
export function schemaHolds(database: Database): boolean {
  const made = new (loadSqlite())(':memory:');
  try {
    made.exec(SCHEMA);
    return JSON.stringify(database.prepare(DECLARED).all()) === JSON.stringify(made.prepare(DECLARED).all());
  } finally {
    made.close();
  }
}
