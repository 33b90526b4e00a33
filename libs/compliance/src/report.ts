import { maskingOf, refusalOf, type Actor } from '#access';
import { ConventionHistory, territoryNameOf } from '#convention';
import type { EventStore } from '#event-store';
import { incompleteImport } from '#imports';
import { isRefusal, refuse, type Instant, type Refusal } from '#kernel';
import type { Moment } from '#processing';
import type { ReadModel, ReadStore } from '#read-store';
import { declaredIn, type Declared, type DeclaredBy } from './declared';
import { TOTAL_INDEX } from './figures/counters';
import { publicFigureCode, unknownFigure, type ReportScope } from './figures/figure';
import { publicOf } from './figures/groups';
import { judgingOn, targetsChanged, type Judging } from './judging/judging';
import { maskedReport } from './masking/masked-report';
import type { ShownReport } from './masking/shown-report';
import { COMPLIANCE_MODEL } from './projections/model';
import type { ComplianceReport, ReportQuery } from './report/compliance-report';
import { countedGroups, countsAsOf, liveCounts, type Counts, type CountsQuery } from './report/counts';
import { groupFigures, isAsked } from './report/group-figures';
import { keysOfIds, reportGroups, visibleIds, type ReportGroup } from './report/report-groups';
import { steadyReading } from './report/steady-reading';

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
   * `period-reversed`, `unknown-figure`.
   */
  async report(query: ReportQuery, actor: Actor): Promise<ComplianceReport | Refusal> {
    const refusal = refusalOf(actor, 'read-figures');
    if (refusal) return refusal;
    if (query.from > query.to) return refuse('period-reversed', { from: query.from, to: query.to });
    const ids = visibleIds(actor, query.scope);
    if (ids === 'none') return refuse('scope-not-allowed', { scope: query.scope });
    const model = await this.sources.readStore.active(COMPLIANCE_MODEL);
    const asOf = await this.convention.instantOf(query.asOf);
    const read = await this.read(model, { ...query, asOf }, actor);
    if (isRefusal(read)) return read;
    const { moment, counts, declared } = read;
    const convention = await this.convention.at(moment.position);
    const judging = convention ? judgingOn(convention, query.to) : NOT_JUDGED;
    const { territory } = judging;
    const groups = await reportGroups(model, query.scope, counts, moment.reading, { territory, declared });
    const visible = ids === null ? groups : groups.filter((group) => ids.includes(group.scope.id));
    const incomplete = await incompleteImport(this.sources.events, moment.position);
    const report = this.written(query, read, visible, { limited: ids !== null, judging });
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

  private read(model: ReadModel, query: QueryAtInstant, actor: Actor): Promise<Read | Refusal> {
    const { from, to, scope, asOf, figures, ids } = query;
    // The totals of a limited actor are those of all its groups.
    const only = ids && actor.scope.kind === 'all' ? keysOfIds(scope, ids) : undefined;
    return steadyReading<Read | Refusal>({ events: this.sources.events, model, asOf }, async (moment, live) => {
      const declared = await this.declared(moment.reading);
      const unknown = figures && unknownFigure(figures, declared.publics);
      if (unknown !== undefined) return refuse('unknown-figure', { figure: unknown });
      const publics = declared.publics
        .map(({ code }) => code)
        .filter((code) => isAsked(publicFigureCode(code), figures));
      const wanted: CountsQuery = { from, to, publics, ...countedGroups(scope), only };
      const counts = live
        ? await liveCounts(model, wanted, moment.reading)
        : await countsAsOf(model, wanted, moment.reading, actor.scope);
      return counts && { moment, counts, declared, publics };
    });
  }

  private written(
    query: ReportQuery,
    { moment, counts, publics }: Read,
    groups: readonly ReportGroup[],
    { limited, judging }: { readonly limited: boolean; readonly judging: Partial<Judging> },
  ): ComplianceReport {
    const total = (counter: number): number =>
      sum(counts, limited ? groups.map((group) => group.key) : wholePeriod(query.scope, counts), counter);
    const { figures, ids } = query;
    const { targets } = judging;
    const asked = groups.filter(({ scope }) => isAsked(scope.id, ids));
    return {
      from: query.from,
      to: query.to,
      asOf: moment.asOf,
      position: moment.position,
      unknownQuartile: total(TOTAL_INDEX.unknownQuartile),
      partialQuartile: total(TOTAL_INDEX.partialQuartile),
      figures: asked.flatMap((group) => groupFigures(group, counts, { targets, publics, figures })),
    };
  }
}

/** The values from which a report is written. */
interface Read {
  readonly moment: Moment;
  readonly counts: Counts;
  readonly declared: Declared;
  /** The codes of the publics that are counted. */
  readonly publics: readonly string[];
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
