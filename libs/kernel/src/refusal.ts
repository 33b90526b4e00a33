import type { Json } from './json';

/** A coded "no": the code is for programs and tests, the French sentence is made at the edge. */
export interface Refusal {
  readonly refused: true;
  readonly code: string;
  readonly params: Readonly<Record<string, Json>>;
}

/** What a `decide` returns: the events that follow, or why none does. */
export type Decision<E> = readonly E[] | Refusal;

export function refuse(code: string, params: Readonly<Record<string, Json>> = {}): Refusal {
  return { refused: true, code, params };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
}

/** An error that a program can tell apart by its code; its message is for the operator's log and names nobody. */
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
