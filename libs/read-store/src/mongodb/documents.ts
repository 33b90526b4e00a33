import { TimeSlice } from '#concurrency';
import type { Position } from '#event-store';
import { type Json } from '#kernel';
import { collectionOf, columnConverter } from '../definition';
import { columnField } from '../generation';
import type { CollectionDefinition, DocumentWrite, FieldValue, ModelDefinition, StoredDocument } from '../port';

/** A document as MongoDB stores it: the whole body as JSON text, and its columns. See docs/decisions/0023. */
export interface MongoDocument {
  readonly _id: string;
  readonly position: string;
  readonly body: string;
  readonly [column: `c_${string}`]: FieldValue;
}

/** The fields that readers need. */
export const WITHOUT_COLUMNS = { position: 1, body: 1 } as const;

/** The number of documents made between two looks at the time. */
const STRIDE = 32;

export function documentOf<Body>({ _id, position, body }: MongoDocument): StoredDocument<Body> {
  return { id: _id, position: position as Position, body: JSON.parse(body) as Body };
}

/**
 * The documents that a commit writes, by collection. Where a commit holds a document twice, the newest is taken.
 * @throws CodedError `unknown-collection`, `invalid-column-value`
 */
export async function mongoDocumentsByCollection(
  definition: ModelDefinition,
  documents: readonly DocumentWrite[],
): Promise<ReadonlyMap<string, readonly MongoDocument[]>> {
  const byCollection = new Map<string, Map<string, MongoDocument>>();
  const makers = new Map<string, (write: DocumentWrite) => MongoDocument>();
  const slice = new TimeSlice();
  for (const [at, write] of documents.entries()) {
    const { collection, id, position } = write;
    let make = makers.get(collection);
    if (!make) {
      make = maker(collectionOf(definition, collection));
      makers.set(collection, make);
      byCollection.set(collection, new Map());
    }
    const converted = byCollection.get(collection)!;
    const earlier = converted.get(id);
    if (!earlier || earlier.position <= position) converted.set(id, make(write));
    if (at % STRIDE === STRIDE - 1 && slice.isOver()) await slice.yield();
  }
  return new Map([...byCollection].map(([name, converted]) => [name, [...converted.values()]]));
}

function maker({ columns }: CollectionDefinition): (write: DocumentWrite) => MongoDocument {
  const fields = Object.entries(columns).map(([column, type]) => ({
    column,
    field: columnField(column),
    convert: columnConverter(column, type),
  }));
  return ({ id, position, body }) => {
    const converted: Record<string, FieldValue> = { _id: id, position, body: JSON.stringify(body) };
    for (const { column, field, convert } of fields) converted[field] = convert(body[column] as Json | undefined);
    return converted as unknown as MongoDocument;
  };
}
