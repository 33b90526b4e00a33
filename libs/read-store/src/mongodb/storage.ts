import { KeyedMutex } from '#concurrency';
import type { Collection, Db } from '#mongodb';
import { modelDropped, modelKey, readOnly } from '../generation';
import type { ModelDefinition } from '../port';
import { Checkpoints } from './checkpoints';
import type { MongoDocument } from './documents';
import { Registries } from './registries';
import { generationIn, withoutInactive, type Generation, type Registry } from './registry';

/** The state that all models of one store share: the registries, the checkpoints, and a mutex for each writer. */
export class ModelStorage {
  readonly registries: Registries;
  readonly checkpoints: Checkpoints;
  private readonly writing = new KeyedMutex();
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly database: Db,
    readonly mode: 'writer' | 'reader',
  ) {
    this.registries = new Registries(database);
    this.checkpoints = new Checkpoints(database);
  }

  collection(key: string, name: string): Collection<MongoDocument> {
    return this.database.collection<MongoDocument>(`${key}.${name}`);
  }

  /** Runs one write at a time on each generation: a checkpoint must not be written before documents of an earlier commit. */
  write<T>(key: string, work: () => Promise<T>): Promise<T> {
    if (this.mode === 'reader') return Promise.reject(readOnly());
    return this.writing.runExclusive(key, work);
  }

  /** Waits for the running writes. */
  async idle(): Promise<void> {
    await this.writing.waitForUnlock();
  }

  /**
   * The generation in the registry. For a dropped collection, MongoDB answers as if it were empty.
   * @throws CodedError `model-dropped`
   */
  async find({ name, version }: ModelDefinition, generation: string): Promise<Generation> {
    const known = generationIn(await this.registries.read(name), version, generation);
    const key = modelKey(name, version, generation);
    if (!known) throw modelDropped(key);
    this.noteExists(key);
    return known;
  }

  /** Checks with `find` that the generation exists, unless it was seen within that time. */
  async checkExists(definition: ModelDefinition, generation: string, forMs: number): Promise<void> {
    const seen = this.seen.get(modelKey(definition.name, definition.version, generation));
    if (seen === undefined || performance.now() - seen >= forMs) await this.find(definition, generation);
  }

  noteExists(key: string): void {
    this.seen.set(key, performance.now());
  }

  /**
   * Removes the inactive generations from the registry, then the collections and checkpoints without a generation, even
   * those that an interrupted call left.
   */
  async sweep(name: string): Promise<void> {
    const found = await this.database.listCollections({}, { nameOnly: true }).toArray();
    const checkpoints = await this.checkpoints.keys();
    const keep = keysOf(await this.registries.change(name, withoutInactive));
    const isLost = (key: string): boolean => key.startsWith(`${name}@`) && !keep.has(key);
    this.seen.clear();
    for (const collection of found) {
      const key = collection.name.slice(0, collection.name.lastIndexOf('.'));
      if (isLost(key)) await this.database.dropCollection(collection.name);
    }
    await this.checkpoints.remove(checkpoints.filter(isLost));
  }
}

function keysOf({ name, generations }: Registry): ReadonlySet<string> {
  return new Set(generations.map(({ version, generation }) => modelKey(name, version, generation)));
}
