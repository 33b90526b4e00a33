import { applyDecorators, Controller, createParamDecorator, Post, Res, type ExecutionContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  ApiBearerAuth,
  ApiBody,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusalOf, type Actor } from '#access';
import { ConventionHistory, publicsOf } from '#convention';
import {
  ApiProblems,
  ApiRequestKey,
  CurrentActor,
  invalidRequest,
  Needs,
  readRequestKey,
  type ParameterFault,
} from '#http';
import { correlationFrom, currentCorrelation, isRefusal, isUuid, refuse, type Correlation, type Uuid } from '#kernel';
import type { BodyForm, ReadBody } from '../http/body-form';
import { LEASE_CANCELLATION, LEASE_CORRECTION, readLeaseCorrection } from '../http/lease-bodies';
import { bodyRefused, problemOfRefusal } from '../http/vacancy-refusals';
import { COMMON, readRevision, readTrial } from '../http/vacancy-routes';
import { effectText } from '../http/vigilance-words';
import { seenBy } from '../vigilance/vigilance-reader';
import type { ChangeAct } from './change-lease';
import { ChangeAnyLease, TryLeaseChange } from './change-lease.command';
import { LeaseChangeReceiptDto } from './lease-changes.dto';
import type { ChangeLease } from './lease-change-handling';
import type { LeaseChangeReceipt } from './lease-change-recorder';

interface ChangeRequest {
  readonly allocation: string;
  readonly body: unknown;
  readonly expectedRevision: number | undefined;
  readonly isTrial: boolean;
  readonly how: { readonly requestKey: string | undefined; readonly correlation: Correlation };
}

/** The request, as an argument of the controller's method. @throws ProblemError `invalid-request` */
const ChangeRequestOf = createParamDecorator((_data: unknown, context: ExecutionContext): ChangeRequest => {
  const { id, headers, body, params, query } = context.switchToHttp().getRequest<FastifyRequest>();
  const faults: ParameterFault[] = [];
  const requestKey = readRequestKey(headers, faults);
  const expectedRevision = readRevision(headers['if-match'], faults);
  const isTrial = readTrial(query as Readonly<Record<string, unknown>>, faults);
  if (faults.length > 0) throw invalidRequest(faults);
  const { allocation } = params as { readonly allocation: string };
  const correlation = currentCorrelation(correlationFrom(id as Uuid));
  return { allocation, body, expectedRevision, isTrial, how: { requestKey, correlation } };
});

/** What the command of a vacancy refuses beside, where the lease let one. */
const REFUSALS = [
  'unknown-allocation',
  'lease-changed',
  'lease-cancelled',
  'not-in-this-status',
  'residence-of-another-landlord',
  'day-in-future',
  'day-out-of-order',
];

function ChangeRoute(words: {
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly form: Pick<BodyForm<object>, 'schema'>;
  readonly refusals?: readonly string[];
}): MethodDecorator {
  return applyDecorators(
    Post(words.path),
    Needs('record-lease'),
    ApiOperation({ summary: words.summary, description: words.description }),
    ApiParam({
      name: 'allocation',
      description: 'Identifiant interne du bail, comme dans la liste',
      example: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d12',
    }),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'La révision du bail (ETag) : s’il a changé depuis, rien n’est écrit (412)',
      schema: { type: 'string', example: '"0"' },
    }),
    ApiBody({ schema: words.form.schema }),
    ApiRequestKey(),
    ApiQuery({
      name: 'dry-run',
      required: false,
      description: 'Décider sans rien écrire : les mêmes refus, et ce que chaque objectif deviendrait',
      schema: { type: 'string', enum: ['true', 'false'], example: 'true' },
    }),
    ApiCreatedResponse({ type: LeaseChangeReceiptDto, description: 'Écrit' }),
    ApiOkResponse({
      type: LeaseChangeReceiptDto,
      description: 'Déjà écrit sous cette clé, rien à changer, ou à blanc (dry-run)',
    }),
    ApiProblems(...COMMON, ...REFUSALS, ...(words.refusals ?? [])),
  );
}

/** Corrections and cancellations of leases by their id, however they came. */
@ApiTags('Attributions')
@ApiBearerAuth()
@Controller('api/allocations/:allocation')
export class LeaseChangesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly convention: ConventionHistory,
  ) {}

  @ChangeRoute({
    path: 'correction',
    summary: 'Corriger un bail',
    description:
      'Les colonnes changées, sans le ménage ni le logement, et le motif. Les autres gardent leur valeur ; les chiffres suivent. Le bail d’une vacance suit les règles de « lease/correction » de cette vacance, et demande le même droit.',
    form: LEASE_CORRECTION,
    refusals: ['lease-before-acceptance', 'allocation-number-taken', 'household-erased'],
  })
  async correct(
    @ChangeRequestOf() request: ChangeRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LeaseChangeReceiptDto> {
    const read = readLeaseCorrection(request.body, publicsOf(await this.convention.latest()));
    return this.change(request, read as ReadBody<ChangeAct>, actor, reply);
  }

  @ChangeRoute({
    path: 'cancellation',
    summary: 'Annuler un bail : il n’a jamais pris effet',
    description:
      'Il ne compte plus dans aucun chiffre. Le bail d’une vacance la clôt, comme « lease/cancellation » ; le ménage et le logement sont libres de nouveau.',
    form: LEASE_CANCELLATION,
  })
  cancel(
    @ChangeRequestOf() request: ChangeRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LeaseChangeReceiptDto> {
    const read = LEASE_CANCELLATION.read(request.body);
    const act: ReadBody<ChangeAct> = read.valid
      ? { valid: true, fields: { verb: 'lease/cancellation', given: read.fields } }
      : read;
    return this.change(request, act, actor, reply);
  }

  private async change(
    { allocation, expectedRevision, isTrial, how }: ChangeRequest,
    read: ReadBody<ChangeAct>,
    actor: Actor,
    reply: FastifyReply,
  ): Promise<LeaseChangeReceiptDto> {
    if (!isUuid(allocation)) throw problemOfRefusal(refuse('unknown-allocation'));
    if (!read.valid) {
      const refusal = refusalOf(actor, 'record-lease');
      throw refusal ? problemOfRefusal(refusal) : bodyRefused(read.faults);
    }
    const change: ChangeLease = { allocation: allocation as Uuid, act: read.fields, expectedRevision };
    if (!isTrial) return answerTo(await this.commands.execute(new ChangeAnyLease(change, actor, how)), reply);
    const tried = await this.commands.execute(new TryLeaseChange(change, actor, how));
    if (isRefusal(tried)) throw problemOfRefusal(tried);
    const { effects } = seenBy(actor.scope, tried);
    const shown = effects.map((effect) => ({ ...effect, text: effectText(effect) }));
    return { ...answerTo(tried, reply), effects: shown };
  }
}

function answerTo(receipt: LeaseChangeReceipt | ReturnType<typeof refuse>, reply: FastifyReply): LeaseChangeReceiptDto {
  if (isRefusal(receipt)) {
    if (receipt.code === 'lease-changed') void reply.header('etag', `"${String(receipt.params['revision'])}"`);
    throw problemOfRefusal(receipt);
  }
  const { allocation, vacancy, outcome, revision, position, isNew } = receipt;
  void reply.status(isNew ? 201 : 200).header('etag', `"${revision}"`);
  return { allocation, ...(vacancy !== undefined && { vacancy }), outcome, revision, position };
}
