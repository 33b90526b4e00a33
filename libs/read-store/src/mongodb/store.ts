import type { Db } from '#mongodb';
import { checkDefinition } from '../definition';
import { checkShape, columnField, keyOf, UNMADE } from '../generation';
import type { CollectionDefinition, ModelDefinition, ModelVersion, ReadModel, ReadStore } from '../port';
import { MongoReadModel } from './model';
import { activeIn, versionsIn, withActive, withCollections, withGeneration } from './registry';
import { ModelStorage } from './storage';

export interface MongoReadStoreOptions {
  /** The database of a connection. The caller who opened the connection closes it after the store. */
  readonly database: Db;
  /**
   * Any number of `writer`s may exist in any number of processes. A `reader` writes nothing, and its account needs no
   * right to write.
   */
  readonly mode: 'writer' | 'reader';
}

/** The read models of servers mode, in MongoDB, without transactions. See docs/decisions/0023. */
export function openMongoReadStore({ database, mode }: MongoReadStoreOptions): ReadStore {
  return new MongoReadStore(new ModelStorage(database, mode));
}

class MongoReadStore implements ReadStore {
  /** The models by definition, then by generation. A definition is a constant of its library. */
  private readonly models = new WeakMap<ModelDefinition, Map<string, MongoReadModel>>();

  constructor(private readonly storage: ModelStorage) {}

  async active(definition: ModelDefinition): Promise<ReadModel> {
    checkDefinition(definition);
    const active = activeIn(await this.storage.registries.read(definition.name), definition.version);
    const known = active && this.models.get(definition)?.get(active.generation);
    if (known) {
      this.storage.noteExists(keyOf(definition, active.generation));
      return known;
    }
    if (this.storage.mode === 'writer') return this.make(definition, false);
    if (!active) return new MongoReadModel(this.storage, definition, UNMADE);
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
    await this.storage.write(name, () =>
      this.storage.registries.change(name, (registry) => withActive(registry, version, generation)),
    );
  }

  async versions(): Promise<readonly ModelVersion[]> {
    return (await this.storage.registries.readAll()).flatMap(versionsIn);
  }

  async dropInactive(name: string): Promise<void> {
    await this.storage.write(name, () => this.storage.sweep(name));
  }

  /** Waits for the running writes. */
  close(): Promise<void> {
    return this.storage.idle();
  }

  /**
   * Another process may create the same generation at the same time: both then use the same one, and existing indexes
   * are kept.
   */
  private async make(definition: ModelDefinition, beside: boolean): Promise<ReadModel> {
    const { name, version } = definition;
    const generation = await this.storage.write(name, async () => {
      let made = UNMADE;
      await this.storage.registries.change(name, (registry) => {
        const existing = beside ? undefined : activeIn(registry, version);
        const [next, chosen] = existing ? [registry, existing.generation] : withGeneration(registry, version, !beside);
        made = chosen;
        return withCollections(next, definition, chosen);
      });
      for (const collection of definition.collections) await this.index(keyOf(definition, made), collection);
      return made;
    });
    this.storage.noteExists(keyOf(definition, generation));
    return this.keep(definition, generation);
  }

  /**
   * Every index ends with the id, so that a page is read in the order of its sort without sorting. Each index has its
   * own command: FerretDB 1 fails on a command with several existing indexes.
   */
  private async index(key: string, { name, indexes }: CollectionDefinition): Promise<void> {
    for (const index of indexes) {
      const columns = Object.fromEntries(index.map((column) => [columnField(column), 1] as const));
      await this.storage.collection(key, name).createIndex({ ...columns, _id: 1 });
    }
  }

  private keep(definition: ModelDefinition, generation: string): MongoReadModel {
    let generations = this.models.get(definition);
    if (!generations) this.models.set(definition, (generations = new Map<string, MongoReadModel>()));
    let model = generations.get(generation);
    if (!model) generations.set(generation, (model = new MongoReadModel(this.storage, definition, generation)));
    return model;
  }
}
