import { STATUS_CODES } from 'node:http';
import { CodedError, type Json } from '#kernel';
import type { ProblemParams } from './installation-problems';
import { CATALOGUE } from './problem-catalogue';

/** A problem of RFC 9457; `code` is for programs, `title` and `detail` for people. There may be further members. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly [member: string]: Json | undefined;
}

/** The code for an error of the framework, by its HTTP status. */
const BY_STATUS: Readonly<Record<number, string>> = {
  401: 'not-authenticated',
  403: 'not-allowed',
  404: 'unknown-route',
  405: 'method-not-allowed',
  406: 'unsupported-media-type',
  408: 'request-timeout',
  413: 'request-too-large',
  414: 'address-too-long',
  415: 'unsupported-media-type',
  431: 'headers-too-large',
  503: 'not-ready',
};

export const PROBLEM_CODES: readonly string[] = Object.keys(CATALOGUE);
export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

export function isProblemCode(code: string): boolean {
  return Object.hasOwn(CATALOGUE, code);
}

/** The code for an HTTP status; undefined where the fault is the server's own. */
export function codeOfStatus(status: number): string | undefined {
  return BY_STATUS[status] ?? (status >= 400 && status < 500 ? 'malformed-request' : undefined);
}

/** The problem of that code in French, with further members. A code that is not in the catalogue is a programming error. */
export function problemOf(code: string, params: ProblemParams = {}, members: ProblemParams = {}): Problem {
  const kind = Object.hasOwn(CATALOGUE, code) ? CATALOGUE[code] : undefined;
  if (!kind) throw new Error(`the catalogue has no problem ${code}`);
  return {
    type: `urn:mixite:problem:${code}`,
    title: kind.title,
    status: kind.status,
    detail: kind.detail(params),
    code,
    ...members,
  };
}

/** An error that the problem filter answers with the catalogue's text and with the further members. */
export class ProblemError extends CodedError {
  constructor(
    code: string,
    params: ProblemParams = {},
    readonly members: ProblemParams = {},
  ) {
    super(code, code, params);
  }
}

/** The HTTP status line of a problem, for an answer that is written directly to a socket. */
export function statusLine(problem: Problem): string {
  return `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`.trimEnd();
}
