import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#access';
import { isRefusal, isUuid, newUuid, refuse, type Correlation, type Refusal, type Uuid } from '#kernel';
import type { Notice } from '../notices';
import { VacancyReader } from '../reading/vacancy-reader';
import type { CandidateAct, VacancyAct, VacancyCommand } from '../recording/vacancy-command';
import { DeclareDwellingFree, RunVacancy, TryVacancy } from '../recording/vacancy-commands';
import type { VacancyReceipt } from '../recording/vacancy-recorder';
import { effectsOfTrial } from '../vigilance/effects-of-trial';
import { VigilanceReader, type SeenEffect } from '../vigilance/vigilance-reader';
import type { ReadBody } from './body-form';
import { bodyRefused, problemOfRefusal } from './vacancy-refusals';
import type { CommandRequest } from './vacancy-routes';
import { effectText } from './vigilance-words';

/** The answer to a command. */
export interface VacancyAnswer extends Pick<
  VacancyReceipt,
  'candidate' | 'allocation' | 'status' | 'revision' | 'position'
> {
  /** Absent where a declaration is only tried. */
  readonly vacancy?: Uuid;
  readonly notices: readonly Notice[];
  /** Only where the command was tried: what each objective in force would become if the household signed that the command brings forward. */
  readonly effects?: readonly ShownEffect[];
}

type ShownEffect = SeenEffect & { readonly text: string };

/** Who asks, and where the answer goes. */
export interface Asking {
  readonly request: CommandRequest;
  readonly actor: Actor;
  readonly reply: FastifyReply;
}

/** From a request whose body was read to the answer of its command. */
@Injectable()
export class VacancyDesk {
  constructor(
    private readonly commands: CommandBus,
    private readonly reader: VacancyReader,
    private readonly vigilance: VigilanceReader,
  ) {}

  async declare(
    { request, actor, reply }: Asking,
    read: ReadBody<DeclareDwellingFree['given']>,
  ): Promise<VacancyAnswer> {
    if (!read.valid) throw bodyRefused(read.faults);
    const { requestKey, correlation, isTrial } = request;
    if (isTrial) {
      const tried: VacancyCommand = { vacancy: newUuid(), act: { verb: 'declaration', ...read.fields } };
      const { vacancy: _none, ...answer } = answerTo(await this.try(tried, actor, correlation), reply);
      return { ...answer, effects: [] };
    }
    const command = new DeclareDwellingFree(read.fields, actor, requestKey, correlation);
    return answerTo(await this.commands.execute(command), reply);
  }

  /** @throws ProblemError of the refusal; where the body cannot be read, that of who may not send the command comes first */
  async run<Fields>(
    { request, actor, reply }: Asking,
    read: ReadBody<Fields>,
    verb: (VacancyAct | CandidateAct)['verb'],
    actOf: (fields: Fields, candidate: Uuid) => VacancyAct | CandidateAct,
  ): Promise<VacancyAnswer> {
    const { vacancy, candidate, requestKey, correlation, expectedRevision, isTrial } = request;
    if (!isUuid(vacancy)) throw problemOfRefusal(refuse('unknown-vacancy'));
    if (!read.valid) {
      const act = { verb, ...(candidate && { candidate }), given: {} } as unknown as CandidateAct;
      const refusal = await this.reader.refusalFor({ vacancy, act }, actor);
      throw refusal ? problemOfRefusal(refusal) : bodyRefused(read.faults);
    }
    const command = { vacancy, act: actOf(read.fields, candidate!), expectedRevision };
    if (isTrial) {
      const tried = await this.try(command, actor, correlation);
      return { ...answerTo(tried, reply), effects: await this.effectsOf(command.act, tried, actor) };
    }
    return answerTo(await this.commands.execute(new RunVacancy(command, actor, requestKey, correlation)), reply);
  }

  private async effectsOf(
    act: VacancyCommand['act'],
    tried: VacancyReceipt | Refusal,
    actor: Actor,
  ): Promise<readonly ShownEffect[]> {
    if (isRefusal(tried)) return [];
    const effects = await effectsOfTrial(act, tried, { actor, vigilance: this.vigilance });
    return effects.map((effect) => ({ ...effect, text: effectText(effect) }));
  }

  private try(command: VacancyCommand, actor: Actor, correlation: Correlation): Promise<VacancyReceipt | Refusal> {
    return this.commands.execute(new TryVacancy(command, actor, correlation));
  }
}

function answerTo(receipt: VacancyReceipt | Refusal, reply: FastifyReply): VacancyAnswer {
  if (isRefusal(receipt)) {
    if (receipt.code === 'vacancy-changed' && receipt.params['revision'] !== undefined)
      void reply.header('etag', `"${String(receipt.params['revision'])}"`);
    throw problemOfRefusal(receipt);
  }
  const { vacancy, candidate, allocation, status, notices, revision, position, isNew } = receipt;
  void reply.status(isNew ? 201 : 200).header('etag', `"${revision}"`);
  return {
    vacancy,
    ...(candidate !== undefined && { candidate }),
    ...(allocation !== undefined && { allocation }),
    revision,
    position,
    status,
    notices,
  };
}
