import { duplicatesAmong, type Collection } from '#mongodb';
import type { MongoDocument } from './documents';

const PER_INSERT = 1_000;
/** Small commands, several at once: FerretDB 1 takes one connection for each update of a command, and has only a hundred. */
const PER_REPLACEMENT = 50;
const REPLACEMENTS_AT_ONCE = 4;

/**
 * Writes whole documents, except where a newer one is stored. First it inserts all documents, which is enough for a new
 * generation. Then it replaces those that existed, unless the stored position is higher. Both steps may be interrupted
 * anywhere and repeated.
 */
export async function writeDocuments(
  collection: Collection<MongoDocument>,
  documents: readonly MongoDocument[],
): Promise<void> {
  for (const part of parts(documents, PER_INSERT)) await replace(collection, await insert(collection, part));
}

/** Inserts the documents and returns those that existed already. */
async function insert(
  collection: Collection<MongoDocument>,
  documents: readonly MongoDocument[],
): Promise<readonly MongoDocument[]> {
  try {
    await collection.insertMany(documents, { ordered: false });
    return [];
  } catch (error) {
    return duplicatesAmong(error).map((at) => documents[at]!);
  }
}

/** All these documents exist, so a replacement without a match means that the stored document is newer. */
async function replace(collection: Collection<MongoDocument>, documents: readonly MongoDocument[]): Promise<void> {
  const commands = parts(documents, PER_REPLACEMENT).map((part) =>
    part.map((document) => {
      const { _id, ...replacement } = document;
      return { replaceOne: { filter: { _id, position: { $lte: document.position } }, replacement } };
    }),
  );
  for (const some of parts(commands, REPLACEMENTS_AT_ONCE))
    await allDone(some.map((operations) => collection.bulkWrite(operations, { ordered: false })));
}

/** Waits for all works, even where one fails, so that none is still running when the caller goes on. */
export async function allDone(works: readonly Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(works);
  await Promise.all(works);
}

function parts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}
