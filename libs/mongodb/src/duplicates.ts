const DUPLICATE_KEY = 11_000;

/** A document of that key is there already. */
export function isDuplicateKey(error: unknown): boolean {
  return (error as { code?: unknown }).code === DUPLICATE_KEY;
}

/**
 * The places of the documents that an unordered `insertMany` found there already, all others being written.
 * @throws the error itself where anything else went wrong
 */
export function duplicatesAmong(error: unknown): readonly number[] {
  const { writeErrors } = error as { writeErrors?: unknown };
  const errors = Array.isArray(writeErrors) ? (writeErrors as { code: number; index: number }[]) : [];
  if (errors.length === 0 || !errors.every(isDuplicateKey)) throw error;
  return errors.map(({ index }) => index);
}
