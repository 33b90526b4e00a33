import { CodedError, type Json } from '#kernel';
import type { CollectionDefinition, ColumnType, FieldValue, ModelDefinition } from './port';

const NAME = /^[a-z][a-zA-Z0-9_]*$/;

/**
 * Checks a definition. Names become names of tables and indexes, so only letters, digits and underscores are allowed.
 * Every index and scope must name a column.
 * @throws CodedError `invalid-definition`
 */
export function checkDefinition(definition: ModelDefinition): void {
  checkName(definition.name);
  if (!Number.isSafeInteger(definition.version) || definition.version < 1) refuse(`version ${definition.version}`);
  const names = definition.collections.map((collection) => collection.name);
  if (new Set(names).size !== names.length) refuse(`${definition.name} names a collection twice`);
  definition.collections.forEach(checkCollection);
}

/** The declared type of a column. @throws CodedError `unknown-column` */
export function columnType(collection: CollectionDefinition, column: string): ColumnType {
  if (!Object.hasOwn(collection.columns, column))
    throw new CodedError('unknown-column', `${collection.name} has no column ${column}`, { column });
  return collection.columns[column]!;
}

/** The collection of that name. @throws CodedError `unknown-collection` */
export function collectionOf(definition: ModelDefinition, name: string): CollectionDefinition {
  const collection = definition.collections.find((candidate) => candidate.name === name);
  if (!collection) throw new CodedError('unknown-collection', `${definition.name} has no collection ${name}`);
  return collection;
}

/**
 * Converts a field of a body to the value of its column. Each column has its own converter, so that the type is not
 * looked up for each row.
 */
export type ColumnConverter = (value: Json | undefined) => FieldValue;

/**
 * An absent field becomes null; true and false become 1 and 0 in an integer column.
 * @throws CodedError `invalid-column-value`
 */
export function columnConverter(column: string, type: ColumnType): ColumnConverter {
  return type === 'text' ? (value) => textOf(column, value) : (value) => integerOf(column, value);
}

function textOf(column: string, value: Json | undefined): FieldValue {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return null;
  return refuseValue(column);
}

function integerOf(column: string, value: Json | undefined): FieldValue {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return refuseValue(column);
}

function refuseValue(column: string): never {
  throw new CodedError('invalid-column-value', `a value has not the type of its column ${column}`, { column });
}

function checkCollection(collection: CollectionDefinition): void {
  checkName(collection.name);
  Object.keys(collection.columns).forEach(checkName);
  const named = [...collection.indexes.flat(), ...Object.values(collection.scopes ?? {}).flat()];
  for (const column of named) {
    if (!Object.hasOwn(collection.columns, column)) refuse(`${collection.name} has no column ${column}`);
  }
}

function checkName(name: string): void {
  if (!NAME.test(name)) refuse(`not a name: ${JSON.stringify(name)}`);
}

function refuse(what: string): never {
  throw new CodedError('invalid-definition', `invalid model definition: ${what}`);
}
