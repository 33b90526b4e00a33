import type { Database, Statement } from 'better-sqlite3';
import { checkShape, keyOf, modelKey, nextGeneration, shapeOf } from '../generation';
import type { Checkpoint, CollectionDefinition, ModelDefinition } from '../port';
import type { Rows } from './rows';
import { createTable, tableName } from './schema';

interface GenerationRow {
  readonly name: string;
  readonly version: number;
  readonly generation: string;
  readonly active: 0 | 1;
}

const statements = new WeakMap<Database, Map<string, Statement<(string | number | null)[], unknown>>>();

/**
 * Returns a statement that is prepared once for each connection, because the active generation is looked up at each
 * request.
 */
function prepared<Row>(database: Database, sql: string): Statement<(string | number | null)[], Row> {
  let known = statements.get(database);
  if (!known) statements.set(database, (known = new Map()));
  let statement = known.get(sql);
  if (!statement) known.set(sql, (statement = database.prepare<(string | number | null)[], unknown>(sql)));
  return statement as Statement<(string | number | null)[], Row>;
}

const OF_GENERATION = 'name = ? AND version = ? AND generation = ?';

/**
 * The generation that readers of that version use: the active one, or the newest of the version where another version
 * is active.
 */
export function activeGeneration(database: Database, { name, version }: ModelDefinition): string | undefined {
  const sql =
    'SELECT generation FROM models WHERE name = ? AND version = ? ORDER BY active DESC, generation DESC LIMIT 1';
  return prepared<{ generation: string }>(database, sql).get(name, version)?.generation;
}

export function allGenerations(database: Database): readonly GenerationRow[] {
  return prepared<GenerationRow>(
    database,
    'SELECT name, version, generation, active FROM models ORDER BY 1, 2, 3',
  ).all();
}

export function generationExists(database: Database, { name, version }: ModelDefinition, generation: string): boolean {
  const sql = `SELECT 1 FROM models WHERE ${OF_GENERATION}`;
  return prepared(database, sql).get(name, version, generation) !== undefined;
}

export function createGeneration(database: Database, definition: ModelDefinition, active: boolean): string {
  const sql = 'SELECT max(generation) AS last FROM models WHERE name = ? AND version = ?';
  const row = prepared<{ last: string | null }>(database, sql).get(definition.name, definition.version);
  const generation = nextGeneration(row?.last ?? undefined);
  prepared(database, 'INSERT INTO models (name, version, generation, active) VALUES (?, ?, ?, ?)').run(
    definition.name,
    definition.version,
    generation,
    active ? 1 : 0,
  );
  return generation;
}

/** The collections of the definition that the generation lacks. @throws CodedError `definition-changed` */
export function missingCollections(
  database: Database,
  definition: ModelDefinition,
  generation: string,
): readonly CollectionDefinition[] {
  const sql = 'SELECT shape FROM collections WHERE model = ? AND collection = ?';
  return definition.collections.filter((collection) => {
    const row = prepared<{ shape: string }>(database, sql).get(keyOf(definition, generation), collection.name);
    if (row) checkShape(definition, collection, row.shape);
    return !row;
  });
}

export function createCollections(database: Database, definition: ModelDefinition, generation: string): void {
  const key = keyOf(definition, generation);
  for (const collection of missingCollections(database, definition, generation)) {
    database.exec(createTable(key, collection));
    prepared(database, 'INSERT INTO collections (model, collection, shape) VALUES (?, ?, ?)').run(
      key,
      collection.name,
      shapeOf(collection),
    );
  }
}

export function activateGeneration(database: Database, { name, version }: ModelDefinition, generation: string): void {
  const sql = 'UPDATE models SET active = (version = ? AND generation = ?) WHERE name = ?';
  prepared(database, sql).run(version, generation, name);
}

export function dropInactiveGenerations(database: Database, name: string): void {
  for (const row of allGenerations(database)) {
    if (row.name !== name || row.active === 1) continue;
    const key = modelKey(row.name, row.version, row.generation);
    for (const collection of collectionsOf(database, key)) database.exec(`DROP TABLE ${tableName(key, collection)}`);
    prepared(database, 'DELETE FROM collections WHERE model = ?').run(key);
    prepared(database, `DELETE FROM models WHERE ${OF_GENERATION}`).run(row.name, row.version, row.generation);
  }
}

export function clearGeneration(database: Database, definition: ModelDefinition, generation: string): void {
  const key = keyOf(definition, generation);
  for (const collection of collectionsOf(database, key)) database.exec(`DELETE FROM ${tableName(key, collection)}`);
  const sql = `UPDATE models SET store_id = NULL, position = NULL WHERE ${OF_GENERATION}`;
  prepared(database, sql).run(definition.name, definition.version, generation);
}

export function readCheckpoint(
  database: Database,
  { name, version }: ModelDefinition,
  generation: string,
): { storeId: string; position: string } | undefined {
  const sql = `SELECT store_id AS storeId, position FROM models WHERE ${OF_GENERATION} AND store_id IS NOT NULL`;
  return prepared<{ storeId: string; position: string }>(database, sql).get(name, version, generation);
}

/** The row that sets the checkpoint of a generation. A checkpoint of the same event store never moves back. */
export function checkpointRow(
  { name, version }: ModelDefinition,
  generation: string,
  { storeId, position }: Checkpoint,
): Rows {
  const sql = `UPDATE models SET store_id = ?, position = ? WHERE ${OF_GENERATION}
    AND (store_id IS NULL OR store_id <> ? OR position <= ?)`;
  return { sql, width: 7, values: [storeId, position, name, version, generation, storeId, position] };
}

function collectionsOf(database: Database, key: string): readonly string[] {
  const sql = 'SELECT collection FROM collections WHERE model = ?';
  return prepared<{ collection: string }>(database, sql)
    .all(key)
    .map((row) => row.collection);
}
