const DUPLICATE_KEY = 11_000;

/** Whether the error says that a document with the same key exists already. */
export function isDuplicateKey(error: unknown): boolean {
  return (error as { code?: unknown }).code === DUPLICATE_KEY;
}

/**
 * The indexes of the documents that existed already when an unordered `insertMany` ran. All others were written.
 * @throws the error itself where it has another cause
 */
export function duplicatesAmong(error: unknown): readonly number[] {
  const { writeErrors } = error as { writeErrors?: unknown };
  const errors = Array.isArray(writeErrors) ? (writeErrors as { code: number; index: number }[]) : [];
  if (errors.length === 0 || !errors.every(isDuplicateKey)) throw error;
  return errors.map(({ index }) => index);
}
