import { isWrongRevision } from '#event-store';
import { isCodedError } from '#kernel';

/** Whether the error means that somebody else wrote in the meantime. */
export function isConflict(error: unknown): boolean {
  return isWrongRevision(error) || isCodedError(error, 'vault-conflict');
}

/** Runs the work again from its start where somebody else wrote in the meantime. @throws the last conflict after so many attempts */
export async function retryOnConflict<Result>(attempts: number, work: () => Promise<Result>): Promise<Result> {
  for (let left = attempts - 1; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left <= 0 || !isConflict(error)) throw error;
    }
  }
}
