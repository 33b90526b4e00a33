import { refusalOf, type Actor } from '#access';
import { decodeListCursor, encodeListCursor, staleCursor } from '#compliance';
import { ConventionHistory } from '#convention';
import type { Position } from '#event-store';
import type { SortBy } from '#http';
import { Installation } from '#installation';
import { dayAt, refuse, type AsOf, type Day, type Instant, type Refusal } from '#kernel';
import { momentAt, newestMoment, type Moment } from '#processing';
import type { ReadModel, Where } from '#read-store';
import { LIVE_STATUSES } from '../words';
import { NO_END, type VacancyRow } from '../projections/model';
import { vacancyProjection } from '../projections/vacancies-projection';
import { VacancyReading } from './vacancy-reading';

/** The columns that a list of vacancies is sorted by, and the field of each. */
export const VACANCY_SORTS = {
  date_liberation: 'availableOn',
  echeance: 'due',
  status: 'status',
  code_residence: 'residence',
  code_insee: 'commune',
  code_bailleur: 'landlord',
  code_reservataire: 'holder',
  contingent: 'contingent',
  typologie: 'dwellingType',
  financement: 'financing',
} as const satisfies Readonly<Record<string, keyof VacancyRow>>;

export type VacancySort = keyof typeof VACANCY_SORTS;

/** The filter of a list. All its conditions must hold. */
export interface VacancyFilter {
  /** The first and the last day on which the dwelling is free. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  /** Whether the next step is due, and its day is past. */
  readonly late?: boolean | undefined;
  /** Conditions on columns of the rows. */
  readonly where: Where;
}

export interface VacanciesQuery {
  readonly filter: VacancyFilter;
  readonly sort: readonly SortBy<VacancySort>[];
  /** The list as recorded at this instant, or at the end of this day in the territory. */
  readonly asOf?: AsOf | undefined;
  readonly limit: number;
  /** An earlier page's `next`. */
  readonly cursor?: string | undefined;
}

/** A vacancy in a list. It names nobody, and no dwelling. */
export interface ListedVacancy extends Omit<
  VacancyRow,
  | 'from'
  | 'to'
  | 'since'
  | 'until'
  | 'designating'
  | 'state'
  | 'waits'
  | 'tasks'
  | 'said'
  | 'candidates'
  | 'due'
  | 'firstLetting'
  | 'forOneTurn'
> {
  readonly due: Day | null;
  readonly late: boolean;
  readonly firstLetting: boolean;
  readonly forOneTurn: boolean;
  /** How many candidates may still get the dwelling. */
  readonly candidates: number;
}

export interface VacancyPage {
  readonly vacancies: readonly ListedVacancy[];
  readonly next: string | null;
  /** The vacancies of the whole list, as counted for the first page. */
  readonly total: number;
  readonly asOf: Instant | null;
  readonly position: Position | null;
}

/** Lists of the vacancies that the actor's scope covers. All the pages of a list show the same moment. */
export class VacancyLists {
  constructor(
    private readonly installation: Pick<Installation, 'eventStore' | 'clock'>,
    private readonly reading: VacancyReading,
    private readonly convention: ConventionHistory,
  ) {}

  /**
   * One page. Refused: `not-allowed`, `scope-not-allowed`, `period-reversed`. @throws CodedError `stale-cursor`, also
   * where the day has changed since the first page
   */
  async page(query: VacanciesQuery, actor: Actor, atLeast?: Position): Promise<VacancyPage | Refusal> {
    const { filter, sort, limit, cursor } = query;
    const refusal = refusalOf(actor, 'run-vacancies');
    if (refusal) return refusal;
    const { from, to } = filter;
    if (from !== undefined && to !== undefined && from > to) return refuse('period-reversed', { from, to });
    const { model, scope } = await this.reading.open(actor, atLeast);
    const walk = cursor === undefined ? undefined : decodeListCursor(cursor);
    const asOf = await this.convention.instantOf(query.asOf);
    if (walk && asOf !== undefined && walk.moment.asOf !== asOf) throw staleCursor();
    const moment = walk?.moment ?? (await this.momentOf(asOf, model));
    const day = dayAt(asOf ?? this.installation.clock.now(), this.reading.timeZone);
    const find = {
      collection: 'vacancies',
      scope,
      where: conditionsOf(filter, day, moment.reading),
      sort: sort.map(({ word, direction }) => ({ column: VACANCY_SORTS[word], direction })),
      limit,
      cursor: walk?.next,
    };
    const total = walk?.total ?? (await model.count(find));
    const page = await model.find<VacancyRow>(find);
    return {
      vacancies: page.documents.map(({ body }) => listed(body, day)),
      next: page.next === null ? null : encodeListCursor({ moment, total, next: page.next }),
      total,
      asOf: moment.asOf,
      position: moment.position,
    };
  }

  private momentOf(asOf: Instant | undefined, model: ReadModel): Promise<Moment> {
    const { eventStore } = this.installation;
    return asOf === undefined
      ? newestMoment(vacancyProjection, eventStore, model)
      : momentAt(vacancyProjection, eventStore, model, asOf);
  }
}

/** The rows that held at the position, on that day. */
function conditionsOf({ from, to, late, where }: VacancyFilter, day: Day, position: Position): Where {
  return {
    ...where,
    ...((from ?? to) !== undefined && { availableOn: { gte: from, lte: to } }),
    ...(late !== undefined && { due: late ? { lt: day } : { gte: day } }),
    from: { lte: position },
    to: { gt: position },
    since: { lte: day },
    until: { gt: day },
  };
}

function listed(row: VacancyRow, day: Day): ListedVacancy {
  return {
    vacancy: row.vacancy,
    status: row.status,
    revision: row.revision,
    recordedAt: row.recordedAt,
    residence: row.residence,
    landlord: row.landlord,
    commune: row.commune,
    districts: row.districts,
    note: row.note,
    holder: row.holder,
    contingent: row.contingent,
    forOneTurn: row.forOneTurn === 1,
    availableOn: row.availableOn,
    due: row.due === NO_END ? null : row.due,
    late: row.due < day,
    dwellingType: row.dwellingType,
    financing: row.financing,
    surface: row.surface,
    firstLetting: row.firstLetting === 1,
    candidates: row.candidates.filter(({ status }) => LIVE_STATUSES.includes(status)).length,
  };
}
