import { Command, CommandHandler, Query, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVERYTHING, refusalOf, type Actor } from '#access';
import { ConventionHistory } from '#convention';
import type { Position } from '#event-store';
import type { Refusal } from '#kernel';
import { eachDocument, type ReadModel } from '#read-store';
import { VacancyReading } from '../lists/vacancy-reading';
import type { QpvCommissionDocument } from '../projections/model';
import type { BesideReceipt, BesideSending } from '../recording/aggregate-recorder';
import { refuseBeside } from '../recording/who-acts-beside';
import { reviewDue, rulesDue, type Due } from './calendar';
import type { QpvCommissionFacts } from './qpv-commission';
import { QpvCommissionRecorder } from './qpv-commission-recorder';

/** Sets the QPV commission of a commune. Only the EPCI may. */
export class SetCommission extends Command<BesideReceipt | Refusal> {
  constructor(
    readonly facts: QpvCommissionFacts,
    readonly actor: Actor,
    readonly sending: Omit<BesideSending, 'actor'> = {},
  ) {
    super();
  }
}

@CommandHandler(SetCommission)
export class SetCommissionHandler implements ICommandHandler<SetCommission> {
  constructor(private readonly recorder: QpvCommissionRecorder) {}

  async execute({ facts, actor, sending }: SetCommission): Promise<BesideReceipt | Refusal> {
    return refuseBeside(actor, 'qpv-commission') ?? this.recorder.set(facts, { ...sending, actor });
  }
}

/** The commission of a commune as it is set, and what it must do. */
export interface QpvCommissionView extends QpvCommissionFacts {
  /** Whether it is on today. */
  readonly isOn: boolean;
  readonly rules: Due;
  readonly review: Due;
}

/** The QPV commissions that are set, by commune. Whoever takes part in the process must know where they are on. */
export class ListQpvCommissions extends Query<readonly QpvCommissionView[] | Refusal> {
  constructor(
    readonly actor: Actor,
    /** The answer shows the history up to this position at least. */
    readonly atLeast?: Position,
  ) {
    super();
  }
}

@QueryHandler(ListQpvCommissions)
export class ListQpvCommissionsHandler implements IQueryHandler<ListQpvCommissions> {
  constructor(
    private readonly reading: VacancyReading,
    private readonly convention: ConventionHistory,
  ) {}

  async execute({ actor, atLeast }: ListQpvCommissions): Promise<readonly QpvCommissionView[] | Refusal> {
    const refusal = refusalOf(actor, 'run-vacancies');
    if (refusal) return refusal;
    const { model, today } = await this.reading.open(actor, atLeast);
    const approvedOn = (await this.convention.latest())?.base.agreement.adoptedOn ?? null;
    return (await commissionsIn(model)).map(({ facts, adoptions }) => ({
      ...facts,
      isOn: facts.from <= today && (facts.until === null || today <= facts.until),
      rules: rulesDue(facts, approvedOn, today),
      review: reviewDue(facts, adoptions, today),
    }));
  }
}

async function commissionsIn(model: ReadModel): Promise<readonly QpvCommissionDocument[]> {
  const found: QpvCommissionDocument[] = [];
  const query = { collection: 'qpvCommissions', scope: EVERYTHING, limit: 500 };
  await eachDocument<QpvCommissionDocument>(model, query, ({ body }) => {
    found.push(body);
    return true;
  });
  return found;
}
