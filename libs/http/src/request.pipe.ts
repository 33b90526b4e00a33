import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import type { JsonObject } from '#kernel';
import { ProblemError } from './problems';

const LONGEST_VALUE = 100;

/** Answers write these names in camel case (`asOf`), so a query may do so too. */
const ALIASES: Readonly<Record<string, string>> = { asOf: 'as-of', dryRun: 'dry-run' };

class RequestPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    return super.transform(metadata.type === 'query' ? withoutAliases(value as QueryParameters) : value, metadata);
  }
}

type QueryParameters = Readonly<Record<string, unknown>>;

function withoutAliases(query: QueryParameters): QueryParameters {
  const nameOf = (name: string): string => {
    const ours = ALIASES[name];
    return ours === undefined || ours in query ? name : ours;
  };
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [nameOf(name), value]));
}

/** Checks every DTO against its decorators. An unknown parameter is refused like a wrong one; all the faults are reported at once. */
export function requestPipe(): ValidationPipe {
  return new RequestPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    exceptionFactory: (errors) => invalidRequest(errors.map(faultOf)),
  });
}

/** A wrong parameter: its name, the value found (null where it is absent) and what was expected. */
export interface ParameterFault {
  readonly parameter: string;
  /** What was found; null where the parameter is absent, or where nothing has this name. */
  readonly value: string | null;
  readonly expected: string;
}

/** How the expectation ends where nothing has that name. */
export const UNKNOWN = '(celui-ci est inconnu)';

export function invalidRequest(faults: readonly ParameterFault[]): ProblemError {
  const summary = faults.map(sentenceOf).join(' ');
  return new ProblemError('invalid-request', { summary }, { parameters: faults as unknown as readonly JsonObject[] });
}

function faultOf({ property, value, constraints }: ValidationError): ParameterFault {
  const { whitelistValidation, ...others } = constraints ?? {};
  const expected = whitelistValidation ? `un paramètre de cette adresse ${UNKNOWN}` : Object.values(others).join(' ; ');
  return { parameter: cut(property), value: SECRET.has(property) ? hidden(value) : found(value), expected };
}

/** An answer does not repeat what only its sender should know, however it was written. */
const SECRET: ReadonlySet<string> = new Set(['password', 'new', 'totp', 'code']);

function hidden(value: unknown): string | null {
  return value === undefined || value === null ? null : '…';
}

function found(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  try {
    return cut(Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : JSON.stringify(value));
  } catch {
    // It is nested too deeply: the stack would end first.
    return '…';
  }
}

function sentenceOf({ parameter, value, expected }: ParameterFault): string {
  const isUnknown = expected.endsWith(UNKNOWN);
  const state = isUnknown ? 'est inconnu' : value === null ? 'est absent' : `vaut « ${value} »`;
  return `« ${parameter} » ${state} ; attendu : ${expected}.`;
}

function cut(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
