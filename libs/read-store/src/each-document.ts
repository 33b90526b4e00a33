import type { FindQuery, ReadModel, StoredDocument } from './port';

/** Reads page by page until the end, or until the visitor says no: then false. */
export async function eachDocument<Body>(
  model: ReadModel,
  query: FindQuery,
  visit: (document: StoredDocument<Body>) => boolean,
): Promise<boolean> {
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = await model.find<Body>(cursor === undefined ? query : { ...query, cursor });
    for (const document of page.documents) if (!visit(document)) return false;
    cursor = page.next;
  }
  return true;
}
