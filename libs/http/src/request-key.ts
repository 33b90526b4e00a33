import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { invalidRequest, type ParameterFault } from './request.pipe';

const KEY = /^[\x21-\x7e]{1,255}$/;
const LONGEST_SHOWN = 100;

/** The key under which whoever sends a request may send it again; undefined where there is none, or where a fault is told. */
export function readRequestKey(headers: FastifyRequest['headers'], faults: ParameterFault[]): string | undefined {
  const header = headers['idempotency-key'];
  if (header === undefined) return undefined;
  if (typeof header === 'string' && KEY.test(header)) return header;
  const expected = 'de 1 à 255 caractères ASCII visibles, une seule fois';
  faults.push({ parameter: 'Idempotency-Key', value: String(header).slice(0, LONGEST_SHOWN), expected });
  return undefined;
}

/** The request's key as an argument of the controller's method. @throws ProblemError `invalid-request` */
export const RequestKeyOf = createParamDecorator((_data: unknown, context: ExecutionContext): string | undefined => {
  const faults: ParameterFault[] = [];
  const key = readRequestKey(context.switchToHttp().getRequest<FastifyRequest>().headers, faults);
  if (faults.length > 0) throw invalidRequest(faults);
  return key;
});

/** Documents the key. */
export function ApiRequestKey(): MethodDecorator {
  return ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'Le même envoi sous la même clé, une semaine durant, reçoit la même réponse et n’écrit rien de plus',
    schema: { type: 'string', example: '8e03978e-40d5-43e8-bc93-6894a57f9324' },
  });
}
