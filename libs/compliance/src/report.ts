import { maskingOf, refusalOf, type Actor } from '#access';
import { ConventionHistory, territoryNameOf } from '#convention';
import type { EventStore, Position } from '#event-store';
import { incompleteImport, type IncompleteImport } from '#imports';
import { isRefusal, refuse, type AsOf, type Day, type Instant, type Refusal } from '#kernel';
import { momentAt, newestMoment, type Moment } from '#processing';
import type { ReadModel, ReadStore } from '#read-store';
import { declaredIn, type Declared, type DeclaredBy } from './declared';
import { TOTAL_INDEX } from './figures/counters';
import {
  figuresFrom,
  publicFigures,
  type Figure,
  type FigureScope,
  type FigureTargets,
  type ReportScope,
} from './figures/figure';
import { publicKey, publicOf } from './figures/groups';
import { emptyVector } from './figures/vector';
import { judgingOn, targetsChanged, type Judging } from './judging/judging';
import { maskedReport } from './masking/masked-report';
import type { ShownReport } from './masking/shown-report';
import { complianceProjection } from './projections/compliance-projection';
import { COMPLIANCE_MODEL } from './projections/model';
import { countedGroups, countsAsOf, liveCounts, type Counts, type CountsQuery } from './report/counts';
import { reportGroups, visibleIds, type ReportGroup } from './report/report-groups';

export interface ReportQuery {
  /** Leases signed from this day to the other, both included. */
  readonly from: Day;
  readonly to: Day;
  readonly scope: ReportScope;
  /** The figures as recorded at this instant, or at the end of this day in the territory; at the head of the history where absent. */
  readonly asOf?: AsOf;
}

export interface ComplianceReport {
  readonly from: Day;
  readonly to: Day;
  /** Recorded time of the last event that the figures include, or the instant of the query; null while nothing has been recorded. */
  readonly asOf: Instant | null;
  readonly position: Position | null;
  /** Present while an import is not completely written: the figures then include only a part of the import. */
  readonly incompleteImport?: IncompleteImport;
  /** The day whose objectives judge the whole period: its last day. Present, as `targetsChanged` is, where a convention is recorded. */
  readonly targetsOn?: Day;
  /** Whether other objectives judged this scope on another day of the period. */
  readonly targetsChanged?: boolean;
  /** Leases of the period whose quartile is unknown, and those known only as 2–4, whatever the scope. */
  readonly unknownQuartile: number;
  readonly partialQuartile: number;
  readonly figures: readonly Figure[];
}

export interface ReportSources {
  readonly events: EventStore;
  readonly readStore: ReadStore;
  /** The convention of these events, which several reports may share; made here where absent. */
  readonly convention?: ConventionHistory;
  /** Reads what the convention declares; made from `convention` where absent. */
  readonly declared?: DeclaredBy;
}

/** A query in which a day given as `asOf` has become an instant. */
type QueryAtInstant = ReportQuery & { readonly asOf?: Instant };

/** The judging without a convention. */
const NOT_JUDGED = { territory: territoryNameOf(null), targets: undefined };
/** How many times the live counters are read again while the projection writes them. */
const ATTEMPTS = 3;

/** The compliance figures of formats.md, over any period, by any scope, as of any instant. */
export class ComplianceReports {
  private readonly convention: ConventionHistory;
  private readonly declared: DeclaredBy;

  constructor(private readonly sources: ReportSources) {
    this.convention = sources.convention ?? new ConventionHistory(sources.events);
    this.declared = sources.declared ?? declaredIn(this.convention);
  }

  /**
   * The figures of a period. The report shows what the projection has committed: a caller that wants the head of the
   * history must wait for the projection first.
   * Refused: `not-allowed`, `scope-not-allowed` (an actor of limited scope reads its own kind of group only),
   * `period-reversed`.
   */
  async report(query: ReportQuery, actor: Actor): Promise<ComplianceReport | Refusal> {
    const refusal = refusalOf(actor, 'read-figures');
    if (refusal) return refusal;
    if (query.from > query.to) return refuse('period-reversed', { from: query.from, to: query.to });
    const ids = visibleIds(actor, query.scope);
    if (ids === 'none') return refuse('scope-not-allowed', { scope: query.scope });
    const model = await this.sources.readStore.active(COMPLIANCE_MODEL);
    const asOf = await this.convention.instantOf(query.asOf);
    const { moment, counts, declared } = await this.read(model, { ...query, asOf }, actor);
    const convention = await this.convention.at(moment.position);
    const judging = convention ? judgingOn(convention, query.to) : NOT_JUDGED;
    const { territory } = judging;
    const groups = await reportGroups(model, query.scope, counts, moment.reading, { territory, declared });
    const visible = ids === null ? groups : groups.filter((group) => ids.includes(group.scope.id));
    const incomplete = await incompleteImport(this.sources.events, moment.position);
    const report = this.written(query, { moment, counts, declared }, visible, { limited: ids !== null, judging });
    return {
      ...report,
      ...(incomplete && { incompleteImport: incomplete }),
      ...(convention && {
        targetsOn: query.to,
        targetsChanged: targetsChanged(convention, query.scope, query),
      }),
    };
  }

  /** The report as the actor may see it: small counts are masked for who reads figures only. Refused as `report`. */
  async shown(query: ReportQuery, actor: Actor): Promise<ShownReport | Refusal> {
    const report = await this.report(query, actor);
    const masking = maskingOf(actor);
    if (isRefusal(report) || masking === null) return report;
    const model = await this.sources.readStore.active(COMPLIANCE_MODEL);
    const { publics } = await this.declared(report.position ?? undefined);
    return maskedReport(report, query.scope, masking, { model, publics: publics.map(({ code }) => code) });
  }

  private async read(model: ReadModel, query: QueryAtInstant, actor: Actor): Promise<Read> {
    const { events } = this.sources;
    const wanting = async ({ reading }: Moment): Promise<{ declared: Declared; wanted: CountsQuery }> => {
      const declared = await this.declared(reading);
      const publics = declared.publics.map(({ code }) => code);
      return { declared, wanted: { from: query.from, to: query.to, publics, ...countedGroups(query.scope) } };
    };
    for (let attempt = 0; attempt < ATTEMPTS && query.asOf === undefined; attempt++) {
      const moment = await newestMoment(complianceProjection, events, model);
      const { declared, wanted } = await wanting(moment);
      const counts = await liveCounts(model, wanted, moment.reading);
      if (counts) return { moment, counts, declared };
    }
    const moment =
      query.asOf === undefined
        ? await newestMoment(complianceProjection, events, model)
        : await momentAt(complianceProjection, events, model, query.asOf);
    const { declared, wanted } = await wanting(moment);
    return { moment, counts: await countsAsOf(model, wanted, moment.reading, actor.scope), declared };
  }

  private written(
    query: ReportQuery,
    { moment, counts, declared }: Read,
    groups: readonly ReportGroup[],
    { limited, judging }: { readonly limited: boolean; readonly judging: Partial<Judging> },
  ): ComplianceReport {
    const total = (counter: number): number =>
      sum(counts, limited ? groups.map((group) => group.key) : wholePeriod(query.scope, counts), counter);
    return {
      from: query.from,
      to: query.to,
      asOf: moment.asOf,
      position: moment.position,
      unknownQuartile: total(TOTAL_INDEX.unknownQuartile),
      partialQuartile: total(TOTAL_INDEX.partialQuartile),
      figures: groups.flatMap(({ key, scope, judgedAs }) => {
        const targets = targetsFor(judgedAs, judging.targets);
        const vector = counts.get(key) ?? emptyVector();
        const ofPublics = declared.publics.map(({ code }) => ({ code, vector: counts.get(publicKey(key, code)) }));
        return [...figuresFrom(vector, scope, targets), ...publicFigures(ofPublics, vector, scope, targets)];
      }),
    };
  }
}

/** Judges the figures of a group by the objectives on another scope, where it has one. */
function targetsFor(judgedAs: FigureScope | undefined, targets: FigureTargets | undefined): FigureTargets | undefined {
  if (!judgedAs || !targets) return targets;
  return (figure) => targets({ ...figure, scope: judgedAs });
}

/** The values from which a report is written. */
interface Read {
  readonly moment: Moment;
  readonly counts: Counts;
  readonly declared: Declared;
}

/** Groups that together count each lease of the period once. */
function wholePeriod(scope: ReportScope, counts: Counts): Iterable<string> {
  return scope === 'residence' ? [...counts.keys()].filter((key) => publicOf(key) === undefined) : ['epci:'];
}

function sum(counts: Counts, keys: Iterable<string>, counter: number): number {
  let total = 0;
  for (const key of keys) total += counts.get(key)?.[counter] ?? 0;
  return total;
}
