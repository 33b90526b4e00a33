import type { Database } from 'better-sqlite3';
import type { Position } from '#event-store';
import type { JsonObject } from '#kernel';
import { comparisonsOf, type Comparison } from '../comparisons';
import { collectionOf, columnType } from '../definition';
import { keyOf, modelDropped, UNMADE } from '../generation';
import { pageOf, rangesOf } from '../pages';
import type {
  Checkpoint,
  DocumentWrite,
  FindQuery,
  ModelDefinition,
  Page,
  ReadModel,
  Selection,
  StoredDocument,
  ValueCount,
} from '../port';
import type { Connections } from './connections';
import { checkpointRow, clearGeneration, generationExists, readCheckpoint } from './registry';
import type { Rows } from './rows';
import { orderBy, whereClause } from './sql';
import { Table, type FilledRows, type Row } from './table';

/** The number of documents turned into rows at a time: this takes well under a millisecond, and the arrays are short-lived. */
const PORTION = 128;

/** One generation in `read.db`. Readers find it empty while the writer has not created it. */
export class SqliteReadModel implements ReadModel {
  private readonly key: string;
  private readonly tables = new Map<string, Table>();

  constructor(
    private readonly connections: Connections,
    readonly definition: ModelDefinition,
    readonly generation: string,
  ) {
    this.key = keyOf(definition, generation);
  }

  async get<Body = JsonObject>(collection: string, id: string): Promise<StoredDocument<Body> | null> {
    return this.read(collection, null, (table, database) => {
      const row = table.select(database, 'WHERE id = ?').get(id);
      return row ? table.documentOf<Body>(row) : null;
    });
  }

  async getMany<Body = JsonObject>(
    collection: string,
    ids: readonly string[],
  ): Promise<readonly StoredDocument<Body>[]> {
    const documents = this.read(collection, [], (table, database) =>
      table
        .select(database, 'WHERE id IN (SELECT value FROM json_each(?))')
        .all(JSON.stringify(ids))
        .map((row) => table.documentOf<Body>(row)),
    );
    const byId = new Map(documents.map((document) => [document.id, document]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  async find<Body = JsonObject>(query: FindQuery): Promise<Page<Body>> {
    const ranges = rangesOf(this, query);
    const found = this.read(query.collection, [], (table, database) =>
      readRanges(table, database, ranges, query).map((row) => table.documentOf<Body>(row)),
    );
    return pageOf(this, query, found);
  }

  async count(query: Selection): Promise<number> {
    const comparisons = comparisonsOf(collectionOf(this.definition, query.collection), query);
    if (!comparisons) return 0;
    return this.read(query.collection, 0, (table, database) => {
      const { sql, params } = whereClause(comparisons);
      return table.count(database, sql).get(...params)!;
    });
  }

  async countBy(query: Selection, column: string): Promise<readonly ValueCount[]> {
    const collection = collectionOf(this.definition, query.collection);
    columnType(collection, column);
    const comparisons = comparisonsOf(collection, query);
    if (!comparisons) return [];
    return this.read(query.collection, [], (table, database) => {
      const { sql, params } = whereClause(comparisons);
      const rows = table.countBy(database, column, sql).all(...params);
      return rows.map(([value, count]) => ({ value, count }));
    });
  }

  async checkpoint(): Promise<Checkpoint | null> {
    const { reader } = this.connections;
    const row = reader && this.connections.guard(() => readCheckpoint(reader, this.definition, this.generation));
    return row ? { storeId: row.storeId, position: row.position as Position } : null;
  }

  /** Writes all in one transaction. */
  commit(documents: readonly DocumentWrite[], checkpoint: Checkpoint | null): Promise<void> {
    return this.connections.writeRows(this.portions(documents, checkpoint), documents.length);
  }

  async clear(): Promise<void> {
    await this.connections.write((database) => clearGeneration(database, this.definition, this.generation));
  }

  /** Makes the portions one by one, while they are written. @throws CodedError `unknown-collection`, `invalid-column-value` */
  private *portions(documents: readonly DocumentWrite[], checkpoint: Checkpoint | null): Generator<readonly Rows[]> {
    for (let at = 0; at < documents.length; at += PORTION) yield this.rowsOf(documents.slice(at, at + PORTION));
    if (checkpoint) yield [checkpointRow(this.definition, this.generation, checkpoint)];
  }

  private rowsOf(documents: readonly DocumentWrite[]): readonly Rows[] {
    const byCollection = new Map<string, FilledRows>();
    for (const [collection, count] of countByCollection(documents))
      byCollection.set(collection, this.table(collection).emptyRows(count));
    for (const document of documents)
      this.table(document.collection).fill(byCollection.get(document.collection)!, document);
    return [...byCollection.values()].map(({ sql, width, values }) => ({ sql, width, values }));
  }

  private table(name: string): Table {
    let table = this.tables.get(name);
    if (!table) {
      table = new Table(this.key, collectionOf(this.definition, name));
      this.tables.set(name, table);
    }
    return table;
  }

  /** Reads one collection. Returns `empty` where the writer has not created it yet. @throws CodedError `model-dropped` */
  private read<T>(collection: string, empty: T, work: (table: Table, database: Database) => T): T {
    const table = this.table(collection);
    const { reader } = this.connections;
    if (!reader || this.generation === UNMADE) return empty;
    try {
      return this.connections.guard(() => work(table, reader));
    } catch (error) {
      if (!isMissingTable(error)) throw error;
      if (generationExists(reader, this.definition, this.generation)) return empty;
      throw modelDropped(this.key, { cause: error });
    }
  }
}

function countByCollection(documents: readonly DocumentWrite[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { collection } of documents) counts.set(collection, (counts.get(collection) ?? 0) + 1);
  return counts;
}

/**
 * Reads up to one row more than the limit of each range, until there are more than the limit. The limit is part of the
 * text: as a bound parameter, it would make SQLite prepare the statement again at each call, because the plan may
 * depend on it.
 */
function readRanges(
  table: Table,
  database: Database,
  ranges: readonly (readonly Comparison[])[],
  { sort = [], limit }: FindQuery,
): Row[] {
  const rows: Row[] = [];
  for (const range of ranges) {
    const { sql, params } = whereClause(range);
    rows.push(...table.select(database, `${sql} ${orderBy(sort)} LIMIT ${limit + 1}`).all(...params));
    if (rows.length > limit) break;
  }
  return rows;
}

function isMissingTable(error: unknown): boolean {
  return String((error as { message?: unknown }).message).startsWith('no such table');
}
