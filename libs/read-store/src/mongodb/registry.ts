import { checkShape, modelDropped, modelKey, nextGeneration, shapeOf } from '../generation';
import type { ModelDefinition, ModelVersion } from '../port';

/** One generation of one version, with the shapes of its collections by name. */
export interface Generation {
  readonly version: number;
  readonly generation: string;
  readonly active: boolean;
  readonly shapes: Readonly<Record<string, string>>;
}

/** All generations of a model. They are one document, so that each change, such as the swap after a rebuild, is one write. */
export interface Registry {
  readonly name: string;
  readonly generations: readonly Generation[];
  /**
   * The last generation name of each version, so that no name is used again: another process may still use the old
   * generation.
   */
  readonly last: Readonly<Record<string, string>>;
}

export function emptyRegistry(name: string): Registry {
  return { name, generations: [], last: {} };
}

/**
 * The generation that readers of that version use: the active one, or the newest of the version where another version
 * is active.
 */
export function activeIn(registry: Registry, version: number): Generation | undefined {
  const own = registry.generations.filter((one) => one.version === version);
  return own.find((one) => one.active) ?? [...own].sort(byName).at(-1);
}

export function generationIn(registry: Registry, version: number, generation: string): Generation | undefined {
  return registry.generations.find((one) => one.version === version && one.generation === generation);
}

export function withGeneration(registry: Registry, version: number, active: boolean): [Registry, string] {
  const generation = nextGeneration(registry.last[version]);
  const generations = [...registry.generations, { version, generation, active, shapes: {} }];
  return [{ ...registry, generations, last: { ...registry.last, [version]: generation } }, generation];
}

/** Adds the collections of the definition that the generation does not have yet. @throws CodedError `definition-changed` */
export function withCollections(registry: Registry, definition: ModelDefinition, generation: string): Registry {
  const known = generationIn(registry, definition.version, generation)!;
  const missing = definition.collections.filter((collection) => {
    const shape = known.shapes[collection.name];
    if (shape !== undefined) checkShape(definition, collection, shape);
    return shape === undefined;
  });
  if (missing.length === 0) return registry;
  const added = missing.map((collection) => [collection.name, shapeOf(collection)] as const);
  const whole = { ...known, shapes: { ...known.shapes, ...Object.fromEntries(added) } };
  return { ...registry, generations: registry.generations.map((one) => (one === known ? whole : one)) };
}

/** Makes one generation the only active one of all versions. @throws CodedError `model-dropped` */
export function withActive(registry: Registry, version: number, generation: string): Registry {
  const chosen = generationIn(registry, version, generation);
  if (!chosen) throw modelDropped(modelKey(registry.name, version, generation));
  return { ...registry, generations: registry.generations.map((one) => ({ ...one, active: one === chosen })) };
}

export function withoutInactive(registry: Registry): Registry {
  const generations = registry.generations.filter((one) => one.active);
  return generations.length === registry.generations.length ? registry : { ...registry, generations };
}

export function versionsIn({ name, generations }: Registry): readonly ModelVersion[] {
  return [...generations]
    .sort(byName)
    .map(({ version, generation, active }) => ({ name, version, generation, active }));
}

function byName(a: Generation, b: Generation): number {
  return a.version - b.version || (a.generation < b.generation ? -1 : 1);
}
