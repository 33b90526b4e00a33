import { CodedError } from '#kernel';
import { systemTimers } from './sleep';

/**
 * What the work gives, if it comes in time. The signal is aborted when nobody waits for the work any more: the work itself may go on.
 * @throws what `late` makes where it does not come in time; default: CodedError `no-answer`
 */
export async function withTimeout<Result>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
  late: () => Error = () => new CodedError('no-answer', `no answer within ${milliseconds} ms`),
): Promise<Result> {
  const leaving = new AbortController();
  let cancel = (): void => undefined;
  const timedOut = new Promise<never>((_, reject) => {
    cancel = systemTimers.after(milliseconds, () => reject(late()));
  });
  try {
    return await Promise.race([work(leaving.signal), timedOut]);
  } finally {
    cancel();
    leaving.abort();
  }
}
