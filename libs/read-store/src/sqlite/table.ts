import type { Database, Statement } from 'better-sqlite3';
import { columnConverter, type ColumnConverter } from '../definition';
import type { CollectionDefinition, DocumentWrite, StoredDocument } from '../port';
import type { Position } from '#event-store';
import { BodyText, tellsAll } from './body';
import type { Rows, Value } from './rows';
import { columnName, tableName, upsert } from './schema';
import type { Param } from './sql';

const CACHED_QUERIES = 200;
/** Where a row's columns begin. */
const COLUMNS = 3;

/** As `Table.select` gives it. */
export type Row = readonly [id: string, position: string, body: string, ...columns: Value[]];

export interface FilledRows extends Rows {
  readonly values: Value[];
  /** How many values are in. */
  filled: number;
}

/** One collection of one generation: its statements, prepared once. */
export class Table {
  readonly name: string;
  private readonly fields: readonly string[];
  private readonly converters: readonly ColumnConverter[];
  private readonly bodies: BodyText;
  private readonly upsert: string;
  private readonly width: number;
  private readonly queries = new Map<string, Statement<Param[], unknown>>();

  constructor(
    key: string,
    readonly collection: CollectionDefinition,
  ) {
    this.name = tableName(key, collection.name);
    this.fields = Object.keys(collection.columns);
    this.converters = this.fields.map((field) => columnConverter(field, collection.columns[field]!));
    this.bodies = new BodyText(this.fields);
    this.upsert = upsert(key, collection);
    this.width = COLUMNS + this.fields.length;
  }

  /** Rows of guarded writes to fill, one for each document: see `fill`. */
  rows(count: number): FilledRows {
    return { sql: this.upsert, width: this.width, values: new Array<Value>(count * this.width).fill(null), filled: 0 };
  }

  /** Writes a document's values into the next row. @throws CodedError `invalid-column-value` */
  fill(rows: FilledRows, { id, position, body }: DocumentWrite): void {
    const { fields, converters } = this;
    const { values } = rows;
    const first = rows.filled;
    rows.filled = first + this.width;
    let told = true;
    for (let at = 0; at < fields.length; at++) {
      const field = body[fields[at]!];
      const value = converters[at]!(field);
      values[first + COLUMNS + at] = value;
      told &&= tellsAll(field, value);
    }
    values[first] = id;
    values[first + 1] = position;
    values[first + 2] = told ? this.bodies.restOf(body) : this.bodies.wholeOf(body);
  }

  /** Whole rows under the rest of the query: `documentOf` makes documents of them. */
  select(database: Database, rest: string): Statement<Param[], Row> {
    const columns = ['id', 'position', 'body', ...this.fields.map(columnName)];
    return this.query<Row>(database, `SELECT ${columns.join(', ')} FROM ${this.name} ${rest}`).raw(true);
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

  documentOf<Body>(row: Row): StoredDocument<Body> {
    const [id, position, body] = row;
    return { id, position: position as Position, body: this.bodies.read(body, row, COLUMNS) as Body };
  }
}
