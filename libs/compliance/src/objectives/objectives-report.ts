import { covers, maskingOf, refusalOf, type Actor } from '#access';
import {
  ConventionHistory,
  conventionOn,
  isRehousingFigure,
  type ConventionFacts,
  type Objective,
  type RecordedConvention,
} from '#convention';
import type { EventStore, Position } from '#event-store';
import { incompleteImport } from '#imports';
import { dayOf, daysInMonth, isRefusal, refuse, yearOf, type AsOf, type Day, type Refusal } from '#kernel';
import type { Moment } from '#processing';
import type { ReadModel, ReadStore } from '#read-store';
import { declaredIn } from '../declared';
import { unknownFigure } from '../figures/figure';
import { groupKey, isGroupKind, type GroupKind } from '../figures/groups';
import { targetsChanged } from '../judging/judging';
import { COMPLIANCE_MODEL } from '../projections/model';
import { keeps, type ObjectiveFilter } from './objective-filter';
import { rehousingCounts, type CountedRehousings } from './rehousing-counts';
import type { Counts } from '../report/counts';
import { placeOfEntity } from '../report/report-groups';
import { steadyReading } from '../report/steady-reading';
import { ObjectiveEntities, type KeyedEntity } from './entities';
import { lineOf, type ObjectiveLine } from './line';
import { maskedObjectives, type ShownObjectives } from './masked-objectives';
import type { ObjectivesReport } from './reported';
import { crossedKey, objectiveCounts, tallyOf, type CountedDays, type Crossing, type Wanted } from './tally';
import { unknownQuartiles } from './unknown-quartiles';

export interface ObjectivesQuery extends CountedDays {
  /** The day whose objectives are taken; the last one of the period where absent. */
  readonly on?: Day;
  /** The report as recorded at this instant, or at the end of this day in the territory; at the head of the history where absent. */
  readonly asOf?: AsOf;
  readonly filter?: ObjectiveFilter;
}

export interface ObjectivesSources {
  readonly events: EventStore;
  readonly readStore: ReadStore;
  readonly convention: ConventionHistory;
  /** Counts rehousings up to a day, as recorded at a position; without it, nothing counts their figures. */
  readonly rehousings?: (day: Day, position: Position) => Promise<CountedRehousings>;
}

/** A report with what it was made from. */
export interface ObjectivesReading {
  readonly report: ObjectivesReport;
  readonly model: ReadModel;
  readonly moment: Moment;
  /** Null where no convention is recorded, and the setting with it. */
  readonly recorded: RecordedConvention | null;
  readonly setting: Setting | null;
}

/** The values from which every line is made. */
interface Setting {
  readonly query: ObjectivesQuery;
  readonly facts: ConventionFacts;
  readonly moment: Moment;
  readonly before: CountedDays;
  readonly counts: Counts;
  readonly countsBefore: Counts;
  /** On the last day of the period, and one year before; null where no objective is about them. */
  readonly rehousings: CountedRehousings | null;
  readonly rehousingsBefore: CountedRehousings | null;
}

/**
 * Reports the state of each objective of the convention for each entity that it is about: the counts, what is missing,
 * and the year before.
 */
export class ObjectivesReports {
  constructor(private readonly sources: ObjectivesSources) {}

  /**
   * The objectives in force on a day, compared with the leases of a period. The report shows what the projection has
   * committed: a caller that wants the head of the history must wait for the projection first. An actor of limited
   * scope reads the lines about its own entities.
   * Refused: `not-allowed`, `period-reversed`, `unknown-figure`.
   */
  async report(query: ObjectivesQuery, actor: Actor): Promise<ObjectivesReport | Refusal> {
    const reading = await this.reading(query, actor);
    return isRefusal(reading) ? reading : reading.report;
  }

  /** The report, and what it was made from. Refused as `report`. */
  async reading(query: ObjectivesQuery, actor: Actor): Promise<ObjectivesReading | Refusal> {
    const refusal = refusalOf(actor, 'read-figures');
    if (refusal) return refusal;
    const { from, to } = query;
    if (from > to) return refuse('period-reversed', { from, to });
    const { events, readStore, convention } = this.sources;
    const model = await readStore.active(COMPLIANCE_MODEL);
    const asOf = await convention.instantOf(query.asOf);
    return steadyReading<ObjectivesReading | Refusal>({ events, model, asOf }, async (moment, live) => {
      const unknown = await this.unknownFigure(query, moment);
      return unknown ?? this.read(query, actor, { model, moment, live });
    });
  }

  private async unknownFigure({ filter }: ObjectivesQuery, moment: Moment): Promise<Refusal | undefined> {
    const figures = (filter?.figures ?? []).filter((figure) => !isRehousingFigure(figure));
    const { publics } = await declaredIn(this.sources.convention)(moment.reading);
    const figure = unknownFigure(figures, publics);
    return figure === undefined ? undefined : refuse('unknown-figure', { figure });
  }

  /** Null where the live counters changed while they were read. */
  private async read(
    query: ObjectivesQuery,
    actor: Actor,
    { model, moment, live }: { readonly model: ReadModel; readonly moment: Moment; readonly live: boolean },
  ): Promise<ObjectivesReading | null> {
    const { from, to, on = to } = query;
    const { events, convention, rehousings } = this.sources;
    const quartiles = await unknownQuartiles(model, query, { position: moment.reading, live, scope: actor.scope });
    if (!quartiles) return null;
    const recorded = await convention.at(moment.position);
    const incomplete = await incompleteImport(events, moment.position);
    const head = {
      ...{ from, to, asOf: moment.asOf, position: moment.position },
      ...(incomplete && { incompleteImport: incomplete }),
      ...quartiles,
    };
    if (!recorded) return { report: { ...head, objectives: [] }, model, moment, recorded, setting: null };
    const facts = filtered(conventionOn(recorded, on), query.filter);
    const setting = await settingOf(model, query, facts, moment, { live, rehousings });
    if (!setting) return null;
    const lines = await linesOf(model, setting);
    const changed = targetsChanged(recorded, 'every', { from, to, on });
    const objectives = lines.filter((line) => isSeen(line, actor));
    const report = { ...head, targetsOn: on, targetsChanged: changed, objectives };
    return { report, model, moment, recorded, setting };
  }

  /** The report as the actor may see it: small counts are masked for who reads figures only. Refused as `report`. */
  async shown(query: ObjectivesQuery, actor: Actor): Promise<ShownObjectives | Refusal> {
    const report = await this.report(query, actor);
    const masking = maskingOf(actor);
    if (isRefusal(report) || masking === null) return report;
    const model = await this.sources.readStore.active(COMPLIANCE_MODEL);
    const { publics } = await declaredIn(this.sources.convention)(report.position ?? undefined);
    return maskedObjectives(report, masking, { model, publics: publics.map(({ code }) => code) });
  }
}

function filtered(facts: ConventionFacts, filter: ObjectiveFilter | undefined): ConventionFacts {
  return filter ? { ...facts, objectives: facts.objectives.filter((objective) => keeps(filter, objective)) } : facts;
}

/** Null where the live counters changed while they were read. */
async function settingOf(
  model: ReadModel,
  query: ObjectivesQuery,
  facts: ConventionFacts,
  moment: Moment,
  { live, rehousings }: Pick<ObjectivesSources, 'rehousings'> & { readonly live: boolean },
): Promise<Setting | null> {
  const { from, to } = query;
  const before = { from: yearBefore(from), to: yearBefore(to) };
  const wanted = wantedBy(facts);
  const how = { position: moment.reading, live };
  const counts = await tallyOf(model, wanted, { from, to }, how);
  const countsBefore = counts && (await tallyOf(model, wanted, before, how));
  if (!counts || !countsBefore) return null;
  const areWanted = facts.objectives.some(({ figure }) => isRehousingFigure(figure));
  const rehousingsOn = (day: Day) => (areWanted && rehousings ? rehousings(day, moment.reading) : null);
  return {
    ...{ query, facts, moment, before, counts, countsBefore },
    rehousings: await rehousingsOn(to),
    rehousingsBefore: await rehousingsOn(before.to),
  };
}

/** The groups that the objectives need. */
export function wantedBy({ objectives, publics }: ConventionFacts): Wanted {
  const kinds = new Set<GroupKind>();
  const crossings = new Map<string, Crossing>();
  for (const { figure, scope, actor } of objectives) {
    if (isRehousingFigure(figure)) continue;
    const about = scope.kind;
    const whose = actor?.kind ?? (about === 'hors_qpv' ? 'epci' : undefined);
    if (isGroupKind(about)) kinds.add(about);
    if (whose === undefined) continue;
    kinds.add(whose);
    if (isGroupKind(about) || about === 'hors_qpv') crossings.set(crossedKey(about, whose), [about, whose]);
  }
  return { kinds, publics: publics.map(({ code }) => code), crossings: [...crossings.values()] };
}

async function linesOf(model: ReadModel, setting: Setting): Promise<ObjectiveLine[]> {
  const entities = new ObjectiveEntities(
    model,
    setting.moment.reading,
    setting.facts,
    setting.counts,
    setting.rehousings,
  );
  const lines: ObjectiveLine[] = [];
  for (const objective of setting.facts.objectives) {
    const actors = objective.actor ? await entities.of(objective.actor) : [null];
    for (const scope of await entities.of(objective.scope))
      for (const actor of actors) lines.push(oneLine(objective, scope, actor, setting));
  }
  return lines;
}

function oneLine(
  objective: Objective,
  scope: KeyedEntity<Objective['scope']['kind']>,
  actor: KeyedEntity<NonNullable<Objective['actor']>['kind']> | null,
  { query, facts, before, counts, countsBefore, rehousings, rehousingsBefore }: Setting,
): ObjectiveLine {
  const key = countedKey(scope, actor?.key ?? null);
  const within = (all: Counts, moved: CountedRehousings | null) =>
    isRehousingFigure(objective.figure)
      ? rehousingCounts(objective.figure, scope.entity, moved)
      : key === null
        ? null
        : objectiveCounts(objective.figure, key, all, facts.publics);
  return lineOf({
    objective,
    scope: scope.entity,
    actor: actor && actor.entity,
    days: { from: query.from, to: query.to },
    counts: within(counts, rehousings),
    previousDays: before,
    previousCounts: within(countsBefore, rehousingsBefore),
    asOf: query.asOf,
  });
}

function countedKey({ key, entity }: KeyedEntity<Objective['scope']['kind']>, actor: string | null): string | null {
  if (key !== null && entity.kind === 'hors_qpv') return crossedKey(key, actor ?? groupKey('epci', ''));
  return key !== null && actor !== null ? crossedKey(key, actor) : key;
}

/** The same day one year before; 28 February for the 29th. */
function yearBefore(day: Day): Day {
  const [year, month] = [yearOf(day) - 1, Number(day.slice(5, 7))];
  return dayOf(year, month, Math.min(Number(day.slice(8)), daysInMonth(year, month)))!;
}

function isSeen({ scope, actor: whose }: ObjectiveLine, { scope: seen }: Actor): boolean {
  return [scope, whose].some((entity) => entity && covers(seen, placeOfEntity(entity)));
}
