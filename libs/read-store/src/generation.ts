import { canonicalJson, CodedError, type Json } from '#kernel';
import type { CollectionDefinition, ModelDefinition } from './port';

/** The generation of a model before a writer has created one: a reader finds it empty. */
export const UNMADE = '';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** `a`, `b`, … `z`, `za`, … `zz`, `zza`: each name sorts as text after all earlier names. */
export function nextGeneration(last: string | undefined): string {
  if (last === undefined) return 'a';
  const letter = last.at(-1)!;
  return letter === 'z' ? `${last}a` : `${last.slice(0, -1)}${LETTERS[LETTERS.indexOf(letter) + 1]!}`;
}

/** `compliance@3.a` */
export function modelKey(name: string, version: number, generation: string): string {
  return `${name}@${version}.${generation}`;
}

export function keyOf(definition: ModelDefinition, generation: string): string {
  return modelKey(definition.name, definition.version, generation);
}

/** The part of a collection's definition that may change only with the version of the model. */
export function shapeOf(collection: CollectionDefinition): string {
  return canonicalJson({ columns: collection.columns, indexes: collection.indexes } as Json);
}

/** @throws CodedError `definition-changed` where the collection in the store has another shape */
export function checkShape({ name, version }: ModelDefinition, collection: CollectionDefinition, shape: string): void {
  if (shape !== shapeOf(collection))
    throw new CodedError(
      'definition-changed',
      `the store has ${collection.name} of ${name}@${version} with another definition: give the model a new version`,
    );
}

/** A prefix is needed because a body may have a field called `id` or `position`. */
export function columnField(column: string): string {
  return `c_${column}`;
}

/** A reader uses a generation that was dropped. */
export function modelDropped(key: string, options?: ErrorOptions): CodedError {
  return new CodedError('model-dropped', `${key} was dropped after a rebuild`, {}, options);
}

export function readOnly(): CodedError {
  return new CodedError('read-only', 'a read store opened as a reader writes nothing');
}
