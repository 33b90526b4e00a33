import { duplicatesAmong, type Collection } from '#mongodb';
import type { Kept } from './documents';

const PER_INSERT = 1_000;
/** Small commands, several at once: FerretDB 1 holds a connection of its own for each update of a command, and has a hundred. */
const PER_REPLACEMENT = 50;
const REPLACEMENTS_AT_ONCE = 4;

/**
 * Writes whole documents, each unless a newer one is there. What is not there yet is inserted, which is all of it when a fresh
 * generation is filled; what is there, or has come in between, is replaced where its position is not higher. Both may be cut off
 * anywhere and done again.
 */
export async function writeDocuments(collection: Collection<Kept>, documents: readonly Kept[]): Promise<void> {
  for (const part of parts(documents, PER_INSERT)) {
    const there = await idsThere(collection, part);
    const late = await insert(
      collection,
      part.filter(({ _id }) => !there.has(_id)),
    );
    await replace(collection, [...part.filter(({ _id }) => there.has(_id)), ...late]);
  }
}

async function idsThere(collection: Collection<Kept>, documents: readonly Kept[]): Promise<ReadonlySet<string>> {
  const ids = documents.map(({ _id }) => _id);
  const found = collection.find({ _id: { $in: ids } }, { projection: { _id: 1 }, batchSize: PER_INSERT + 1 });
  return new Set((await found.toArray()).map(({ _id }) => _id));
}

/** Answers with those that another process has inserted in between. */
async function insert(collection: Collection<Kept>, documents: readonly Kept[]): Promise<readonly Kept[]> {
  if (documents.length === 0) return [];
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
    await Promise.all(some.map((operations) => collection.bulkWrite(operations, { ordered: false })));
}

function parts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}
