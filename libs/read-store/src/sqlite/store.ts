import type { Database } from 'better-sqlite3';
import { checkDefinition } from '../definition';
import { UNMADE } from '../generation';
import type { ModelDefinition, ModelVersion, ReadModel, ReadStore } from '../port';
import { Connections, type SqliteReadStoreOptions } from './connections';
import { SqliteReadModel } from './model';
import {
  activateGeneration,
  activeGeneration,
  allGenerations,
  createCollections,
  createGeneration,
  dropInactiveGenerations,
  missingCollections,
} from './registry';

/**
 * The read models of the embedded mode, in `read.db`, with WAL and `synchronous=NORMAL`, because everything in it can
 * be rebuilt.
 * @throws CodedError `sqlite-missing`
 */
export function openSqliteReadStore(options: SqliteReadStoreOptions): ReadStore {
  return new SqliteReadStore(new Connections(options));
}

class SqliteReadStore implements ReadStore {
  /** The models by definition, then by generation. A definition is a constant of its library. */
  private readonly models = new WeakMap<ModelDefinition, Map<string, SqliteReadModel>>();
  /** The models that are active, in the one process that can activate others. */
  private actives = new WeakMap<ModelDefinition, SqliteReadModel>();

  constructor(private readonly connections: Connections) {}

  get setAside(): string | undefined {
    return this.connections.setAside;
  }

  async active(definition: ModelDefinition): Promise<ReadModel> {
    const { isWriter } = this.connections;
    const { actives } = this;
    const active = actives.get(definition);
    if (active) return active;
    const found = await this.findActive(definition);
    if (isWriter) actives.set(definition, found);
    return found;
  }

  private async findActive(definition: ModelDefinition): Promise<SqliteReadModel> {
    const { reader, isWriter } = this.connections;
    const generation = reader && this.connections.guard(() => activeGeneration(reader, definition));
    const known = generation && this.models.get(definition)?.get(generation);
    if (known) return known;
    checkDefinition(definition);
    if (isWriter) return this.make(definition, false);
    if (reader && generation) missingCollections(reader, definition, generation);
    return generation ? this.keep(definition, generation) : new SqliteReadModel(this.connections, definition, UNMADE);
  }

  async beside(definition: ModelDefinition): Promise<ReadModel> {
    checkDefinition(definition);
    return this.make(definition, true);
  }

  async activate({ definition, generation }: ReadModel): Promise<void> {
    await this.changing((database) => activateGeneration(database, definition, generation));
  }

  async versions(): Promise<readonly ModelVersion[]> {
    const { reader } = this.connections;
    const all = reader ? this.connections.guard(() => allGenerations(reader)) : [];
    return all.map((row) => ({ ...row, active: row.active === 1 }));
  }

  async dropInactive(name: string): Promise<void> {
    await this.changing((database) => dropInactiveGenerations(database, name));
  }

  close(): Promise<void> {
    return this.connections.close();
  }

  /** Which models are active is asked again, also by who asked meanwhile. */
  private async changing(work: (database: Database) => void): Promise<void> {
    try {
      await this.connections.write(work);
    } finally {
      this.actives = new WeakMap();
    }
  }

  private async make(definition: ModelDefinition, beside: boolean): Promise<SqliteReadModel> {
    const generation = await this.connections.write((database) => {
      const existing = beside ? undefined : activeGeneration(database, definition);
      const made = existing ?? createGeneration(database, definition, !beside);
      createCollections(database, definition, made);
      return made;
    });
    return this.keep(definition, generation);
  }

  private keep(definition: ModelDefinition, generation: string): SqliteReadModel {
    let generations = this.models.get(definition);
    if (!generations) this.models.set(definition, (generations = new Map<string, SqliteReadModel>()));
    let model = generations.get(generation);
    if (!model) generations.set(generation, (model = new SqliteReadModel(this.connections, definition, generation)));
    return model;
  }
}
