import { isCodedError } from '#kernel';
import { sentenceOf } from '#sentences';
import { storageFailure } from '#sqlite';

/** One French sentence. An error that nobody foresaw is followed by its trace, for the person who repairs the program. */
export async function frenchSentenceOf(error: unknown): Promise<string> {
  const known = isCodedError(error) ? error : storageFailure(error);
  if (!known) {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `Erreur inattendue ; transmettez ce qui suit à qui entretient Mixité.\n${trace}`;
  }
  const sentence = sentenceOf(known);
  if (sentence !== undefined) return sentence;
  // The catalogue of problems brings in the HTTP framework: it is loaded only here.
  const { isProblemCode, problemOf } = await import('#http');
  return isProblemCode(known.code) ? problemOf(known.code, known.params).detail : known.message;
}
