import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { correlationFrom, currentCorrelation, type Correlation, type Uuid } from '#kernel';
import { invalidRequest, type ParameterFault } from './request.pipe';

/**
 * The correlation of the request, as an argument of the controller's method; the command carries it. It is the trace of the request
 * where traces are on, else it has the request's id.
 */
export const CurrentCorrelation = createParamDecorator((_data: unknown, context: ExecutionContext): Correlation => {
  const { id } = context.switchToHttp().getRequest<FastifyRequest>();
  return currentCorrelation(correlationFrom(id as Uuid));
});

const KEY = /^[\x21-\x7e]{1,255}$/;
const LONGEST_SHOWN = 100;

/** The idempotency key of a request: the sender may repeat the request with it. Undefined without a key, or where a fault is added to `faults`. */
export function readRequestKey(headers: FastifyRequest['headers'], faults: ParameterFault[]): string | undefined {
  const header = headers['idempotency-key'];
  if (header === undefined) return undefined;
  if (typeof header === 'string' && KEY.test(header)) return header;
  const expected = 'de 1 à 255 caractères ASCII visibles, une seule fois';
  faults.push({ parameter: 'Idempotency-Key', value: String(header).slice(0, LONGEST_SHOWN), expected });
  return undefined;
}

/** The idempotency key as an argument of the controller's method. @throws ProblemError `invalid-request` */
export const RequestKeyOf = createParamDecorator((_data: unknown, context: ExecutionContext): string | undefined => {
  const faults: ParameterFault[] = [];
  const key = readRequestKey(context.switchToHttp().getRequest<FastifyRequest>().headers, faults);
  if (faults.length > 0) throw invalidRequest(faults);
  return key;
});

/** Documents the idempotency key. */
export function ApiRequestKey(): MethodDecorator {
  return ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus',
    schema: { type: 'string', example: '8e03978e-40d5-43e8-bc93-6894a57f9324' },
  });
}
