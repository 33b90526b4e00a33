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
  /** What had been recorded by then, a bare day being its end in the territory; the head of the history where absent. */
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
  /** Of the whole list, as the first page counted it. */
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
  /** Of these events; made unless given. */
  readonly convention?: ConventionHistory;
  /** What the convention declares, unless given. */
  readonly declared?: DeclaredBy;
}

const EXPORT_PAGE = 1_000;

/** Lists of allocations: what the actor's scope lets see, as of one moment however many pages it takes. */
export class AllocationLists {
  private readonly convention: ConventionHistory;
  private readonly declared: DeclaredBy;

  constructor(private readonly sources: ListSources) {
    this.convention = sources.convention ?? new ConventionHistory(sources.events);
    this.declared = sources.declared ?? declaredIn(this.convention);
  }

  /**
   * One page. All pages of a walk are of the first one's moment: what is recorded meanwhile moves no row.
   * Refused: `not-allowed`, `period-reversed`, `unknown-figure`. @throws CodedError `stale-cursor`
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

  /** Every row of the list. The first page is read before it answers, so that what can be refused is. Refused as `page` is. */
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

  /** As declared now, whatever the moment of the list: what became sensitive since is shown no more. */
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
