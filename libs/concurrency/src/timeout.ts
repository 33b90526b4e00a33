import { CodedError } from '#kernel';
import { systemTimers } from './waiting';

/**
 * The result of the work, where it comes in time. Afterwards the signal is aborted; late work may go on if it ignores
 * the signal.
 * @throws the error made by `late` where the time is over; by default CodedError `no-answer`
 */
export async function withTimeout<Result>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
  late: () => Error = () => new CodedError('no-answer', `no answer within ${milliseconds} ms`),
): Promise<Result> {
  const abandoned = new AbortController();
  let cancel = (): void => undefined;
  const timedOut = new Promise<never>((_, reject) => {
    cancel = systemTimers.after(milliseconds, () => reject(late()));
  });
  try {
    return await Promise.race([work(abandoned.signal), timedOut]);
  } finally {
    cancel();
    abandoned.abort();
  }
}
