import { codesOf, covers, kindsOf, limitedTo, maskingOf, narrowedTo, refusalOf, type Actor, type Scope } from '#access';
import type { ReservedFacts } from '#allocation';
import { COMPLIANCE_MODEL, complianceProjection, entitiesAt, type AllocationDocument } from '#compliance';
import { ConventionHistory, reportedTerritory, type ReportedTerritory } from '#convention';
import { START, type EventStore, type Position } from '#event-store';
import { incompleteImport, type IncompleteImport } from '#imports';
import { refuse, type AsOf, type Day, type Instant, type Refusal } from '#kernel';
import { momentAt, newestMoment, type Moment, type Projection } from '#processing';
import { eachDocument, type FindQuery, type ReadModel, type ReadStore } from '#read-store';
import type { FlowNames, FlowLease, FlowYear } from './figures/count-landlord';
import { flowFigures, type FlowFigures } from './figures/flow';
import type { FlowShareFacts } from './events';
import type { FlowDwelling } from './figures/flow-dwelling';
import { factsAt, FLOW_MODEL, type ReservedDocument, type VersionsDocument } from './projections/model';
import { flowProjection } from './projections/flow-projection';

export interface FlowQuery {
  readonly year: number;
  /** The code of one landlord, for its statement; all of them where absent. */
  readonly landlord?: string | undefined;
  /** The history as recorded at this instant or at the end of this day; its head where absent. */
  readonly asOf?: AsOf | undefined;
}

/** The shares of the flow and the statement of a year (R441-5, R441-5-1). */
export interface FlowReport extends FlowFigures {
  readonly year: number;
  readonly from: Day;
  readonly to: Day;
  /** The landlord's statement is due before this day (R441-5-1). */
  readonly dueBefore: Day;
  /** The landlord that was asked for; null for all. */
  readonly landlord: string | null;
  readonly asOf: Instant | null;
  readonly position: Position | null;
  /** Present while an import is not completely written: the report then includes only a part of the import. */
  readonly incompleteImport?: IncompleteImport;
  /** The territory as it was on the last day of the year. */
  readonly territory: ReportedTerritory;
}

export interface FlowSources {
  readonly events: EventStore;
  readonly readStore: ReadStore;
  readonly convention?: ConventionHistory;
}

const PAGE = 1_000;

/** A model, and up to where it is read. */
interface ModelReading {
  readonly model: ReadModel;
  readonly position: Position;
}

/** The flow's own model, and that of compliance, which has the leases and the places. */
interface Reading {
  readonly flow: ModelReading;
  readonly leases: ModelReading;
}

/** The report of the flow, as of any instant. */
export class FlowReports {
  private readonly convention: ConventionHistory;

  constructor(private readonly sources: FlowSources) {
    this.convention = sources.convention ?? new ConventionHistory(sources.events);
  }

  /**
   * The report shows what the projections have committed: a caller that wants the head of the history must wait for them first.
   * Refused: `not-allowed` (also to who may see no small count), `scope-not-allowed` (a landlord sees its own flow, another limited scope none), `unknown-landlord`.
   */
  async report({ year, landlord, asOf: asked }: FlowQuery, actor: Actor): Promise<FlowReport | Refusal> {
    const refusal = refusalOf(actor, 'read-figures') ?? refuseMasked(actor) ?? refuseScope(actor.scope);
    if (refusal) return refusal;
    const { moment, reading } = await this.open(asked);
    const own = narrowedTo(actor.scope, ['landlord']);
    const names = await namesAt(reading, (code) => covers(own, { landlord: code }) && (landlord ?? code) === code);
    if (landlord !== undefined && names.landlords.length === 0) return refuse('unknown-landlord', { landlord });
    const scope = landlord === undefined ? own : limitedTo({ landlord: [landlord] });
    const figures = flowFigures(await recordedOf(year, reading, scope), names);
    const days = daysOf(year);
    const convention = await this.convention.at(moment.position);
    const incomplete = await incompleteImport(this.sources.events, moment.position);
    return {
      year,
      ...days,
      dueBefore: `${year + 1}-02-28` as Day,
      landlord: landlord ?? null,
      asOf: moment.asOf,
      position: moment.position,
      ...(incomplete && { incompleteImport: incomplete }),
      territory: reportedTerritory(convention, days.to),
      ...figures,
    };
  }

  /** The moment that both models show. Where one is behind, the other is read as of what that one shows. */
  private async open(asked: AsOf | undefined): Promise<{ readonly moment: Moment; readonly reading: Reading }> {
    const { events, readStore } = this.sources;
    const asOf = await this.convention.instantOf(asked);
    const momentOf = (projection: Pick<Projection, 'types'>, model: ReadModel): Promise<Moment> =>
      asOf === undefined ? newestMoment(projection, events, model) : momentAt(projection, events, model, asOf);
    const [flow, leases] = [await readStore.active(FLOW_MODEL), await readStore.active(COMPLIANCE_MODEL)];
    const [own, other] = [await momentOf(flowProjection, flow), await momentOf(complianceProjection, leases)];
    const moment = (own.position ?? START) <= (other.position ?? START) ? own : other;
    const upTo = ({ reading }: Moment): Position => {
      const shown = moment.position ?? START;
      return reading <= shown ? reading : shown;
    };
    return {
      moment,
      reading: { flow: { model: flow, position: upTo(own) }, leases: { model: leases, position: upTo(other) } },
    };
  }
}

/** Nearly every count here is small, and stands in several sums, and the compliance report tells the leases of the same holders: all of it is refused. */
function refuseMasked(actor: Actor): Refusal | undefined {
  return maskingOf(actor) === 'counts' ? refuse('not-allowed', { right: 'read-figures' }) : undefined;
}

function refuseScope(scope: Scope): Refusal | undefined {
  if (scope.kind === 'all' || codesOf(scope, 'landlord').length > 0) return undefined;
  return refuse('scope-not-allowed', { scope: kindsOf(scope).join(', ') });
}

function daysOf(year: number): { readonly from: Day; readonly to: Day } {
  return { from: `${year}-01-01` as Day, to: `${year}-12-31` as Day };
}

async function recordedOf(year: number, reading: Reading, scope: Scope): Promise<FlowYear> {
  const { flow } = reading;
  const ofYear = { firstYear: { lte: year }, lastYear: { gte: year } };
  return {
    year,
    shares: await factsOfEach<FlowShareFacts>(flow, { collection: 'shares', scope, where: { year } }),
    dwellings: await factsOfEach<FlowDwelling>(flow, { collection: 'dwellings', scope, where: ofYear }),
    leases: await leasesOf(daysOf(year), reading, scope),
  };
}

/** The facts that the found documents held at the position. */
async function factsOfEach<Facts>(
  { model, position }: ModelReading,
  found: Omit<FindQuery, 'limit'>,
): Promise<readonly Facts[]> {
  const all: Facts[] = [];
  await eachDocument<VersionsDocument<Facts>>(model, { ...found, limit: PAGE }, ({ body }) => {
    const facts = factsAt(body, position);
    if (facts !== undefined) all.push(facts);
    return true;
  });
  return all;
}

/** The leases signed on these days and not cancelled. What each says of its reservation is found by its id, whatever its day became. */
async function leasesOf(
  { from, to }: { readonly from: Day; readonly to: Day },
  { flow, leases: { model, position } }: Reading,
  scope: Scope,
): Promise<readonly FlowLease[]> {
  const found: AllocationDocument[] = [];
  const where = { day: { gte: from, lte: to }, from: { lte: position }, to: { gt: position } };
  await eachDocument<AllocationDocument>(
    model,
    { collection: 'allocations', scope, where, limit: PAGE },
    ({ body }) => {
      if (body.cancelled !== 1) found.push(body);
      return true;
    },
  );
  const signed: FlowLease[] = [];
  for (let at = 0; at < found.length; at += PAGE) {
    const some = found.slice(at, at + PAGE);
    const documents = await flow.model.getMany<ReservedDocument>(
      'reserved',
      some.map(({ allocation }) => allocation),
    );
    const reserved = new Map(documents.map(({ id, body }) => [id, body.reserved]));
    signed.push(...some.map((lease) => leaseOf(lease, reserved.get(lease.allocation) ?? {})));
  }
  return signed;
}

function leaseOf(lease: AllocationDocument, reserved: ReservedFacts): FlowLease {
  const { landlord, holder, residence, inQpv, dwellingType, financing, firstLetting } = lease;
  return {
    landlord,
    holder,
    residence,
    inQpv: inQpv === 1,
    dwellingType,
    financing,
    firstLetting: firstLetting === 1,
    reserved,
  };
}

/** The names of the territory at the position, and those landlords that are reported. */
async function namesAt(
  { leases: { model, position } }: Reading,
  isReported: (landlord: string) => boolean,
): Promise<FlowNames> {
  const landlords = await entitiesAt(model, 'landlord', position);
  const holders = new Map((await entitiesAt(model, 'holder', position)).map(({ facts }) => [facts.code, facts]));
  const communes = new Map((await entitiesAt(model, 'commune', position)).map(({ facts }) => [facts.code, facts.name]));
  const residences = new Map((await entitiesAt(model, 'residence', position)).map(({ facts }) => [facts.code, facts]));
  return {
    landlords: landlords
      .map(({ facts: { code, name } }) => ({ id: code, label: name }))
      .filter(({ id }) => isReported(id))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    holder: (code) => {
      const known = holders.get(code);
      return known && { label: known.name, contingent: known.contingent };
    },
    commune: (code) => communes.get(code) ?? code,
    place: (code) => {
      const { commune = null, openedOn = null } = residences.get(code) ?? {};
      return { commune, openedOn };
    },
  };
}
