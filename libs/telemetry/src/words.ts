import { isCodedError } from '#kernel';

/** A word of the code, never a message: messages may quote what they are about. */
export function codeOf(error: unknown): string {
  return isCodedError(error) ? error.code : 'unexpected';
}

export function secondsSince(startedAt: number): number {
  return (performance.now() - startedAt) / 1000;
}
