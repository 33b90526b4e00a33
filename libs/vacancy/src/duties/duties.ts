import { Command, CommandHandler, Query, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVERYTHING, refusalOf, type Actor } from '#access';
import type { Position } from '#event-store';
import { Installation } from '#installation';
import { refuse, type Day, type Refusal, type Uuid } from '#kernel';
import { eachDocument, type ReadModel } from '#read-store';
import { rowsOfVacancies, unscoped, VacancyReading } from '../lists/vacancy-reading';
import { coversHolder, coversLandlord } from '../lists/visible-scope';
import type { DutyDocument } from '../projections/model';
import { AggregateRecorder, type BesideReceipt, type BesideSending } from '../recording/aggregate-recorder';
import { refuseBeside } from '../recording/who-acts-beside';
import { DUTIES, isDutyOpen, type Duty, type DutyCommand, type DutyEnd, type DutyEvent } from './duty';

/** A duty as lists show it. It names no household. */
export interface DutyView {
  readonly duty: Uuid;
  readonly openedOn: Day;
  /** Of the first refusal. */
  readonly residence: string;
  readonly status: 'open' | 'closed';
  readonly closedBy: DutyEnd | null;
}

/** The duties that one of whose refusals is on a vacancy that the actor may see; oldest first. */
export class ListDuties extends Query<readonly DutyView[] | Refusal> {
  constructor(
    readonly actor: Actor,
    /** The answer shows the history up to this position at least. */
    readonly atLeast?: Position,
  ) {
    super();
  }
}

@QueryHandler(ListDuties)
export class ListDutiesHandler implements IQueryHandler<ListDuties> {
  constructor(private readonly reading: VacancyReading) {}

  async execute({ actor, atLeast }: ListDuties): Promise<readonly DutyView[] | Refusal> {
    const refusal = refusalOf(actor, 'run-vacancies');
    if (refusal) return refusal;
    const reading = await this.reading.open(actor, atLeast);
    const duties = await dutiesIn(reading.model);
    if (actor.scope.kind === 'all') return duties.map(viewOf);
    const seen = await rowsOfVacancies(
      reading,
      duties.flatMap(({ duty }) => duty.refusals.map(({ vacancy }) => vacancy)),
    );
    return duties.filter(({ duty }) => duty.refusals.some(({ vacancy }) => seen.has(vacancy))).map(viewOf);
  }
}

/** All duties, oldest first. */
export async function dutiesIn(model: ReadModel): Promise<readonly DutyDocument[]> {
  const duties: DutyDocument[] = [];
  const sort = [{ column: 'openedOn', direction: 'asc' as const }];
  await eachDocument<DutyDocument>(model, { collection: 'duties', scope: EVERYTHING, sort, limit: 500 }, ({ body }) => {
    duties.push(body);
    return true;
  });
  return duties;
}

function viewOf({ duty, openedOn, residence }: DutyDocument): DutyView {
  const status = isDutyOpen(duty) ? 'open' : 'closed';
  return { duty: duty.duty, openedOn, residence, status, closedBy: duty.closed?.by ?? null };
}

/** The household renounces the offer that is owed to it. */
export class RenounceDuty extends Command<BesideReceipt | Refusal> {
  constructor(
    readonly renunciation: { readonly duty: string; readonly on: Day },
    readonly actor: Actor,
    readonly sending: Omit<BesideSending, 'actor'> = {},
  ) {
    super();
  }
}

/** Finds a duty, and who may close it: the EPCI, the landlord or the holder of one of its refusals. */
export class DutyRecorder {
  private readonly recorder: AggregateRecorder<DutyCommand, Duty | null, DutyEvent>;

  constructor(
    { pipelineStores }: Pick<Installation, 'pipelineStores'>,
    private readonly reading: VacancyReading,
  ) {
    this.recorder = new AggregateRecorder(DUTIES, pipelineStores, ['today']);
  }

  /** Refused: `not-allowed`, `scope-not-allowed`, `unknown-duty`. */
  async find(duty: string, actor: Actor): Promise<DutyDocument | Refusal> {
    const refusal = refuseBeside(actor, 'renunciation');
    if (refusal) return refusal;
    const reading = unscoped(await this.reading.open(actor));
    const known = await reading.model.get<DutyDocument>('duties', duty);
    if (!known) return refuse('unknown-duty');
    const rows = await rowsOfVacancies(
      reading,
      known.body.duty.refusals.map(({ vacancy }) => vacancy),
    );
    const { scope } = actor;
    const isConcerned =
      scope.kind === 'all' || [...rows.values()].some((row) => coversLandlord(scope, row) || coversHolder(scope, row));
    return isConcerned ? known.body : refuse('scope-not-allowed');
  }

  /** Refused: as `find`; `day-in-future`, `not-in-this-status`, `day-out-of-order`, `idempotency-key-reused`. */
  async renounce({ duty, on }: RenounceDuty['renunciation'], sending: BesideSending): Promise<BesideReceipt | Refusal> {
    const found = await this.find(duty, sending.actor);
    if ('refused' in found) return found;
    const { household } = found;
    const command = { household, verb: 'renounce', duty: duty as Uuid, on, today: this.reading.today } as const;
    return this.recorder.send(command, sending);
  }
}

@CommandHandler(RenounceDuty)
export class RenounceDutyHandler implements ICommandHandler<RenounceDuty> {
  constructor(private readonly recorder: DutyRecorder) {}

  execute({ renunciation, actor, sending }: RenounceDuty): Promise<BesideReceipt | Refusal> {
    return this.recorder.renounce(renunciation, { ...sending, actor });
  }
}
