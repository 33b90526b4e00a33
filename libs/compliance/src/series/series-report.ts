import { maskingOf, refusalOf, type Actor } from '#access';
import { territoryNameOf, timeZoneOf, type ConventionHistory, type RecordedConvention } from '#convention';
import type { EventStore } from '#event-store';
import { incompleteImport } from '#imports';
import {
  dayAt,
  dayOf,
  endOfDay,
  isRefusal,
  refuse,
  yearOf,
  type AsOf,
  type Clock,
  type Day,
  type Refusal,
} from '#kernel';
import type { Moment } from '#processing';
import type { ReadModel, ReadStore } from '#read-store';
import { declaredIn, type Declared, type DeclaredBy } from '../declared';
import { publicFigureCode, unknownFigure, type Figure, type ReportScope } from '../figures/figure';
import { judgingOn } from '../judging/judging';
import { COMPLIANCE_MODEL } from '../projections/model';
import { countedGroups, countsAsOf, liveCounts, type Counts } from '../report/counts';
import { groupFigures } from '../report/group-figures';
import { groupInPeriod, groupOfId, keysOfIds, visibleIds, type ReportGroup } from '../report/report-groups';
import { steadyReading } from '../report/steady-reading';
import { maskedSeries, type ShownSeries } from './masked-series';
import { periodCount, periodsOf, type PeriodDays, type SeriesStep } from './periods';
import type { SeriesPoint, SeriesReport } from './series';

export const MOST_POINTS = 120;
/** Calendar years of a series whose days are not given, the present one included. */
const USUAL_YEARS = 5;

export interface SeriesQuery {
  readonly figures: readonly string[];
  readonly scope: ReportScope;
  /** The group, by its id in the report of the scope; not needed for the whole territory. */
  readonly id?: string;
  readonly by: SeriesStep;
  /** The whole periods that hold these days are counted. Absent: up to the present period, from the first day of five calendar years on. */
  readonly from?: Day;
  readonly to?: Day;
  readonly asOf?: AsOf;
}

export interface SeriesSources {
  readonly events: EventStore;
  readonly readStore: ReadStore;
  readonly convention: ConventionHistory;
  readonly clock: Clock;
  /** Reads what the convention declares; made from `convention` where absent. */
  readonly declared?: DeclaredBy;
}

/** One reading of the model, and what was recorded then. */
interface Reading {
  readonly model: ReadModel;
  readonly moment: Moment;
  readonly live: boolean;
  readonly actor: Actor;
  readonly declared: Declared;
  readonly recorded: RecordedConvention | null;
}

/** Figures of one group over many periods, all as of one moment. */
export class SeriesReports {
  private readonly declared: DeclaredBy;

  constructor(private readonly sources: SeriesSources) {
    this.declared = sources.declared ?? declaredIn(sources.convention);
  }

  /**
   * The points of each figure, one for each period. Like the report, it shows what the projection has committed.
   * Refused: `not-allowed`, `scope-not-allowed`, `period-reversed`, `too-many-points`, `unknown-figure`, `unknown-group`.
   */
  async report(query: SeriesQuery, actor: Actor): Promise<SeriesReport | Refusal> {
    const refusal = refusalOf(actor, 'read-figures');
    if (refusal) return refusal;
    const { scope, id, by } = query;
    const ids = visibleIds(actor, scope);
    if (ids === 'none' || (ids !== null && !ids.includes(id ?? ''))) return refuse('scope-not-allowed', { scope });
    const { events, readStore, convention, clock } = this.sources;
    const model = await readStore.active(COMPLIANCE_MODEL);
    const asOf = await convention.instantOf(query.asOf);
    const now = asOf ?? clock.now();
    const zone = timeZoneOf(await convention.latest());
    const days = daysOf(query, dayAt(now, zone));
    if (days.from > days.to) return refuse('period-reversed', { ...days });
    const points = periodCount(days, by);
    if (points > MOST_POINTS) return refuse('too-many-points', { points, most: MOST_POINTS });
    const isOver = ({ to }: PeriodDays): boolean => endOfDay(to, zone) <= now;
    return steadyReading<SeriesReport | Refusal>({ events, model, asOf }, async (moment, live) => {
      const declared = await this.declared(moment.reading);
      const recorded = await convention.at(moment.position);
      return this.written(query, periodsOf(days, by), isOver, { model, moment, live, actor, declared, recorded });
    });
  }

  /** The series as the actor may see it. Refused as `report`. */
  async shown(query: SeriesQuery, actor: Actor): Promise<ShownSeries | Refusal> {
    const report = await this.report(query, actor);
    const masking = maskingOf(actor);
    if (isRefusal(report) || masking === null) return report;
    const model = await this.sources.readStore.active(COMPLIANCE_MODEL);
    const { publics } = await this.declared(report.position ?? undefined);
    return maskedSeries(report, masking, { model, publics: publics.map(({ code }) => code) });
  }

  /** Null where the live counters changed while they were read. */
  private async written(
    { figures, scope, id, by }: SeriesQuery,
    periods: readonly PeriodDays[],
    isOver: (period: PeriodDays) => boolean,
    reading: Reading,
  ): Promise<SeriesReport | Refusal | null> {
    const { model, moment, declared, recorded } = reading;
    const unknown = unknownFigure(figures, declared.publics);
    if (unknown !== undefined) return refuse('unknown-figure', { figure: unknown });
    const [first, last] = [periods[0]!, periods.at(-1)!];
    const territory = recorded ? judgingOn(recorded, last.to).territory : territoryNameOf(null);
    const group = await groupOfId(model, scope, id, moment.reading, { territory, declared });
    if (!group) return refuse('unknown-group', { scope, id: id ?? null });
    const byPeriod: (readonly Figure[])[] = [];
    for (const period of periods) {
      const counted = await figuresIn(period, group, figures, reading);
      if (!counted) return null;
      byPeriod.push(counted);
    }
    const incomplete = await incompleteImport(this.sources.events, moment.position);
    return {
      scope: group.scope,
      ...{ by, from: first.from, to: last.to, asOf: moment.asOf, position: moment.position },
      ...(incomplete && { incompleteImport: incomplete }),
      series: figures.map((figure) => ({
        figure,
        points: periods.map((period, at) => {
          const counted = byPeriod[at]!.find(({ code }) => code === figure)!;
          return pointOf(period, counted, isOver(period));
        }),
      })),
    };
  }
}

/** The figures of the group in one period; null where the live counters changed. */
async function figuresIn(
  { from, to }: PeriodDays,
  group: ReportGroup,
  figures: readonly string[],
  { model, moment, live, actor, declared, recorded }: Reading,
): Promise<readonly Figure[] | null> {
  const { kind, id } = group.scope;
  const publics = declared.publics.map(({ code }) => code).filter((code) => figures.includes(publicFigureCode(code)));
  const query = { from, to, publics, ...countedGroups(kind), only: keysOfIds(kind, [id]) };
  const counts: Counts | null = live
    ? await liveCounts(model, query, moment.reading)
    : await countsAsOf(model, query, moment.reading, actor.scope);
  if (!counts) return null;
  const targets = recorded ? judgingOn(recorded, to).targets : undefined;
  return groupFigures(groupInPeriod(group, counts), counts, { targets, publics, figures });
}

function pointOf({ from, to }: PeriodDays, figure: Figure, isOver: boolean): SeriesPoint {
  const { numerator, denominator, rate, target, status } = figure;
  return { from, to, numerator, denominator, rate, target, status, ...(!isOver && { unfinished: true }) };
}

function daysOf({ from, to }: SeriesQuery, today: Day): PeriodDays {
  const last = to ?? today;
  return { from: from ?? dayOf(Math.max(1000, yearOf(last) - USUAL_YEARS + 1), 1, 1)!, to: last };
}
