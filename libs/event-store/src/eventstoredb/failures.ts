import type { CommandError } from '@eventstore/db-client';
import { CodedError, isCodedError } from '#kernel';

/** The server did not answer a call in time. It may have executed the call or not. */
export class CallTimedOut extends Error {
  constructor() {
    super('EventStoreDB did not answer in time');
  }
}

type ErrorName = `${CommandError['type']}`;

/** Types of the client's errors that another try would not cure. */
const DEFINITE = new Set<string>([
  'access-denied',
  'invalid-argument',
  'invalid-transaction',
  'maximum-append-size-exceeded',
  'missing-required-metadata-property',
  'stream-deleted',
  'stream-not-found',
  'unsupported',
  'wrong-expected-version',
] satisfies ErrorName[]);

/**
 * The same as gRPC statuses, for errors without a type: invalid argument, permission denied, failed precondition, out
 * of range, unimplemented.
 */
const DEFINITE_CODES = new Set([3, 7, 9, 11, 12]);

export function hasType(error: unknown, type: ErrorName): boolean {
  return (error as { type?: unknown } | undefined)?.type === type;
}

/**
 * Whether the failure may pass by itself (a lost connection, a restart, an election, a busy or silent server), so that
 * another try makes sense.
 */
export function isPassing(error: unknown): boolean {
  if (isCodedError(error)) return false;
  const { type, code } = error as { type?: unknown; code?: unknown };
  if (typeof type === 'string' && DEFINITE.has(type)) return false;
  return !(type === 'unknown' && DEFINITE_CODES.has(code as number));
}

/** The error for callers where another try is useless, or where tries have failed for too long. */
export function failureOf(error: unknown, host: string): CodedError {
  if (isCodedError(error)) return error;
  if (isPassing(error)) return failure('store-unreachable', 'does not answer', { host }, error);
  if (hasType(error, 'access-denied')) return failure('store-access-denied', 'denies the access', { host }, error);
  if (hasType(error, 'maximum-append-size-exceeded'))
    return failure('batch-too-large', 'refuses a batch as large as this one', { host }, error);
  const reason = (error as Error).message;
  return failure('store-refused', `refuses: ${reason}`, { host, reason }, error);
}

function failure(
  code: string,
  what: string,
  params: { readonly host: string; readonly reason?: string },
  cause: unknown,
): CodedError {
  return new CodedError(code, `EventStoreDB (${params.host}) ${what}`, { ...params }, { cause });
}
