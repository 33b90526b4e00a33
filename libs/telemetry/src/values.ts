import { isCodedError } from '#kernel';

/** The code of an error for labels and spans. The message is never used, because it may quote personal data. */
export function codeOf(error: unknown): string {
  return isCodedError(error) ? error.code : 'unexpected';
}

export function secondsSince(startedAt: number): number {
  return (performance.now() - startedAt) / 1000;
}
