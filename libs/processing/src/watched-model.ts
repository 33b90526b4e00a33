import { isCodedError, type JsonObject } from '#kernel';
import type {
  Checkpoint,
  DocumentWrite,
  FindQuery,
  Page,
  ReadModel,
  Selection,
  StoredDocument,
  ValueCount,
} from '#read-store';

/** Keeps the error of a store that does not answer: the event is then tried again. An event that cannot be applied is parked instead. */
export class WatchedModel implements ReadModel {
  /** The error of the store. A coded error is not kept: it is a fault of the projection. */
  failure: unknown;

  constructor(private readonly model: ReadModel) {}

  get definition(): ReadModel['definition'] {
    return this.model.definition;
  }

  get generation(): string {
    return this.model.generation;
  }

  get<Body = JsonObject>(collection: string, id: string): Promise<StoredDocument<Body> | null> {
    return this.watch(this.model.get<Body>(collection, id));
  }

  getMany<Body = JsonObject>(collection: string, ids: readonly string[]): Promise<readonly StoredDocument<Body>[]> {
    return this.watch(this.model.getMany<Body>(collection, ids));
  }

  find<Body = JsonObject>(query: FindQuery): Promise<Page<Body>> {
    return this.watch(this.model.find<Body>(query));
  }

  count(query: Selection): Promise<number> {
    return this.watch(this.model.count(query));
  }

  countBy(query: Selection, column: string): Promise<readonly ValueCount[]> {
    return this.watch(this.model.countBy(query, column));
  }

  checkpoint(): Promise<Checkpoint | null> {
    return this.watch(this.model.checkpoint());
  }

  commit(documents: readonly DocumentWrite[], checkpoint: Checkpoint | null): Promise<void> {
    return this.watch(this.model.commit(documents, checkpoint));
  }

  clear(): Promise<void> {
    return this.watch(this.model.clear());
  }

  private async watch<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      if (!isCodedError(error)) this.failure = error;
      throw error;
    }
  }
}
