import { EVERYTHING, kindsOf, maskingOf, refusalOf, SYSTEM, type Actor } from '#access';
import type { CountedRehousings, RehousingShares } from '#compliance';
import { ConventionHistory, reportedTerritory, timeZoneOf } from '#convention';
import type { EventStore, Position } from '#event-store';
import { incompleteImport } from '#imports';
import { dayAt, isRefusal, refuse, type AsOf, type Day, type Refusal, type Share } from '#kernel';
import { momentAt, newestMoment } from '#processing';
import { eachDocument, type ReadModel, type ReadStore } from '#read-store';
import type { OperationFacts, RehousingFacts } from './events';
import { isMadeBy, progressOf, totalProgress, type Progress } from './figures/progress';
import { figuresOf, type CompletedRehousing, type RehousingFigure } from './figures/rehousing-figure';
import { maskedRehousing, narrowedToOperation, type ShownRehousing } from './masking/masked-rehousing';
import { factsAt, REHOUSING_MODEL, type OperationDocument, type SubjectDocument } from './projections/model';
import { rehousingProjection } from './projections/rehousing-projection';
import { stageOf } from './rehousing';
import { Arrivals } from './report/arrivals';
import type { RehousingReport } from './report/reported';

export interface RehousingQuery {
  /** The code of one operation, to report only this one. */
  readonly operation?: string;
  /**
   * The history as recorded at this instant or at the end of this day, and the moves made up to then; the head of the
   * history where absent.
   */
  readonly asOf?: AsOf;
}

export interface RehousingSources {
  readonly events: EventStore;
  readonly readStore: ReadStore;
  /** The convention of these events; made here where absent. */
  readonly convention?: ConventionHistory;
}

const PAGE = 1_000;
const NOTHING_RECORDED: RehousingReport = {
  asOf: null,
  position: null,
  territory: null,
  operations: [],
  total: totalProgress([]),
  figures: figuresOf([]),
};

/** An operation with its known cases. */
interface KnownOperation {
  readonly facts: OperationFacts;
  readonly cases: readonly RehousingFacts[];
}

/** The report of the rehousing committee (formats.md), as of any instant. */
export class RehousingReports {
  private readonly convention: ConventionHistory;

  constructor(private readonly sources: RehousingSources) {
    this.convention = sources.convention ?? new ConventionHistory(sources.events);
  }

  /** The figures of every operation up to a day, for objectives. The caller has checked what the actor may see. */
  async counts(day: Day, position: Position): Promise<CountedRehousings> {
    const model = await this.sources.readStore.active(REHOUSING_MODEL);
    const documents = await operationsSeenBy(SYSTEM, model, undefined);
    const known = await knownOperations(documents, model, position);
    const { operations, total, figures } = await stateOf(known, day, model, position);
    return {
      total: sharesOf(total, figures),
      operations: operations.map((operation) => ({
        id: operation.id,
        label: operation.label,
        figures: sharesOf(operation, operation.figures),
      })),
    };
  }

  /**
   * The state of every operation, or of one. The report shows what the projection has committed: a caller that wants
   * the head of the history must wait for the projection first.
   * Refused: `not-allowed`, `scope-not-allowed` (a landlord sees the operations that are its own now, another limited
   * scope none), `operation-unknown`.
   */
  async report({ operation, asOf: asked }: RehousingQuery, actor: Actor): Promise<RehousingReport | Refusal> {
    const refusal = refusalOf(actor, 'read-figures');
    if (refusal) return refusal;
    const kinds = kindsOf(actor.scope);
    if (actor.scope.kind !== 'all' && !kinds.includes('landlord'))
      return refuse('scope-not-allowed', { scope: kinds.join(', ') });
    const { events, readStore } = this.sources;
    const model = await readStore.active(REHOUSING_MODEL);
    const asOf = await this.convention.instantOf(asked);
    const moment = await (asOf === undefined
      ? newestMoment(rehousingProjection, events, model)
      : momentAt(rehousingProjection, events, model, asOf));
    const documents = await operationsSeenBy(actor, model, operation);
    if (operation !== undefined && documents.length === 0) return refuse('operation-unknown', { operation });
    if (moment.asOf === null) return NOTHING_RECORDED;
    const known = await knownOperations(documents, model, moment.reading);
    const convention = await this.convention.at(moment.position);
    const day = dayAt(moment.asOf, timeZoneOf(convention));
    const state = await stateOf(known, day, model, moment.reading);
    const incomplete = await incompleteImport(events, moment.position);
    const { asOf: instant, position } = moment;
    const territory = reportedTerritory(convention, day);
    return { asOf: instant, position, ...(incomplete && { incompleteImport: incomplete }), territory, ...state };
  }

  /** The report as the actor may see it: small counts are masked for who reads figures only. Refused as `report`. */
  async shown({ operation, asOf }: RehousingQuery, actor: Actor): Promise<ShownRehousing | Refusal> {
    const report = await this.report({ operation, asOf }, actor);
    if (isRefusal(report) || maskingOf(actor) !== 'counts') return report;
    if (operation === undefined) return maskedRehousing(report);
    const whole = await this.report({ asOf }, actor);
    return isRefusal(whole) ? whole : narrowedToOperation(maskedRehousing(whole), operation);
  }
}

/** The operations that the actor may see: the store applies the scope. */
async function operationsSeenBy(
  actor: Actor,
  model: ReadModel,
  code: string | undefined,
): Promise<OperationDocument[]> {
  const documents: OperationDocument[] = [];
  const all = { collection: 'operations', scope: actor.scope, limit: PAGE };
  await eachDocument<OperationDocument>(model, all, ({ id, body }) => {
    if (code === undefined || id === code) documents.push(body);
    return true;
  });
  return documents;
}

async function knownOperations(
  documents: readonly OperationDocument[],
  model: ReadModel,
  position: Position,
): Promise<KnownOperation[]> {
  const cases = new Map<string, RehousingFacts[]>();
  const operations = documents.flatMap((document) => factsAt(document, position) ?? []);
  for (const { code } of operations) cases.set(code, []);
  // Cases have no scope of their own: they are seen through their operation.
  const all = { collection: 'rehousings', scope: EVERYTHING, limit: PAGE };
  await eachDocument<SubjectDocument<RehousingFacts>>(model, all, ({ body }) => {
    const facts = factsAt(body, position);
    if (facts) cases.get(facts.operation)?.push(facts);
    return true;
  });
  operations.sort((a, b) => (a.code < b.code ? -1 : 1));
  return operations.map((facts) => ({ facts, cases: cases.get(facts.code)! }));
}

async function stateOf(
  known: readonly KnownOperation[],
  day: Day,
  model: ReadModel,
  position: Position,
): Promise<Pick<RehousingReport, 'operations' | 'total' | 'figures'>> {
  const completed = known.map(({ cases }) => completedBy(day, cases));
  const residences = completed.flat().flatMap(({ residence }) => residence ?? []);
  const arrivals = await Arrivals.at(position, model, residences);
  const judged = completed.map((cases) => cases.map((facts) => judgedBy(arrivals, facts)));
  const operations = known.map(({ facts, cases }, index) => ({
    id: facts.code,
    label: facts.name,
    ...progressOf(facts.planned, cases, day),
    figures: figuresOf(judged[index]!),
  }));
  return { operations, total: totalProgress(operations), figures: figuresOf(judged.flat()) };
}

function sharesOf({ planned, completed }: Progress, figures: readonly RehousingFigure[]): RehousingShares {
  const shares: Record<string, Share> = { REHOUSED: { numerator: completed, denominator: planned } };
  for (const { code, numerator, denominator } of figures) shares[code] = { numerator, denominator };
  return shares as RehousingShares;
}

function completedBy(day: Day, cases: readonly RehousingFacts[]): RehousingFacts[] {
  return cases.filter((facts) => stageOf(facts) === 'rehoused' && isMadeBy(day, facts));
}

function judgedBy(arrivals: Arrivals, facts: RehousingFacts): CompletedRehousing {
  return { ...facts, outsideQpv: arrivals.isOutsideQpv(facts.residence, facts.movedOn!) };
}
