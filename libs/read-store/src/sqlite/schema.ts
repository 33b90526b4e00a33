import { columnField } from '../generation';
import type { CollectionDefinition } from '../port';

export const REGISTRY = `
  CREATE TABLE IF NOT EXISTS models (name TEXT NOT NULL, version INTEGER NOT NULL, generation TEXT NOT NULL,
    active INTEGER NOT NULL, store_id TEXT, position TEXT, PRIMARY KEY (name, version, generation)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS collections (model TEXT NOT NULL, collection TEXT NOT NULL, shape TEXT NOT NULL,
    PRIMARY KEY (model, collection)) WITHOUT ROWID;
`;

export function tableName(key: string, collection: string): string {
  return `"${key}.${collection}"`;
}

export function columnName(column: string): string {
  return `"${columnField(column)}"`;
}

export function createTable(key: string, collection: CollectionDefinition): string {
  const columns = Object.entries(collection.columns).map(
    ([name, type]) => `, ${columnName(name)} ${type.toUpperCase()}`,
  );
  const table = tableName(key, collection.name);
  const indexes = collection.indexes.map(
    // Every index ends with the id, so that a page is read in the order of its sort without sorting.
    (index, at) =>
      `CREATE INDEX "${key}.${collection.name}.${at}" ON ${table} (${[...index.map(columnName), 'id'].join(', ')});`,
  );
  return `CREATE TABLE ${table} (id TEXT NOT NULL PRIMARY KEY, position TEXT NOT NULL, body TEXT NOT NULL${columns.join('')});
    ${indexes.join('\n')}`;
}

/** The guarded write: an older document is ignored, and the same position writes the whole document again. */
export function upsert(key: string, collection: CollectionDefinition): string {
  const columns = ['position', 'body', ...Object.keys(collection.columns).map(columnName)];
  const table = tableName(key, collection.name);
  return `INSERT INTO ${table} (id, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)})
    ON CONFLICT (id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}
    WHERE excluded.position >= ${table}.position`;
}
