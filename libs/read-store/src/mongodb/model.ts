import type { JsonObject } from '#kernel';
import type { Collection, Document, Filter } from '#mongodb';
import { comparisonsOf, ID, type Comparison } from '../comparisons';
import { collectionOf, columnType } from '../definition';
import { columnField, keyOf, UNMADE } from '../generation';
import { idDirection, pageOf, rangesOf, type Sort } from '../pages';
import type {
  Checkpoint,
  DocumentWrite,
  FieldValue,
  FindQuery,
  ModelDefinition,
  Page,
  ReadModel,
  Selection,
  StoredDocument,
  ValueCount,
} from '../port';
import { documentOf, mongoDocumentsByCollection, WITHOUT_COLUMNS, type MongoDocument } from './documents';
import type { ModelStorage } from './storage';
import { allDone, writeDocuments } from './writing';

interface CountedValue {
  readonly _id: FieldValue;
  readonly count: number;
}

/** A generation that was seen is assumed to exist for this time. */
const TRUSTED_MS = 1_000;

/** One generation in MongoDB. Readers find it empty while no writer has created it. */
export class MongoReadModel implements ReadModel {
  private readonly key: string;

  constructor(
    private readonly storage: ModelStorage,
    readonly definition: ModelDefinition,
    readonly generation: string,
  ) {
    this.key = keyOf(definition, generation);
  }

  async get<Body = JsonObject>(collection: string, id: string): Promise<StoredDocument<Body> | null> {
    const [stored] = await this.readByIds(collection, { _id: id }, 1);
    return stored ? documentOf<Body>(stored) : null;
  }

  async getMany<Body = JsonObject>(
    collection: string,
    ids: readonly string[],
  ): Promise<readonly StoredDocument<Body>[]> {
    const found = await this.readByIds(collection, { _id: { $in: [...ids] } }, ids.length);
    const byId = new Map(found.map((stored) => [stored._id, documentOf<Body>(stored)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  async find<Body = JsonObject>(query: FindQuery): Promise<Page<Body>> {
    const ranges = rangesOf(this, query);
    const found = await this.readRanges(ranges, query);
    const page = pageOf(this, query, found.map(documentOf<Body>));
    // The generation may have been dropped meanwhile: the reader must not take that for the end of the list.
    if (page.next === null) await this.checkExists(query.cursor === undefined ? TRUSTED_MS : 0);
    return page;
  }

  async count(query: Selection): Promise<number> {
    const { collection } = query;
    const comparisons = comparisonsOf(collectionOf(this.definition, collection), query);
    if (!comparisons || this.isUnmade) return 0;
    const count = await this.collection(collection).countDocuments(filterOf(comparisons));
    if (count === 0) await this.checkExists();
    return count;
  }

  async countBy(query: Selection, column: string): Promise<readonly ValueCount[]> {
    const collection = collectionOf(this.definition, query.collection);
    columnType(collection, column);
    const comparisons = comparisonsOf(collection, query);
    if (!comparisons || this.isUnmade) return [];
    const counted = await this.collection(query.collection)
      .aggregate<CountedValue>([
        { $match: filterOf(comparisons) },
        { $group: { _id: `$${columnField(column)}`, count: { $sum: 1 } } },
        { $sort: { _id: 1 } },
      ])
      .toArray();
    if (counted.length === 0) await this.checkExists();
    return counted.map(({ _id, count }) => ({ value: _id, count }));
  }

  checkpoint(): Promise<Checkpoint | null> {
    return this.storage.checkpoints.read(this.key);
  }

  async commit(documents: readonly DocumentWrite[], checkpoint: Checkpoint | null): Promise<void> {
    await this.storage.write(this.key, async () => {
      const converted = await mongoDocumentsByCollection(this.definition, documents);
      // The generation must exist: a write to a dropped generation would create its collection again.
      await this.storage.find(this.definition, this.generation);
      await allDone([...converted].map(([name, some]) => writeDocuments(this.collection(name), some)));
      if (checkpoint) await this.storage.checkpoints.move(this.key, checkpoint);
    });
  }

  /** Removes the checkpoint first: after an interruption, the next projection finds no checkpoint and clears again. */
  async clear(): Promise<void> {
    await this.storage.write(this.key, async () => {
      const { shapes } = await this.storage.find(this.definition, this.generation);
      await this.storage.checkpoints.remove([this.key]);
      for (const name of Object.keys(shapes)) await this.storage.collection(this.key, name).deleteMany({});
    });
  }

  private async readByIds(name: string, ids: Filter<MongoDocument>, count: number): Promise<MongoDocument[]> {
    const collection = this.collection(name);
    if (this.isUnmade || count === 0) return [];
    const found = await collection.find(ids, { projection: WITHOUT_COLUMNS, batchSize: count + 1 }).toArray();
    if (found.length === 0) await this.checkExists();
    return found;
  }

  private async readRanges(
    ranges: readonly (readonly Comparison[])[],
    { collection, sort = [], limit }: FindQuery,
  ): Promise<MongoDocument[]> {
    const found: MongoDocument[] = [];
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
  private collection(name: string): Collection<MongoDocument> {
    collectionOf(this.definition, name);
    return this.storage.collection(this.key, name);
  }

  private get isUnmade(): boolean {
    return this.generation === UNMADE;
  }

  /** To be called for an empty answer: the generation may have been dropped. @throws CodedError `model-dropped` */
  private async checkExists(forMs = TRUSTED_MS): Promise<void> {
    if (!this.isUnmade) await this.storage.checkExists(this.definition, this.generation, forMs);
  }
}

const OPERATORS = { '=': '$eq', '≠': '$ne', '>=': '$gte', '>': '$gt', '<=': '$lte', '<': '$lt' } as const;

/**
 * A column always holds a value, possibly null, and MongoDB compares a bound only with values of its type. Nulls
 * therefore behave as the port demands.
 */
function filterOf(comparisons: readonly Comparison[]): Filter<MongoDocument> {
  return comparisons.length === 0 ? {} : { $and: comparisons.map(conditionOf) };
}

/** MongoDB sorts nulls before all numbers and texts. */
function sortOf(sort: Sort): Record<string, 1 | -1> {
  const order = ({ direction }: Pick<Sort[number], 'direction'>): 1 | -1 => (direction === 'asc' ? 1 : -1);
  const terms = sort.map((term) => [columnField(term.column), order(term)] as const);
  return { ...Object.fromEntries(terms), _id: order({ direction: idDirection(sort) }) };
}

function conditionOf(comparison: Comparison): Document {
  if (comparison.is === 'any of') return { $or: comparison.comparisons.map(conditionOf) };
  const field = comparison.field === ID ? '_id' : columnField(comparison.field);
  if (comparison.is === 'in') return { [field]: { $in: comparison.values } };
  return { [field]: { [OPERATORS[comparison.is]]: comparison.value } };
}
