import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { kindsOf, maskingOf, refusalOf, type Actor } from '#access';
import { ConventionHistory, motivesKnownOn } from '#convention';
import type { Position } from '#event-store';
import { Installation } from '#installation';
import { refuse, type AsOf, type Day, type Instant, type Refusal } from '#kernel';
import { momentAt, newestMoment, type Moment } from '#processing';
import { eachDocument, type ReadModel } from '#read-store';
import type { OutColumn, Table } from '#tables';
import { countByPlace, countSteps } from '../figures/qpv-counts';
import { VacancyReading } from '../lists/vacancy-reading';
import { motivesOn } from '../motives';
import type { QpvStep } from '../projections/model';
import { vacancyProjection } from '../projections/vacancies-projection';
import { maskedQpvFigures, type ShownPlace, type ShownQpvCounts } from './masked-qpv-figures';

export interface QpvFiguresQuery {
  readonly from: Day;
  readonly to: Day;
  /** As recorded at this instant, or at the end of this day in the territory. */
  readonly asOf?: AsOf | undefined;
}

/** What the QPV commissions did from the first day to the last one, both included. */
export interface QpvFigures extends Pick<QpvFiguresQuery, 'from' | 'to'> {
  readonly asOf: Instant | null;
  readonly position: Position | null;
  readonly total: ShownQpvCounts;
  readonly communes: readonly ShownPlace[];
  readonly districts: readonly ShownPlace[];
}

/** Counts proposals, endorsements and deferrals, for the communes that the actor's scope covers. */
export class CountQpvCommissions extends Query<QpvFigures | Refusal> {
  constructor(
    readonly query: QpvFiguresQuery,
    readonly actor: Actor,
    /** The answer shows the history up to this position at least. */
    readonly atLeast?: Position,
  ) {
    super();
  }
}

@QueryHandler(CountQpvCommissions)
export class CountQpvCommissionsHandler implements IQueryHandler<CountQpvCommissions> {
  constructor(
    private readonly reading: VacancyReading,
    private readonly installation: Installation,
    private readonly convention: ConventionHistory,
  ) {}

  /** Refused: `not-allowed`, `scope-not-allowed` also without a code of a commune, `period-reversed`. */
  async execute({ query, actor, atLeast }: CountQpvCommissions): Promise<QpvFigures | Refusal> {
    const { from, to } = query;
    const refusal = refuseCounting(actor);
    if (refusal) return refusal;
    if (from > to) return refuse('period-reversed', { from, to });
    const { model } = await this.reading.open(actor, atLeast);
    const { reading, asOf, position } = await this.momentOf(query.asOf, model);
    const steps: QpvStep[] = [];
    const where = { on: { gte: from, lte: to }, from: { lte: reading } };
    await eachDocument<QpvStep>(
      model,
      { collection: 'qpvSteps', scope: actor.scope, where, limit: 500 },
      ({ body }) => {
        steps.push(body);
        return true;
      },
    );
    const { deferral } = motivesOn(to, motivesKnownOn(await this.convention.at(position), to));
    const counted = {
      total: countSteps(steps, deferral),
      communes: countByPlace(steps, ({ commune }) => [commune], deferral),
      districts: countByPlace(steps, ({ districts }) => districts, deferral),
    };
    const shown = maskingOf(actor) === 'counts' ? maskedQpvFigures(counted, steps) : counted;
    return { from, to, asOf, position, ...shown };
  }

  private async momentOf(asked: AsOf | undefined, model: ReadModel): Promise<Moment> {
    const asOf = await this.convention.instantOf(asked);
    const { eventStore } = this.installation;
    return asOf === undefined
      ? newestMoment(vacancyProjection, eventStore, model)
      : momentAt(vacancyProjection, eventStore, model, asOf);
  }
}

function refuseCounting(actor: Actor): Refusal | undefined {
  const refusal = refusalOf(actor, 'read-figures');
  if (refusal || actor.scope.kind !== 'limited') return refusal;
  return kindsOf(actor.scope).includes('commune') ? undefined : refuse('scope-not-allowed');
}

/** One count of one place, as a row of a file. */
export interface QpvFigureRow {
  readonly kind: 'epci' | 'commune' | 'qpv';
  readonly id: string | null;
  readonly step: string;
  readonly motive: string | null;
  /** Null where it is masked. */
  readonly count: number | null;
}

export const QPV_FIGURE_COLUMNS: readonly OutColumn<QpvFigureRow>[] = [
  { header: 'perimetre', title: 'Périmètre', kind: 'text', value: ({ kind }) => kind },
  { header: 'identifiant', title: 'Identifiant', kind: 'text', value: ({ id }) => id },
  { header: 'etape', title: 'Étape', kind: 'text', value: ({ step }) => step },
  { header: 'motif', title: 'Motif', kind: 'text', value: ({ motive }) => motive },
  { header: 'nombre', title: 'Nombre', kind: 'integer', value: ({ count }) => count },
];

/** The figures as a table. Every row repeats the days and the instant, so that rows copied into another file still show them. */
export function qpvFiguresTable(figures: QpvFigures): Table<QpvFigureRow> {
  const columns: readonly OutColumn<QpvFigureRow>[] = [
    ...QPV_FIGURE_COLUMNS,
    { header: 'du', kind: 'day', value: () => figures.from },
    { header: 'au', kind: 'day', value: () => figures.to },
    { header: 'etat_au', kind: 'text', value: () => figures.asOf },
    { header: 'position', kind: 'text', value: () => figures.position },
  ];
  return { name: 'Commissions de quartier', columns, rows: qpvFigureRows(figures) };
}

/** A row for each count: the territory, then the communes, then the districts. */
export function qpvFigureRows({ total, communes, districts }: QpvFigures): readonly QpvFigureRow[] {
  return [
    ...rowsOf('epci', null, total),
    ...communes.flatMap((one) => rowsOf('commune', one.id, one)),
    ...districts.flatMap((one) => rowsOf('qpv', one.id, one)),
  ];
}

function rowsOf(kind: QpvFigureRow['kind'], id: string | null, counts: ShownQpvCounts): readonly QpvFigureRow[] {
  const row = (step: string, count: number | null, motive: string | null = null): QpvFigureRow => ({
    kind,
    id,
    step,
    motive,
    count,
  });
  return [
    row('propositions', counts.proposals),
    row('designations', counts.endorsements),
    row('reports', counts.deferrals),
    ...counts.motives.map(({ motive, count }) => row('reports', count, motive)),
  ];
}
