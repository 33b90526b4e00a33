import { isDuplicateKey, type Collection, type Db } from '#mongodb';
import { emptyRegistry, type Registry } from './registry';

interface Stored {
  readonly _id: string;
  /** Rises with each change. A process that has read an earlier revision cannot write. */
  readonly revision: number;
  readonly generations: Registry['generations'];
  readonly last: Registry['last'];
}

/** The registries of all models, in the collection `models`. */
export class Registries {
  private readonly models: Collection<Stored>;

  constructor(database: Db) {
    this.models = database.collection<Stored>('models');
  }

  async read(name: string): Promise<Registry> {
    const stored = await this.models.findOne({ _id: name });
    return stored ? registryOf(stored) : emptyRegistry(name);
  }

  async readAll(): Promise<readonly Registry[]> {
    return (await this.models.find({}, { sort: { _id: 1 } }).toArray()).map(registryOf);
  }

  /**
   * Applies a pure change to the registry, and applies it again where another process wrote first. A change without
   * effect writes nothing.
   */
  async change(name: string, transition: (registry: Registry) => Registry): Promise<Registry> {
    for (;;) {
      const stored = await this.models.findOne({ _id: name });
      const before = stored ? registryOf(stored) : emptyRegistry(name);
      const after = transition(before);
      if (after === before || (await this.replace(stored?.revision ?? 0, after))) return after;
    }
  }

  /** False where another process has written since that revision. */
  private async replace(revision: number, { name, generations, last }: Registry): Promise<boolean> {
    const next = { revision: revision + 1, generations, last };
    if (revision > 0) return (await this.models.replaceOne({ _id: name, revision }, next)).matchedCount === 1;
    try {
      await this.models.insertOne({ _id: name, ...next });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }
}

function registryOf({ _id, generations, last }: Stored): Registry {
  return { name: _id, generations, last };
}
