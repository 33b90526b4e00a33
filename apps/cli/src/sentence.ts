import { isCodedError } from '#kernel';
import { storageFailure } from '#sqlite';

/** One French sentence. An error that nobody foresaw is followed by its trace, for whoever repairs the program. */
export async function sentenceOf(error: unknown): Promise<string> {
  if (isCodedError(error)) {
    // The catalogue of problems brings in the HTTP framework: it is loaded only here.
    const { isInstallationProblem, isProblemCode, problemOf } = await import('#http');
    return isProblemCode(error.code) && !isInstallationProblem(error.code)
      ? problemOf(error.code, error.params).detail
      : error.message;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return (
    storageFailure(error)?.message ?? `Erreur inattendue ; transmettez ce qui suit à qui entretient Mixité.\n${trace}`
  );
}
