import { Command, CommandHandler, Query, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import { refuse, type Refusal } from '#kernel';
import { ApplicationActors } from '../applications/end-application';
import type { BesideSending } from '../recording/aggregate-recorder';
import type { NumberedAct } from './criteria-bodies';
import { CriteriaReader, type ShownCriterion } from './criteria-reader';
import { CriteriaRecorder, type CriterionReceipt } from './criteria-recorder';

/** Records that a criterion was found for a household, or takes it back. */
export class SayOfCriterion extends Command<CriterionReceipt | Refusal> {
  constructor(
    readonly said: NumberedAct,
    readonly actor: Actor,
    readonly sending: Omit<BesideSending, 'actor'> = {},
  ) {
    super();
  }
}

/** The criteria that hold for a household. Recorded as a reading of names before it is answered. */
export class ReadCriteria extends Query<readonly ShownCriterion[] | Refusal> {
  constructor(
    readonly householdNumber: string,
    readonly actor: Actor,
    readonly correlation: BesideSending['correlation'],
  ) {
    super();
  }
}

@CommandHandler(SayOfCriterion)
export class SayOfCriterionHandler implements ICommandHandler<SayOfCriterion> {
  constructor(
    private readonly recorder: CriteriaRecorder,
    private readonly actors: ApplicationActors,
  ) {}

  async execute({ said, actor, sending }: SayOfCriterion): Promise<CriterionReceipt | Refusal> {
    const { householdNumber, act } = said;
    const refusal = await this.actors.refuse(actor, householdNumber, 'criterion');
    return refusal ?? this.recorder.say(householdNumber, act, { ...sending, actor });
  }
}

@QueryHandler(ReadCriteria)
export class ReadCriteriaHandler implements IQueryHandler<ReadCriteria> {
  constructor(
    private readonly reader: CriteriaReader,
    private readonly recorder: CriteriaRecorder,
    private readonly actors: ApplicationActors,
  ) {}

  async execute({ householdNumber, actor, correlation }: ReadCriteria): Promise<readonly ShownCriterion[] | Refusal> {
    const refusal = await this.actors.refuse(actor, householdNumber, 'criteria-reading');
    if (refusal) return refusal;
    const household = await this.recorder.find(householdNumber);
    if (!household) return refuse('unknown-household');
    return this.reader.read({ household, householdNumber }, { actor, correlation });
  }
}
