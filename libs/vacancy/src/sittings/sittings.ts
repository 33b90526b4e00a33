import { Command, CommandHandler, Query, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import { codesOf, refusalOf, EVERYTHING, type Actor } from '#access';
import type { PipelineStores } from '#deciding';
import { readWholeStream } from '#event-store';
import { Installation } from '#installation';
import { isUuid, refuse, type Day, type Refusal, type Uuid } from '#kernel';
import { eachDocument } from '#read-store';
import type { DecidedCandidate } from '../events';
import { rowsOfVacancies, VacancyReading } from '../lists/vacancy-reading';
import type { SittingDecisions } from '../projections/model';
import type { BesideSending } from '../recording/aggregate-recorder';
import { refuseBeside } from '../recording/who-acts-beside';
import type { VacancyStatus } from '../words';
import { SITTING_STREAMS, type SittingFacts } from './sitting';
import { SittingRecorder, type SittingReceipt } from './sitting-recorder';

/** Opens a sitting of a landlord's commission. */
export class OpenCommission extends Command<SittingReceipt | Refusal> {
  constructor(
    readonly facts: SittingFacts,
    readonly actor: Actor,
    readonly sending: Omit<BesideSending, 'actor'> = {},
  ) {
    super();
  }
}

/** Why the actor may not open a sitting of that landlord. Refused: `not-allowed`, `scope-not-allowed`. */
export function refuseSitting(actor: Actor, landlord: unknown): Refusal | undefined {
  const refusal = refuseBeside(actor, 'sitting');
  if (refusal || actor.scope.kind === 'all' || typeof landlord !== 'string') return refusal;
  return codesOf(actor.scope, 'landlord').includes(landlord) ? undefined : refuse('scope-not-allowed');
}

@CommandHandler(OpenCommission)
export class OpenCommissionHandler implements ICommandHandler<OpenCommission> {
  constructor(private readonly recorder: SittingRecorder) {}

  async execute({ facts, actor, sending }: OpenCommission): Promise<SittingReceipt | Refusal> {
    return refuseSitting(actor, facts.landlord) ?? this.recorder.open(facts, { ...sending, actor });
  }
}

/** A sitting, with the vacancies decided at it. */
export interface SittingView {
  readonly seance: Uuid;
  readonly landlord: string;
  readonly on: Day;
  readonly present: number | null;
  readonly form: string | null;
  readonly vacancies: readonly SittingVacancy[];
}

export interface SittingVacancy {
  readonly vacancy: Uuid;
  readonly status: VacancyStatus;
  readonly residence: string;
  readonly on: Day;
  readonly decisions: readonly DecidedCandidate[];
}

/** Shows a sitting. Its landlord sees it whole; others see it with the vacancies that their scope covers. */
export class ReadSitting extends Query<SittingView | Refusal> {
  constructor(
    readonly sitting: string,
    readonly actor: Actor,
  ) {
    super();
  }
}

@QueryHandler(ReadSitting)
export class ReadSittingHandler implements IQueryHandler<ReadSitting> {
  private readonly stores: Pick<PipelineStores, 'store'>;

  constructor(
    private readonly reading: VacancyReading,
    { pipelineStores }: Installation,
  ) {
    this.stores = pipelineStores;
  }

  /** Refused: `not-allowed`, `scope-not-allowed`, `unknown-sitting` also outside the actor's scope. */
  async execute({ sitting, actor }: ReadSitting): Promise<SittingView | Refusal> {
    const refusal = refusalOf(actor, 'run-vacancies');
    if (refusal) return refusal;
    const [opened] = isUuid(sitting) ? await readWholeStream(this.stores.store, SITTING_STREAMS.name(sitting)) : [];
    if (!opened) return refuse('unknown-sitting');
    const facts = SITTING_STREAMS.read(opened).data;
    const vacancies = await this.decidedAt(sitting as Uuid, actor);
    const isItsLandlord = actor.scope.kind === 'all' || codesOf(actor.scope, 'landlord').includes(facts.landlord);
    if (!isItsLandlord && vacancies.length === 0) return refuse('unknown-sitting');
    return { seance: sitting as Uuid, ...facts, vacancies };
  }

  private async decidedAt(sitting: Uuid, actor: Actor): Promise<readonly SittingVacancy[]> {
    const reading = await this.reading.open(actor);
    const decided: SittingDecisions[] = [];
    const query = { collection: 'sittings', scope: EVERYTHING, where: { sitting, holds: 1 }, limit: 500 };
    await eachDocument<SittingDecisions>(reading.model, query, ({ body }) => {
      decided.push(body);
      return true;
    });
    const rows = await rowsOfVacancies(
      reading,
      decided.map(({ vacancy }) => vacancy),
    );
    return decided.flatMap(({ vacancy, on, decisions }) => {
      const row = rows.get(vacancy);
      return row ? [{ vacancy, status: row.status, residence: row.residence, on, decisions }] : [];
    });
  }
}
