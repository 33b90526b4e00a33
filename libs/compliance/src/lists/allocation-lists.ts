import type { Actor } from '#access';
import { ConventionHistory } from '#convention';
import type { EventStore, Position } from '#event-store';
import { isRefusal, type AsOf, type Instant, type Refusal } from '#kernel';
import { momentAt, newestMoment, type Moment } from '#processing';
import type { FindQuery, Page, ReadModel, ReadStore } from '#read-store';
import { declaredIn, type DeclaredBy } from '../declared';
import { complianceProjection } from '../projections/compliance-projection';
import { COMPLIANCE_MODEL, type AllocationDocument } from '../projections/model';
import { ALLOCATION_COLUMNS, rowOf, type AllocationRow, type AllocationWord } from './allocation-columns';
import { conditionsOf, type AllocationFilter } from './allocation-filter';
import { allowedFilter } from './allowed-filter';
import { decodeListCursor, encodeListCursor, staleCursor } from './list-cursor';
import { ListedPublics } from './publics';

export interface SortWord {
  readonly word: AllocationWord;
  readonly direction: 'asc' | 'desc';
}

export interface AllocationsQuery {
  readonly filter: AllocationFilter;
  readonly sort: readonly SortWord[];
  /** The list as recorded at this instant, or at the end of this day in the territory; at the head of the history where absent. */
  readonly asOf?: AsOf;
}

export interface PageQuery extends AllocationsQuery {
  readonly limit: number;
  /** An earlier page's `next`. */
  readonly cursor?: string;
}

export interface AllocationPage {
  readonly allocations: readonly AllocationRow[];
  readonly next: string | null;
  /** The rows of the whole list, as counted for the first page. */
  readonly total: number;
  readonly asOf: Instant | null;
  readonly position: Position | null;
}

/** The whole list, a page at a time, as of one moment. */
export interface AllocationExport {
  readonly asOf: Instant | null;
  readonly position: Position | null;
  readonly pages: AsyncIterable<readonly AllocationRow[]>;
}

export interface ListSources {
  readonly events: EventStore;
  readonly readStore: ReadStore;
  /** The convention of these events; made here where absent. */
  readonly convention?: ConventionHistory;
  /** Reads what the convention declares; made from `convention` where absent. */
  readonly declared?: DeclaredBy;
}

const EXPORT_PAGE = 1_000;

/** Lists of the allocations that the actor's scope allows to see. All the pages of a list show the same moment. */
export class AllocationLists {
  private readonly convention: ConventionHistory;
  private readonly declared: DeclaredBy;

  constructor(private readonly sources: ListSources) {
    this.convention = sources.convention ?? new ConventionHistory(sources.events);
    this.declared = sources.declared ?? declaredIn(this.convention);
  }

  /**
   * One page. The following pages show the same moment as the first one, so an event recorded meanwhile moves no row.
   * Refused: `not-allowed`, `period-reversed`, `unknown-figure`.
   * @throws CodedError `stale-cursor`
   */
  async page(query: PageQuery, actor: Actor): Promise<AllocationPage | Refusal> {
    const publics = await this.publicsFor(actor);
    const filter = allowedFilter(query.filter, actor, publics);
    if (isRefusal(filter)) return filter;
    const model = await this.sources.readStore.active(COMPLIANCE_MODEL);
    const walk = query.cursor === undefined ? undefined : decodeListCursor(query.cursor);
    const asOf = await this.convention.instantOf(query.asOf);
    if (walk && asOf !== undefined && walk.moment.asOf !== asOf) throw staleCursor();
    const moment = walk?.moment ?? (await this.momentOf(asOf, model));
    const find = {
      ...(await findQuery({ ...query, filter }, actor, model, moment)),
      limit: query.limit,
      cursor: walk?.next,
    };
    const total = walk?.total ?? (await model.count(find));
    const page = await model.find<AllocationDocument>(find);
    return {
      allocations: rowsOf(page, publics),
      next: page.next === null ? null : encodeListCursor({ moment, total, next: page.next }),
      total,
      asOf: moment.asOf,
      position: moment.position,
    };
  }

  /**
   * Every row of the list. The first page is read before the answer begins, so that an error is known in time. Refuses
   * in the same cases as `page`.
   */
  async all(query: AllocationsQuery, actor: Actor): Promise<AllocationExport | Refusal> {
    const publics = await this.publicsFor(actor);
    const filter = allowedFilter(query.filter, actor, publics);
    if (isRefusal(filter)) return filter;
    const model = await this.sources.readStore.active(COMPLIANCE_MODEL);
    const moment = await this.momentOf(await this.convention.instantOf(query.asOf), model);
    const find = { ...(await findQuery({ ...query, filter }, actor, model, moment)), limit: EXPORT_PAGE };
    const first = await model.find<AllocationDocument>(find);
    return { asOf: moment.asOf, position: moment.position, pages: pagesFrom(first, find, model, publics) };
  }

  /** The publics as declared now, whatever the moment of the list: a public that has become sensitive since is no longer shown. */
  private async publicsFor(actor: Actor): Promise<ListedPublics> {
    return new ListedPublics((await this.declared()).publics, actor);
  }

  private momentOf(asOf: Instant | undefined, model: ReadModel): Promise<Moment> {
    const { events } = this.sources;
    return asOf === undefined
      ? newestMoment(complianceProjection, events, model)
      : momentAt(complianceProjection, events, model, asOf);
  }
}

async function findQuery(
  { filter, sort }: AllocationsQuery,
  actor: Actor,
  model: ReadModel,
  { reading }: Moment,
): Promise<Omit<FindQuery, 'limit'>> {
  return {
    collection: 'allocations',
    scope: actor.scope,
    where: await conditionsOf(filter, model, reading),
    sort: sort.map(({ word, direction }) => ({ column: ALLOCATION_COLUMNS[word].field, direction })),
  };
}

async function* pagesFrom(
  first: Page<AllocationDocument>,
  find: FindQuery,
  model: ReadModel,
  publics: ListedPublics,
): AsyncGenerator<readonly AllocationRow[]> {
  yield rowsOf(first, publics);
  for (let next = first.next; next !== null;) {
    const page = await model.find<AllocationDocument>({ ...find, cursor: next });
    yield rowsOf(page, publics);
    next = page.next;
  }
}

function rowsOf(page: Page<AllocationDocument>, publics: ListedPublics): readonly AllocationRow[] {
  return page.documents.map(({ body }) => rowOf(body, publics));
}
