import type { EventStore } from '#event-store';
import type { ReadModel, ReadStore } from '#read-store';

class Died extends Error {}

/**
 * A process that dies at its n-th step. There is a step before and after each append, and before, within and after each commit of
 * documents. Once the process is dead, none of its calls reaches the stores.
 */
export class Mortal {
  readonly died: Promise<void>;
  isDead = false;
  private steps = 0;
  private resolveDied: () => void = () => undefined;

  constructor(private readonly diesAt = Number.POSITIVE_INFINITY) {
    this.died = new Promise((resolve) => (this.resolveDied = resolve));
  }

  eventStore(store: EventStore): EventStore {
    return {
      storeId: store.storeId,
      append: async (batch) => {
        this.step();
        const appended = await store.append(batch);
        this.step();
        return appended;
      },
      readStream: (stream, options) => this.alive(store.readStream(stream, options)),
      readAll: (options) => this.alive(store.readAll(options)),
      subscribe: (options, handler) => store.subscribe(options, handler),
      head: () => this.alive(store.head()),
      headAt: (instant) => this.alive(store.headAt(instant)),
      close: () => store.close(),
    };
  }

  readStore(store: ReadStore): ReadStore {
    const mortal = (model: ReadModel): ReadModel => ({
      definition: model.definition,
      generation: model.generation,
      get: (collection, id) => this.alive(model.get(collection, id)),
      getMany: (collection, ids) => this.alive(model.getMany(collection, ids)),
      find: (query) => this.alive(model.find(query)),
      count: (query) => this.alive(model.count(query)),
      countBy: (query, column) => this.alive(model.countBy(query, column)),
      checkpoint: () => this.alive(model.checkpoint()),
      clear: async () => {
        this.step();
        await model.clear();
      },
      commit: async (documents, checkpoint) => {
        this.step();
        // Without transactions, some documents are written before it dies: the first ones, or the last.
        const half = Math.floor(documents.length / 2);
        for (const some of [documents.slice(0, half), documents.slice(half)]) {
          if (this.steps + 1 === this.diesAt) await model.commit(some, null);
          this.step();
        }
        await model.commit(documents, checkpoint);
        this.step();
      },
    });
    return {
      active: async (definition) => mortal(await this.alive(store.active(definition))),
      beside: (definition) => store.beside(definition),
      activate: (model) => store.activate(model),
      versions: () => this.alive(store.versions()),
      dropInactive: (name) => this.alive(store.dropInactive(name)),
      close: () => store.close(),
    };
  }

  private step(): void {
    this.steps += 1;
    if (this.steps >= this.diesAt && !this.isDead) {
      this.isDead = true;
      this.resolveDied();
    }
    if (this.isDead) throw new Died();
  }

  private async alive<Answer>(answer: Promise<Answer>): Promise<Answer> {
    const given = await answer;
    if (this.isDead) throw new Died();
    return given;
  }
}
