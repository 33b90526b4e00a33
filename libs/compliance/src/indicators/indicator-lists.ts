import { covers, EVERYTHING, refusalOf, type Actor } from '#access';
import {
  reportedTerritory,
  sectorsOf,
  timeZoneOf,
  type ConventionHistory,
  type RecordedConvention,
  type TerritoryName,
} from '#convention';
import type { EventStore, Position } from '#event-store';
import { incompleteImport, type IncompleteImport } from '#imports';
import { day, dayAt, type AsOf, type Day, type Decimal, type Instant, type Refusal } from '#kernel';
import { momentAt, newestMoment } from '#processing';
import { eachDocument, type ReadModel, type ReadStore } from '#read-store';
import type { Contingent } from '#territory';
import { REPORT_SCOPES, type FigureScope, type ReportScope } from '../figures/figure';
import { complianceProjection } from '../projections/compliance-projection';
import type { EntityDocument } from '../projections/entities';
import { COMPLIANCE_MODEL } from '../projections/model';
import { CONTINGENT_LABELS, labelsAt, placeOfEntity } from '../report/report-groups';
import { WHOLE_TERRITORY, type IndicatorFacts } from './events';

/** Each filter that is given must match. */
export interface IndicatorsQuery {
  readonly code?: string;
  readonly scope?: ReportScope;
  readonly id?: string;
  readonly period?: string;
  readonly asOf?: AsOf;
}

/** An indicator, and the entity that it is about. */
export interface Indicator {
  readonly code: string;
  readonly scope: FigureScope;
  readonly period: string;
  /** Exact, as decimal text. */
  readonly value: Decimal;
  readonly source: string;
  readonly sourceDay: Day;
}

export interface Indicators {
  readonly asOf: Instant | null;
  readonly position: Position | null;
  /** Present while an import is not completely written. */
  readonly incompleteImport?: IncompleteImport;
  /** By code, then scope, entity and period. */
  readonly indicators: readonly Indicator[];
}

export interface IndicatorSources {
  readonly events: EventStore;
  readonly readStore: ReadStore;
  readonly convention: ConventionHistory;
}

/** Where nothing is recorded, the name of the territory depends on no day. */
const FIRST_DAY = day('1970-01-01');

/** The figures that come from elsewhere, as recorded at any instant. */
export class IndicatorLists {
  constructor(private readonly sources: IndicatorSources) {}

  /** An actor of limited scope reads the indicators about its own entities. Refused: `not-allowed`. */
  async list(query: IndicatorsQuery, actor: Actor): Promise<Indicators | Refusal> {
    const refusal = refusalOf(actor, 'read-figures');
    if (refusal) return refusal;
    const { events, readStore, convention } = this.sources;
    const model = await readStore.active(COMPLIANCE_MODEL);
    const at = await convention.instantOf(query.asOf);
    const { asOf, position, reading } = await (at === undefined
      ? newestMoment(complianceProjection, events, model)
      : momentAt(complianceProjection, events, model, at));
    const recorded = await convention.at(position);
    const incomplete = await incompleteImport(events, position);
    const territory = territoryAt(recorded, asOf);
    const scopes = new Scopes(model, reading, recorded, territory);
    const indicators: Indicator[] = [];
    for (const { kind, id, ...facts } of await factsAt(model, reading))
      indicators.push({ ...facts, scope: await scopes.of(kind, id) });
    return {
      asOf,
      position,
      ...(incomplete && { incompleteImport: incomplete }),
      indicators: indicators
        .filter((each) => isWanted(each, query) && covers(actor.scope, placeOfEntity(each.scope)))
        .sort(inOrder),
    };
  }
}

async function factsAt(model: ReadModel, position: Position): Promise<readonly IndicatorFacts[]> {
  const facts: IndicatorFacts[] = [];
  const where = { kind: 'indicator', from: { lte: position }, to: { gt: position } };
  const query = { collection: 'entities', scope: EVERYTHING, where, limit: 1_000 };
  await eachDocument<EntityDocument<'indicator'>>(model, query, ({ body }) => facts.push(body.facts) > 0);
  return facts;
}

function territoryAt(recorded: RecordedConvention | null, asOf: Instant | null): TerritoryName {
  const on = asOf === null ? FIRST_DAY : dayAt(asOf, timeZoneOf(recorded));
  const { id, label } = reportedTerritory(recorded, on);
  return { id, label };
}

const CONTINGENT = 'contingent:';

/** The entities of indicators with their names, each kind looked up once. */
class Scopes {
  private readonly labels = new Map<ReportScope, Promise<ReadonlyMap<string, string>>>();

  constructor(
    private readonly model: ReadModel,
    private readonly position: Position,
    private readonly recorded: RecordedConvention | null,
    private readonly territory: TerritoryName,
  ) {}

  async of(kind: ReportScope, id: string): Promise<FigureScope> {
    if (kind === 'epci') return { kind, ...this.territory };
    if (kind === 'reservataire' && id.startsWith(CONTINGENT))
      return { kind, id, label: CONTINGENT_LABELS[id.slice(CONTINGENT.length) as Contingent] };
    return { kind, id, label: (await this.labelsOf(kind)).get(id) ?? id };
  }

  private labelsOf(kind: Exclude<ReportScope, 'epci'>): Promise<ReadonlyMap<string, string>> {
    let labels = this.labels.get(kind);
    if (!labels) this.labels.set(kind, (labels = this.read(kind)));
    return labels;
  }

  private async read(kind: Exclude<ReportScope, 'epci'>): Promise<ReadonlyMap<string, string>> {
    if (kind === 'secteur') return new Map(sectorsOf(this.recorded).map(({ code, name }) => [code, name]));
    return labelsAt(this.model, kind, this.position);
  }
}

function isWanted({ code, scope, period }: Indicator, query: IndicatorsQuery): boolean {
  return (
    (query.code === undefined || query.code === code) &&
    (query.scope === undefined || query.scope === scope.kind) &&
    (query.id === undefined || query.id === scope.id || (scope.kind === 'epci' && query.id === WHOLE_TERRITORY)) &&
    (query.period === undefined || query.period === period)
  );
}

function inOrder(a: Indicator, b: Indicator): number {
  const [one, other] = [a, b].map(({ code, scope, period }) => [
    code,
    REPORT_SCOPES.indexOf(scope.kind),
    scope.id,
    period,
  ]);
  for (const [at, value] of one!.entries()) if (value !== other![at]) return value < other![at]! ? -1 : 1;
  return 0;
}
