import type { Db } from '#mongodb';
import { checkDefinition } from '../definition';
import { checkShape, columnField, keyOf, UNMADE } from '../generation';
import type { CollectionDefinition, ModelDefinition, ModelVersion, ReadModel, ReadStore } from '../port';
import { MongoReadModel } from './model';
import { activeIn, versionsIn, withActive, withCollections, withGeneration } from './registry';
import { Shelf } from './shelf';

export interface MongoReadStoreOptions {
  /** Of a connection that whoever opened it closes, after the store. */
  readonly database: Db;
  /** Any number of `writer`s, in any number of processes; a `reader` writes nothing, and its account needs no right to. */
  readonly mode: 'writer' | 'reader';
}

/** The read models of servers mode, in MongoDB, without transactions. See docs/decisions/0023. */
export function openMongoReadStore({ database, mode }: MongoReadStoreOptions): ReadStore {
  return new MongoReadStore(new Shelf(database, mode));
}

class MongoReadStore implements ReadStore {
  /** By definition, then by generation: a definition is a constant of its library. */
  private readonly models = new WeakMap<ModelDefinition, Map<string, MongoReadModel>>();

  constructor(private readonly shelf: Shelf) {}

  async active(definition: ModelDefinition): Promise<ReadModel> {
    checkDefinition(definition);
    const active = activeIn(await this.shelf.registries.read(definition.name), definition.version);
    const known = active && this.models.get(definition)?.get(active.generation);
    if (known) {
      this.shelf.saw(keyOf(definition, active.generation));
      return known;
    }
    if (this.shelf.mode === 'writer') return this.make(definition, false);
    if (!active) return new MongoReadModel(this.shelf, definition, UNMADE);
    for (const collection of definition.collections) {
      const shape = active.shapes[collection.name];
      if (shape !== undefined) checkShape(definition, collection, shape);
    }
    return this.keep(definition, active.generation);
  }

  async beside(definition: ModelDefinition): Promise<ReadModel> {
    checkDefinition(definition);
    return this.make(definition, true);
  }

  async activate({ definition: { name, version }, generation }: ReadModel): Promise<void> {
    await this.shelf.write(name, () =>
      this.shelf.registries.change(name, (registry) => withActive(registry, version, generation)),
    );
  }

  async versions(): Promise<readonly ModelVersion[]> {
    return (await this.shelf.registries.readAll()).flatMap(versionsIn);
  }

  async dropInactive(name: string): Promise<void> {
    await this.shelf.write(name, () => this.shelf.sweep(name));
  }

  /** Waits for the writes under way. */
  close(): Promise<void> {
    return this.shelf.idle();
  }

  /** Another process may be making the same generation: both end with it, and indexes that exist are left. */
  private async make(definition: ModelDefinition, beside: boolean): Promise<ReadModel> {
    const { name, version } = definition;
    const generation = await this.shelf.write(name, async () => {
      let made = UNMADE;
      await this.shelf.registries.change(name, (registry) => {
        const existing = beside ? undefined : activeIn(registry, version);
        const [next, chosen] = existing ? [registry, existing.generation] : withGeneration(registry, version, !beside);
        made = chosen;
        return withCollections(next, definition, chosen);
      });
      for (const collection of definition.collections) await this.index(keyOf(definition, made), collection);
      return made;
    });
    this.shelf.saw(keyOf(definition, generation));
    return this.keep(definition, generation);
  }

  /**
   * The id ends every index, so that a page is read in the order of its sort without sorting. One command each: FerretDB 1 fails
   * on one that names several indexes that exist.
   */
  private async index(key: string, { name, indexes }: CollectionDefinition): Promise<void> {
    for (const index of indexes) {
      const columns = Object.fromEntries(index.map((column) => [columnField(column), 1] as const));
      await this.shelf.collection(key, name).createIndex({ ...columns, _id: 1 });
    }
  }

  private keep(definition: ModelDefinition, generation: string): MongoReadModel {
    let generations = this.models.get(definition);
    if (!generations) this.models.set(definition, (generations = new Map<string, MongoReadModel>()));
    let model = generations.get(generation);
    if (!model) generations.set(generation, (model = new MongoReadModel(this.shelf, definition, generation)));
    return model;
  }
}
