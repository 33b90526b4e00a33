import { EVERYTHING } from '#access';
import type { Position } from '#event-store';
import type { DocumentWrite, FindQuery, ModelDefinition, ReadModel, StoredDocument } from '../port';

/** A model of leases, as a projection could define it. */
export const LEASES: ModelDefinition = {
  name: 'leases',
  version: 1,
  collections: [
    {
      name: 'lease',
      columns: { landlord: 'text', holder: 'text', day: 'text', quartile: 'integer', cancelled: 'integer' },
      indexes: [['landlord', 'day'], ['quartile']],
      scopes: { landlord: 'landlord', holder: 'holder' },
    },
    { name: 'note', columns: {}, indexes: [] },
  ],
};

/** The nth position of an imaginary history. */
export function at(ordinal: number): Position {
  return String(ordinal).padStart(16, '0') as Position;
}

export type Lease = {
  readonly landlord?: string | null;
  readonly holder?: string | null;
  readonly day?: string | null;
  readonly quartile?: number | null;
  readonly cancelled?: boolean;
  readonly [other: string]: string | number | boolean | null | undefined;
};

export function lease(id: string, ordinal: number, body: Lease): DocumentWrite {
  return { collection: 'lease', id, position: at(ordinal), body };
}

export function query(part: Partial<FindQuery> = {}): FindQuery {
  return { collection: 'lease', scope: EVERYTHING, limit: 1_000, ...part };
}

export async function idsFound(model: ReadModel, part: Partial<FindQuery> = {}): Promise<string[]> {
  return (await model.find(query(part))).documents.map((document) => document.id);
}

const MOST_PAGES = 1_000;

/** Every page of the query, in order. */
export async function walk(
  model: ReadModel,
  part: Partial<FindQuery>,
  between: (page: number) => Promise<void> = async () => undefined,
): Promise<StoredDocument[]> {
  const found: StoredDocument[] = [];
  let cursor: string | null | undefined;
  for (let page = 0; cursor !== null; page++) {
    if (page > MOST_PAGES) throw new Error('the pages do not end');
    const { documents, next } = await model.find(query({ ...part, cursor }));
    found.push(...documents);
    await between(page);
    cursor = next;
  }
  return found;
}
