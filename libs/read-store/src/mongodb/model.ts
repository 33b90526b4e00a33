import type { JsonObject } from '#kernel';
import type { Collection, Filter } from '#mongodb';
import { comparisonsOf, type Comparison } from '../comparisons';
import { collectionOf } from '../definition';
import { keyOf, UNMADE } from '../generation';
import { pageOf, rangesOf } from '../pages';
import type {
  Checkpoint,
  DocumentWrite,
  FindQuery,
  ModelDefinition,
  Page,
  ReadModel,
  Selection,
  StoredDocument,
} from '../port';
import { documentOf, keptByCollection, WITHOUT_COLUMNS, type Kept } from './documents';
import { filterOf, sortOf } from './filter';
import type { Shelf } from './shelf';
import { allDone, writeDocuments } from './writing';

/** How long a generation is believed to be there after it was seen. */
const BELIEVED_MS = 1_000;

/** One generation in MongoDB. As a reader, what no writer has made yet is empty. */
export class MongoReadModel implements ReadModel {
  private readonly key: string;

  constructor(
    private readonly shelf: Shelf,
    readonly definition: ModelDefinition,
    readonly generation: string,
  ) {
    this.key = keyOf(definition, generation);
  }

  async get<Body = JsonObject>(collection: string, id: string): Promise<StoredDocument<Body> | null> {
    const [kept] = await this.readByIds(collection, { _id: id }, 1);
    return kept ? documentOf<Body>(kept) : null;
  }

  async getMany<Body = JsonObject>(
    collection: string,
    ids: readonly string[],
  ): Promise<readonly StoredDocument<Body>[]> {
    const found = await this.readByIds(collection, { _id: { $in: [...ids] } }, ids.length);
    const byId = new Map(found.map((kept) => [kept._id, documentOf<Body>(kept)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  async find<Body = JsonObject>(query: FindQuery): Promise<Page<Body>> {
    const ranges = rangesOf(this, query);
    const found = await this.readRanges(ranges, query);
    const page = pageOf(this, query, found.map(documentOf<Body>));
    // Who walks the pages must not take a generation dropped under its feet for the end of the list.
    if (page.next === null) await this.believe(query.cursor === undefined ? BELIEVED_MS : 0);
    return page;
  }

  async count(query: Selection): Promise<number> {
    const { collection } = query;
    const comparisons = comparisonsOf(collectionOf(this.definition, collection), query);
    if (!comparisons || this.isUnmade) return 0;
    const count = await this.collection(collection).countDocuments(filterOf(comparisons));
    if (count === 0) await this.believe();
    return count;
  }

  checkpoint(): Promise<Checkpoint | null> {
    return this.shelf.checkpoints.read(this.key);
  }

  async commit(documents: readonly DocumentWrite[], checkpoint: Checkpoint | null): Promise<void> {
    await this.shelf.write(this.key, async () => {
      const kept = await keptByCollection(this.definition, documents);
      // A write would bring the collection back.
      await this.shelf.find(this.definition, this.generation);
      await allDone([...kept].map(([name, some]) => writeDocuments(this.collection(name), some)));
      if (checkpoint) await this.shelf.checkpoints.move(this.key, checkpoint);
    });
  }

  /** The checkpoint goes first: cut off in its middle, it is done again by whoever finds none. */
  async clear(): Promise<void> {
    await this.shelf.write(this.key, async () => {
      const { shapes } = await this.shelf.find(this.definition, this.generation);
      await this.shelf.checkpoints.remove([this.key]);
      for (const name of Object.keys(shapes)) await this.shelf.collection(this.key, name).deleteMany({});
    });
  }

  private async readByIds(name: string, ids: Filter<Kept>, count: number): Promise<Kept[]> {
    const collection = this.collection(name);
    if (this.isUnmade || count === 0) return [];
    const found = await collection.find(ids, { projection: WITHOUT_COLUMNS, batchSize: count + 1 }).toArray();
    if (found.length === 0) await this.believe();
    return found;
  }

  private async readRanges(
    ranges: readonly (readonly Comparison[])[],
    { collection, sort = [], limit }: FindQuery,
  ): Promise<Kept[]> {
    const found: Kept[] = [];
    if (this.isUnmade) return found;
    for (const range of ranges) {
      const left = limit + 1 - found.length;
      const options = { sort: sortOf(sort), limit: left, batchSize: left, projection: WITHOUT_COLUMNS };
      found.push(...(await this.collection(collection).find(filterOf(range), options).toArray()));
      if (found.length > limit) break;
    }
    return found;
  }

  /** @throws CodedError `unknown-collection` */
  private collection(name: string): Collection<Kept> {
    collectionOf(this.definition, name);
    return this.shelf.collection(this.key, name);
  }

  private get isUnmade(): boolean {
    return this.generation === UNMADE;
  }

  /** An answer that tells nothing may come from a generation that is gone. @throws CodedError `model-dropped` */
  private async believe(forMs = BELIEVED_MS): Promise<void> {
    if (!this.isUnmade) await this.shelf.believe(this.definition, this.generation, forMs);
  }
}
