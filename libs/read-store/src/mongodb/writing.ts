import { duplicatesAmong, type Collection } from '#mongodb';
import type { Kept } from './documents';

const PER_INSERT = 1_000;
/** Small commands, several at once: FerretDB 1 holds a connection of its own for each update of a command, and has a hundred. */
const PER_REPLACEMENT = 50;
const REPLACEMENTS_AT_ONCE = 4;

/**
 * Writes whole documents, each unless a newer one is there. All are inserted, which is all that a fresh generation needs; those
 * found there already are replaced where their position is not higher. Both may be cut off anywhere and done again.
 */
export async function writeDocuments(collection: Collection<Kept>, documents: readonly Kept[]): Promise<void> {
  for (const part of parts(documents, PER_INSERT)) await replace(collection, await insert(collection, part));
}

/** Answers with those that were there. */
async function insert(collection: Collection<Kept>, documents: readonly Kept[]): Promise<readonly Kept[]> {
  try {
    await collection.insertMany(documents, { ordered: false });
    return [];
  } catch (error) {
    return duplicatesAmong(error).map((at) => documents[at]!);
  }
}

/** None of them is absent, so one that matches nothing has lost to a newer one. */
async function replace(collection: Collection<Kept>, documents: readonly Kept[]): Promise<void> {
  const commands = parts(documents, PER_REPLACEMENT).map((part) =>
    part.map((document) => {
      const { _id, ...replacement } = document;
      return { replaceOne: { filter: { _id, position: { $lte: document.position } }, replacement } };
    }),
  );
  for (const some of parts(commands, REPLACEMENTS_AT_ONCE))
    await allDone(some.map((operations) => collection.bulkWrite(operations, { ordered: false })));
}

/** Waits for all, also where one fails: none is still on its way when whoever asked goes on. */
export async function allDone(works: readonly Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(works);
  await Promise.all(works);
}

function parts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}
