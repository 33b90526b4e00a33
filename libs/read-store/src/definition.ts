import { CodedError, type Json } from '#kernel';
import type { CollectionDefinition, ColumnType, FieldValue, ModelDefinition } from './port';

const NAME = /^[a-z][a-zA-Z0-9_]*$/;

/**
 * Names become table and index names: only letters, digits and underscores pass, and every index and scope names a column.
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

/** Turns a field of a body into what its column holds; one a column, so that a row costs no guess. */
export type ColumnConverter = (value: Json | undefined) => FieldValue;

/** Absent is null, true and false are 1 and 0 in an integer column. @throws CodedError `invalid-column-value` */
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
  throw new CodedError('invalid-column-value', `a value of another type stands in column ${column}`, { column });
}

function checkCollection(collection: CollectionDefinition): void {
  checkName(collection.name);
  Object.keys(collection.columns).forEach(checkName);
  const named = [...collection.indexes.flat(), ...Object.values(collection.scopes ?? {})];
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
