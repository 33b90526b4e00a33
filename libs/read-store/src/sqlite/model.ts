import type { Database } from 'better-sqlite3';
import type { Position } from '#event-store';
import { Breath, type JsonObject } from '#kernel';
import { comparisonsOf, type Comparison } from '../comparisons';
import { collectionOf } from '../definition';
import { keyOf, modelDropped, UNMADE } from '../generation';
import { pageOf, rangesOf } from '../pages';
import type { Checkpoint, DocumentWrite, FindQuery, ModelDefinition, Page, ReadModel, StoredDocument } from '../port';
import type { Connections } from './connections';
import { clearGeneration, generationExists, readCheckpoint, writeCheckpoint } from './registry';
import { orderBy, whereClause } from './sql';
import { documentOf, Table, type Row } from './table';

/** How many documents are written between two looks at the time. */
const STRIDE = 32;

/** One generation in `read.db`. As a reader, what the writer has not made yet is empty. */
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
    const row = this.read(collection, null, (table, database) =>
      table.query<Row>(database, `SELECT id, position, body FROM ${table.name} WHERE id = ?`).get(id),
    );
    return row ? documentOf<Body>(row) : null;
  }

  async getMany<Body = JsonObject>(
    collection: string,
    ids: readonly string[],
  ): Promise<readonly StoredDocument<Body>[]> {
    const rows = this.read(collection, [], (table, database) =>
      table
        .query<Row>(
          database,
          `SELECT id, position, body FROM ${table.name} WHERE id IN (SELECT value FROM json_each(?))`,
        )
        .all(JSON.stringify(ids)),
    );
    const byId = new Map(rows.map((row) => [row.id, documentOf<Body>(row)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  async find<Body = JsonObject>(query: FindQuery): Promise<Page<Body>> {
    const ranges = rangesOf(this, query);
    const rows = this.read(query.collection, [], (table, database) => readRanges(table, database, ranges, query));
    return pageOf(
      this,
      query,
      rows.map((row) => documentOf<Body>(row)),
    );
  }

  async count({ collection, scope, where }: Pick<FindQuery, 'collection' | 'scope' | 'where'>): Promise<number> {
    const comparisons = comparisonsOf(collectionOf(this.definition, collection), scope, where);
    if (!comparisons) return 0;
    return this.read(collection, 0, (table, database) => {
      const { sql, params } = whereClause(comparisons);
      const statement = `SELECT count(*) AS count FROM ${table.name}${sql}`;
      return table.query<{ count: number }>(database, statement).get(...params)!.count;
    });
  }

  async checkpoint(): Promise<Checkpoint | null> {
    const { reader } = this.connections;
    const row = reader && readCheckpoint(reader, this.definition, this.generation);
    return row ? { storeId: row.storeId, position: row.position as Position } : null;
  }

  /** One transaction, that lets the rest of the process run every few milliseconds. */
  async commit(documents: readonly DocumentWrite[], checkpoint: Checkpoint | null): Promise<void> {
    await this.connections.write(async (database) => {
      const breath = new Breath();
      for (let at = 0; at < documents.length; at++) {
        const document = documents[at]!;
        this.table(document.collection).write(database, document);
        if (at % STRIDE === STRIDE - 1 && breath.isDue()) await breath.take();
      }
      if (checkpoint) writeCheckpoint(database, this.definition, this.generation, checkpoint);
    });
  }

  async clear(): Promise<void> {
    await this.connections.write((database) => clearGeneration(database, this.definition, this.generation));
  }

  private table(name: string): Table {
    let table = this.tables.get(name);
    if (!table) {
      table = new Table(this.key, collectionOf(this.definition, name));
      this.tables.set(name, table);
    }
    return table;
  }

  /** Reads one collection, `empty` where the writer has not made it yet. @throws CodedError `model-dropped` */
  private read<T>(collection: string, empty: T, work: (table: Table, database: Database) => T): T {
    const table = this.table(collection);
    const { reader } = this.connections;
    if (!reader || this.generation === UNMADE) return empty;
    try {
      return work(table, reader);
    } catch (error) {
      if (!isMissingTable(error)) throw error;
      if (generationExists(reader, this.definition, this.generation)) return empty;
      throw modelDropped(this.key, { cause: error });
    }
  }
}

function readRanges(
  table: Table,
  database: Database,
  ranges: readonly (readonly Comparison[])[],
  { sort = [], limit }: FindQuery,
): Row[] {
  const rows: Row[] = [];
  for (const range of ranges) {
    const { sql, params } = whereClause(range);
    const statement = `SELECT id, position, body FROM ${table.name}${sql} ${orderBy(sort)} LIMIT ?`;
    rows.push(...table.query<Row>(database, statement).all(...params, limit + 1 - rows.length));
    if (rows.length > limit) break;
  }
  return rows;
}

function isMissingTable(error: unknown): boolean {
  return String((error as { message?: unknown }).message).startsWith('no such table');
}
