import { setTimeout as wait } from 'node:timers/promises';
import { CodedError } from './refusal';

/** The answer, if it comes in time. @throws CodedError `no-answer` where it does not; the question itself goes on */
export async function withPatience<Answer>(milliseconds: number, answer: Promise<Answer>): Promise<Answer> {
  const patience = new AbortController();
  const late = wait(milliseconds, undefined, { signal: patience.signal, ref: false }).then(() => {
    throw new CodedError('no-answer', `no answer within ${milliseconds} ms`);
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([answer, late]);
  } finally {
    patience.abort();
  }
}
