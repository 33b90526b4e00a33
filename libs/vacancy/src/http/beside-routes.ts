import { applyDecorators, createParamDecorator, Post, Put, type ExecutionContext, type Type } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiQuery } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#access';
import type { Position } from '#event-store';
import { ApiProblems, ApiRequestKey, invalidRequest, Needs, readRequestKey, type ParameterFault } from '#http';
import { correlationFrom, currentCorrelation, isRefusal, type Refusal, type Uuid } from '#kernel';
import type { BesideReceipt, BesideSending } from '../recording/aggregate-recorder';
import type { BodyForm, ReadBody } from './body-form';
import { bodyRefused, problemOfRefusal } from './vacancy-refusals';
import { COMMON, readTrial } from './vacancy-routes';

/* The routes of what stands beside the vacancies. Their bodies, keys and trials are those of the commands about a vacancy. */

/** The request of a command, but for who sends it. */
export interface BesideRequest {
  readonly body: unknown;
  readonly sending: Omit<BesideSending, 'actor'>;
}

/** The request, as an argument of the controller's method. The columns read its body. @throws ProblemError `invalid-request` */
export const BesideRequestOf = createParamDecorator((_data: unknown, context: ExecutionContext): BesideRequest => {
  const { id, headers, body, query } = context.switchToHttp().getRequest<FastifyRequest>();
  const faults: ParameterFault[] = [];
  const requestKey = readRequestKey(headers, faults);
  const isTrial = readTrial(query as Readonly<Record<string, unknown>>, faults);
  if (faults.length > 0) throw invalidRequest(faults);
  return { body, sending: { requestKey, isTrial, correlation: currentCorrelation(correlationFrom(id as Uuid)) } };
});

interface BesideWords {
  readonly method?: 'post' | 'put';
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly form: Pick<BodyForm<object>, 'schema'>;
  readonly receipt: Type<object>;
  readonly refusals: readonly string[];
}

/** A route that sends one command beside the vacancies, with its documentation. */
export function BesideRoute({
  method = 'post',
  path,
  summary,
  description,
  form,
  ...words
}: BesideWords): MethodDecorator {
  const { receipt: type, refusals } = words;
  return applyDecorators(
    method === 'post' ? Post(path) : Put(path),
    Needs('run-vacancies'),
    ApiOperation({ summary, ...(description && { description }) }),
    ApiBody({ schema: form.schema }),
    ApiRequestKey(),
    ApiQuery({
      name: 'dry-run',
      required: false,
      description: 'Décider sans rien écrire : les mêmes refus',
      schema: { type: 'string', enum: ['true', 'false'], example: 'true' },
    }),
    ApiCreatedResponse({ type, description: 'Écrit' }),
    ApiOkResponse({ type, description: 'Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run)' }),
    ApiProblems(...COMMON, ...refusals),
  );
}

/** What every answer to such a command says. */
export interface BesideAnswer {
  readonly revision: number;
  readonly position: Position;
  readonly notices: readonly string[];
}

/**
 * Sends what was read, and answers. A body that cannot be read is refused only after who may not send the command there.
 * @param refusalFor why the actor may not send the command, as far as the body can be read
 * @throws ProblemError of the refusal
 */
export async function answerBeside<Fields, Receipt extends BesideReceipt>(
  reply: FastifyReply,
  read: ReadBody<Fields>,
  commands: {
    refusalFor(): Refusal | undefined | Promise<Refusal | undefined>;
    send(fields: Fields): Promise<Receipt | Refusal>;
  },
): Promise<BesideAnswer & { readonly receipt: Receipt }> {
  if (!read.valid) {
    const refusal = await commands.refusalFor();
    throw refusal ? problemOfRefusal(refusal) : bodyRefused(read.faults);
  }
  const receipt = await commands.send(read.fields);
  if (isRefusal(receipt)) throw problemOfRefusal(receipt);
  void reply.status(receipt.isNew ? 201 : 200);
  return { receipt, revision: receipt.revision, position: receipt.position, notices: [] };
}

/** The sending of a request by this actor. */
export function sentBy(actor: Actor, { sending }: BesideRequest): BesideSending {
  return { ...sending, actor };
}
