import { TimeSlice } from '#concurrency';
import type { Position } from '#event-store';
import { type Json } from '#kernel';
import { collectionOf, columnConverter } from '../definition';
import { columnField } from '../generation';
import type { CollectionDefinition, DocumentWrite, FieldValue, ModelDefinition, StoredDocument } from '../port';

/** A document as MongoDB keeps it: the body whole, as JSON text, and its columns beside it. See docs/decisions/0023. */
export interface Kept {
  readonly _id: string;
  readonly position: string;
  readonly body: string;
  readonly [column: `c_${string}`]: FieldValue;
}

/** The fields that a reader needs. */
export const WITHOUT_COLUMNS = { position: 1, body: 1 } as const;

/** How many documents are made between two looks at the time. */
const STRIDE = 32;

export function documentOf<Body>({ _id, position, body }: Kept): StoredDocument<Body> {
  return { id: _id, position: position as Position, body: JSON.parse(body) as Body };
}

/**
 * What a commit writes, by collection: of a document that it names twice, the newest.
 * @throws CodedError `unknown-collection`, `invalid-column-value`
 */
export async function keptByCollection(
  definition: ModelDefinition,
  documents: readonly DocumentWrite[],
): Promise<ReadonlyMap<string, readonly Kept[]>> {
  const byCollection = new Map<string, Map<string, Kept>>();
  const makers = new Map<string, (write: DocumentWrite) => Kept>();
  const slice = new TimeSlice();
  for (const [at, write] of documents.entries()) {
    const { collection, id, position } = write;
    let make = makers.get(collection);
    if (!make) {
      make = maker(collectionOf(definition, collection));
      makers.set(collection, make);
      byCollection.set(collection, new Map());
    }
    const kept = byCollection.get(collection)!;
    const earlier = kept.get(id);
    if (!earlier || earlier.position <= position) kept.set(id, make(write));
    if (at % STRIDE === STRIDE - 1 && slice.isOver()) await slice.yield();
  }
  return new Map([...byCollection].map(([name, kept]) => [name, [...kept.values()]]));
}

function maker({ columns }: CollectionDefinition): (write: DocumentWrite) => Kept {
  const fields = Object.entries(columns).map(([column, type]) => ({
    column,
    field: columnField(column),
    convert: columnConverter(column, type),
  }));
  return ({ id, position, body }) => {
    const kept: Record<string, FieldValue> = { _id: id, position, body: JSON.stringify(body) };
    for (const { column, field, convert } of fields) kept[field] = convert(body[column] as Json | undefined);
    return kept as unknown as Kept;
  };
}
