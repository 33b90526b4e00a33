import type { Database, Statement } from 'better-sqlite3';
import { columnConverter, type ColumnConverter } from '../definition';
import type { CollectionDefinition, DocumentWrite, StoredDocument } from '../port';
import type { Position } from '#event-store';
import { tableName, upsert } from './schema';
import type { Param } from './sql';

const CACHED_QUERIES = 200;

export interface Row {
  readonly id: string;
  readonly position: string;
  readonly body: string;
}

/** One collection of one generation: its statements, prepared once. */
export class Table {
  readonly name: string;
  private readonly fields: readonly string[];
  private readonly converters: readonly ColumnConverter[];
  private readonly values: (Param | null)[];
  private readonly queries = new Map<string, Statement<Param[], unknown>>();
  private insert: Statement<[readonly (Param | null)[]]> | undefined;

  constructor(
    private readonly key: string,
    readonly collection: CollectionDefinition,
  ) {
    this.name = tableName(key, collection.name);
    this.fields = Object.keys(collection.columns);
    this.converters = this.fields.map((field) => columnConverter(field, collection.columns[field]!));
    this.values = new Array<Param | null>(3 + this.fields.length).fill(null);
  }

  /** One array of values serves every row. */
  write(database: Database, { id, position, body }: DocumentWrite): void {
    this.insert ??= database.prepare(upsert(this.key, this.collection));
    const { values, fields, converters } = this;
    values[0] = id;
    values[1] = position;
    values[2] = JSON.stringify(body);
    for (let at = 0; at < fields.length; at++) values[at + 3] = converters[at]!(body[fields[at]!]);
    this.insert.run(values);
  }

  /** A statement of this table, prepared once by its text. */
  query<Result>(database: Database, sql: string): Statement<Param[], Result> {
    let statement = this.queries.get(sql);
    if (!statement) {
      if (this.queries.size >= CACHED_QUERIES) this.queries.clear();
      statement = database.prepare<Param[], unknown>(sql);
      this.queries.set(sql, statement);
    }
    return statement as Statement<Param[], Result>;
  }
}

export function documentOf<Body>(row: Row): StoredDocument<Body> {
  return { id: row.id, position: row.position as Position, body: JSON.parse(row.body) as Body };
}
