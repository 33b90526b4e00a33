import type { FastifyRequest } from 'fastify';
import { invalidRequest, ProblemError, readRequestKey, type ParameterFault } from '#http';
import type { LeaseRow } from '../lease-rows/lease-rows';

/** A request to record a lease. */
export interface LeaseRequest extends LeaseRow {
  /** Whether to answer only when figures and lists show the lease. */
  readonly wait: boolean;
}

const JSON_TYPE = /^application\/json(?:;|$)/i;

/**
 * Reads the request without class-validator: this route may get thousands of requests a second, and its columns have their own readers.
 * @throws ProblemError `unsupported-media-type`, `invalid-request`
 */
export function leaseRequestOf({ body, query, headers }: FastifyRequest): LeaseRequest {
  if (!JSON_TYPE.test(headers['content-type'] ?? '')) throw new ProblemError('unsupported-media-type');
  const faults: ParameterFault[] = [];
  const wait = readWait(query as Readonly<Record<string, unknown>>, faults);
  const requestKey = readRequestKey(headers, faults);
  if (!isObject(body))
    faults.push({ parameter: 'body', value: shown(body), expected: 'un objet JSON, une colonne par membre' });
  if (faults.length > 0) throw invalidRequest(faults);
  return { fields: body as LeaseRow['fields'], wait, requestKey };
}

function readWait(query: Readonly<Record<string, unknown>>, faults: ParameterFault[]): boolean {
  for (const [parameter, value] of Object.entries(query)) {
    if (parameter === 'wait' && (value === 'true' || value === 'false')) continue;
    const expected = parameter === 'wait' ? 'une valeur parmi true, false' : 'aucun autre paramètre que wait';
    faults.push({ parameter: shown(parameter), value: shown(value), expected });
  }
  return query['wait'] === 'true';
}

function isObject(body: unknown): boolean {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}

function shown(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 100);
}
