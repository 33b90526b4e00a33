import type { Database, Statement } from 'better-sqlite3';
import { columnConverter, type ColumnConverter } from '../definition';
import type { CollectionDefinition, DocumentWrite, StoredDocument } from '../port';
import type { Position } from '#event-store';
import { BodyText, isWholeField } from './body';
import type { Rows, Value } from './rows';
import { columnName, tableName, upsert } from './schema';
import type { Param } from './sql';

const CACHED_QUERIES = 200;
/** The index of the first column in a row. */
const COLUMNS = 3;

/** A row as `Table.select` reads it. */
export type Row = readonly [id: string, position: string, body: string, ...columns: Value[]];

/** A row as `Table.countBy` reads it. */
export type CountRow = readonly [value: Value, count: number];

export interface FilledRows extends Rows {
  readonly values: Value[];
  /** The number of values filled in. */
  filled: number;
}

/** Prepared statements, by the variable part of their text. */
class Prepared<Result> {
  private readonly statements = new Map<string, Statement<Param[], Result>>();

  get(text: string, prepare: () => Statement<Param[], Result>): Statement<Param[], Result> {
    let statement = this.statements.get(text);
    if (!statement) {
      if (this.statements.size >= CACHED_QUERIES) this.statements.clear();
      this.statements.set(text, (statement = prepare()));
    }
    return statement;
  }
}

/** The table of one collection of one generation, with its prepared statements. */
export class Table {
  readonly name: string;
  private readonly fields: readonly string[];
  private readonly converters: readonly ColumnConverter[];
  private readonly bodies: BodyText;
  private readonly upsert: string;
  private readonly width: number;
  private readonly selection: string;
  private readonly rows = new Prepared<Row>();
  private readonly counts = new Prepared<number>();
  private readonly countsByValue = new Prepared<CountRow>();

  constructor(
    key: string,
    readonly collection: CollectionDefinition,
  ) {
    this.name = tableName(key, collection.name);
    this.fields = Object.keys(collection.columns);
    this.converters = this.fields.map((field) => columnConverter(field, collection.columns[field]!));
    this.bodies = new BodyText(this.fields);
    this.selection = `SELECT id, position, body${this.fields.map((field) => `, ${columnName(field)}`).join('')} FROM ${this.name}`;
    this.upsert = upsert(key, collection);
    this.width = COLUMNS + this.fields.length;
  }

  /** Empty rows for the guarded writes of `count` documents: see `fill`. */
  emptyRows(count: number): FilledRows {
    return { sql: this.upsert, width: this.width, values: new Array<Value>(count * this.width).fill(null), filled: 0 };
  }

  /** Writes a document's values into the next row. @throws CodedError `invalid-column-value` */
  fill(rows: FilledRows, { id, position, body }: DocumentWrite): void {
    const { fields, converters } = this;
    const { values } = rows;
    const first = rows.filled;
    rows.filled = first + this.width;
    let inColumns = true;
    for (let at = 0; at < fields.length; at++) {
      const field = body[fields[at]!];
      const value = converters[at]!(field);
      values[first + COLUMNS + at] = value;
      inColumns &&= isWholeField(field, value);
    }
    values[first] = id;
    values[first + 1] = position;
    values[first + 2] = inColumns ? this.bodies.restOf(body) : this.bodies.wholeOf(body);
  }

  /** Selects rows with the rest of the query. `documentOf` turns them into documents. */
  select(database: Database, rest: string): Statement<Param[], Row> {
    return this.rows.get(rest, () => database.prepare<Param[], Row>(`${this.selection} ${rest}`).raw());
  }

  /** Counts the rows of the rest of the query. */
  count(database: Database, rest: string): Statement<Param[], number> {
    return this.counts.get(rest, () =>
      database.prepare<Param[], number>(`SELECT count(*) FROM ${this.name} ${rest}`).pluck(),
    );
  }

  /** Counts the rows of the rest of the query by the values of a column. SQLite puts null first. */
  countBy(database: Database, column: string, rest: string): Statement<Param[], CountRow> {
    const name = columnName(column);
    const sql = `SELECT ${name}, count(*) FROM ${this.name} ${rest} GROUP BY ${name} ORDER BY ${name}`;
    return this.countsByValue.get(sql, () => database.prepare<Param[], CountRow>(sql).raw());
  }

  documentOf<Body>(row: Row): StoredDocument<Body> {
    const [id, position, body] = row;
    return { id, position: position as Position, body: this.bodies.read(body, row, COLUMNS) as Body };
  }
}
