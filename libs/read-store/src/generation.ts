import { canonicalJson, type Json } from '#kernel';
import type { CollectionDefinition, ModelDefinition } from './port';

/** The generation of a model that a reader asks for before a writer has made it. */
export const UNMADE = '';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** `a`, `b`, … `z`, `za`, … `zz`, `zza`: each sorts after all before it, as text. */
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

/** What cannot change without another version. */
export function shapeOf(collection: CollectionDefinition): string {
  return canonicalJson({ columns: collection.columns, indexes: collection.indexes } as Json);
}

/** Prefixed: a body may have a field called `id` or `position`. */
export function columnField(column: string): string {
  return `c_${column}`;
}
