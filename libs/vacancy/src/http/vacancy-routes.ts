import { applyDecorators, createParamDecorator, Post, type ExecutionContext } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiQuery,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ApiProblems, ApiRequestKey, invalidRequest, Needs, readRequestKey, UNKNOWN, type ParameterFault } from '#http';
import { correlationFrom, currentCorrelation, type Correlation, type Uuid } from '#kernel';
import type { BodyForm } from './body-form';
import { rightOf, type VacancyVerb } from '../recording/who-acts';
import { VacancyReceiptDto } from './vacancies.dto';

const REVISION = /^"(\d{1,9})"$/;
const LONGEST_SHOWN = 100;

/** The request of a command, but for who sends it. */
export interface CommandRequest {
  readonly vacancy: Uuid;
  /** Undefined where the command is about the vacancy alone. */
  readonly candidate: Uuid | undefined;
  readonly body: unknown;
  readonly requestKey: string | undefined;
  readonly correlation: Correlation;
  /** Of `If-Match`. Undefined without it, and for `*`. */
  readonly expectedRevision: number | undefined;
  /** Of `dry-run`: the command is decided, and nothing is written. */
  readonly isTrial: boolean;
}

/** The request, as an argument of the controller's method. The columns read its body. @throws ProblemError `invalid-request` */
export const CommandRequestOf = createParamDecorator((_data: unknown, context: ExecutionContext): CommandRequest => {
  const { id, headers, body, params, query } = context.switchToHttp().getRequest<FastifyRequest>();
  const { vacancy, candidate } = params as { readonly vacancy: Uuid; readonly candidate?: Uuid };
  const faults: ParameterFault[] = [];
  const requestKey = readRequestKey(headers, faults);
  const expectedRevision = readRevision(headers['if-match'], faults);
  const isTrial = readTrial(query as Readonly<Record<string, unknown>>, faults);
  if (faults.length > 0) throw invalidRequest(faults);
  const correlation = currentCorrelation(correlationFrom(id as Uuid));
  return { vacancy, candidate, body, requestKey, expectedRevision, isTrial, correlation };
});

/** Answers write the name in camel case, so a request may do so too. */
export function readTrial(query: Readonly<Record<string, unknown>>, faults: ParameterFault[]): boolean {
  for (const [parameter, value] of Object.entries(query)) {
    const isTrial = parameter === 'dry-run' || parameter === 'dryRun';
    if (isTrial && (value === 'true' || value === 'false')) continue;
    const expected = isTrial ? 'une valeur parmi true, false' : `aucun autre paramètre que dry-run ${UNKNOWN}`;
    const shown = isTrial && typeof value === 'string' ? value.slice(0, LONGEST_SHOWN) : null;
    faults.push({ parameter: parameter.slice(0, LONGEST_SHOWN), value: shown, expected });
  }
  return (query['dry-run'] ?? query['dryRun']) === 'true';
}

/** Reads `If-Match`. Undefined without it, and for `*`. */
export function readRevision(header: string | undefined, faults: ParameterFault[]): number | undefined {
  if (header === undefined || header === '*') return undefined;
  const [, revision] = REVISION.exec(header) ?? [];
  if (revision !== undefined) return Number(revision);
  const expected = 'la révision entre guillemets, comme l’ETag de ce qui a été lu';
  faults.push({ parameter: 'If-Match', value: header.slice(0, LONGEST_SHOWN), expected });
  return undefined;
}

/** Refusals that every command may answer. */
export const COMMON = [
  'malformed-json',
  'invalid-request',
  'not-authenticated',
  'not-allowed',
  'scope-not-allowed',
  'recording-conflict',
  'unsupported-media-type',
  'value-not-admitted',
  'idempotency-key-reused',
  'unexpected',
  'keys-busy',
] as const;

interface RouteWords {
  readonly path: string;
  /** Where the path of the controller has a part of it; else the path ends with it. */
  readonly verb?: VacancyVerb;
  readonly summary: string;
  readonly description?: string;
  readonly form: Pick<BodyForm<object>, 'schema'>;
  readonly refusals: readonly string[];
}

/** A route that sends one command about a vacancy, with its documentation. */
export function CommandRoute({ path, verb, ...words }: RouteWords): MethodDecorator {
  const { summary, description, form, refusals } = words;
  return applyDecorators(
    Post(path),
    Needs(rightOf(verb ?? verbOf(path))),
    ApiOperation({ summary, ...(description && { description }) }),
    ...(path === '' && !verb ? [] : [ApiExpectedRevision(), ApiVacancyParam()]),
    ...(path.includes(':candidate') ? [ApiCandidateParam()] : []),
    ApiBody({ schema: form.schema }),
    ApiRequestKey(),
    ApiQuery({
      name: 'dry-run',
      required: false,
      description: 'Décider sans rien écrire : les mêmes refus, ou l’état que la vacance prendrait',
      schema: { type: 'string', enum: ['true', 'false'], example: 'true' },
    }),
    ApiCreatedResponse({ type: VacancyReceiptDto, description: 'Écrit' }),
    ApiOkResponse({
      type: VacancyReceiptDto,
      description: 'Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run)',
    }),
    ApiProblems(...COMMON, ...refusals),
  );
}

/** The verb that a path ends with. */
function verbOf(path: string): VacancyVerb {
  return path === '' ? 'declaration' : (path.replace(/^:vacancy\//, '') as VacancyVerb);
}

function ApiExpectedRevision(): MethodDecorator {
  return ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'La révision lue (ETag) : si la vacance a changé depuis, rien n’est écrit (412)',
    schema: { type: 'string', example: '"5"' },
  });
}

function ApiVacancyParam(): MethodDecorator {
  return ApiParam({
    name: 'vacancy',
    description: 'Identifiant de la vacance',
    example: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10',
  });
}

function ApiCandidateParam(): MethodDecorator {
  return ApiParam({
    name: 'candidate',
    description: 'Identifiant du candidat',
    example: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d11',
  });
}
