import { CodedError } from '#kernel';
import type { ProblemParams } from './problem-catalogue';

/** An error that the problem filter answers with the catalogue's words, and with these further members. */
export class ProblemError extends CodedError {
  constructor(
    code: string,
    params: ProblemParams = {},
    readonly members: ProblemParams = {},
  ) {
    super(code, code, params);
  }
}
