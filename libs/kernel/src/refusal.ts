import type { Json } from './json';

/** A refusal with a code. The code is for programs and tests; the API and the command line make the French sentence. */
export interface Refusal {
  readonly refused: true;
  readonly code: string;
  readonly params: Readonly<Record<string, Json>>;
}

/** The result of a `decide` function: the new events, or a refusal. */
export type Decision<E> = readonly E[] | Refusal;

export function refuse(code: string, params: Readonly<Record<string, Json>> = {}): Refusal {
  return { refused: true, code, params };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
}

/** An error with a code for programs. Its message is for the operator's log and contains no personal data. */
export class CodedError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly params: Readonly<Record<string, Json>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'CodedError';
  }
}

export function isCodedError(error: unknown, code?: string): error is CodedError {
  return error instanceof CodedError && (code === undefined || error.code === code);
}
