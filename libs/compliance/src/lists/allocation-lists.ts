import type { Actor } from '#access';
import { ConventionHistory } from '#convention';
import type { EventStore, Position } from '#event-store';
import { isRefusal, type AsOf, type Instant, type Refusal } from '#kernel';
import { momentAt, newestMoment, type Moment } from '#processing';
import { cursorAt, reversed, type FindQuery, type Page, type ReadModel, type ReadStore } from '#read-store';
import { declaredIn, type DeclaredBy } from '../declared';
import { complianceProjection } from '../projections/compliance-projection';
import { COMPLIANCE_MODEL, type AllocationDocument } from '../projections/model';
import { ALLOCATION_COLUMNS, rowOf, type AllocationRow, type AllocationWord } from './allocation-columns';
import { conditionsOf, type AllocationFilter } from './allocation-filter';
import { allowedFilter } from './allowed-filter';
import { facetOf, withoutFacet, type Facet, type FacetWord } from './facets';
import { decodeListCursor, encodeListCursor, staleCursor, type ListCursor } from './list-cursor';
import { listLabels, type ListLabels } from './list-labels';
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
  /** A moment that was chosen before, in the place of `asOf`. */
  readonly moment?: Moment;
}

export interface PageQuery extends AllocationsQuery {
  readonly limit: number;
  /** The `next` or the `prev` of another page. */
  readonly cursor?: string;
  /** The filters whose values are counted too, as of the same moment. */
  readonly facets?: readonly FacetWord[];
}

export interface AllocationPage {
  readonly allocations: readonly AllocationRow[];
  readonly next: string | null;
  readonly prev: string | null;
  /** Rows of the list before this page. */
  readonly offset: number;
  /** The rows of the whole list, as counted for the first page. */
  readonly total: number;
  /** Present where facets are asked for, in their order. */
  readonly facets?: readonly Facet[];
  readonly asOf: Instant | null;
  readonly position: Position | null;
}

/** The whole list, a page at a time, as of one moment. */
export interface AllocationExport {
  readonly total: number;
  /** The names of the codes, as of the same moment. */
  labels(): Promise<ListLabels>;
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

const COLLECTION = 'allocations';
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
    const moment = walk?.moment ?? query.moment ?? (await this.momentOf(asOf, model));
    const find = { ...(await findQuery({ ...query, filter }, actor, model, moment)), limit: query.limit };
    const total = walk?.total ?? (await model.count(find));
    const { documents, offset, isLast } = await pageAt(model, find, walk);
    const facets = await facetsOf(query, { actor, publics, model, moment });
    if (isRefusal(facets)) return facets;
    const [first, last] = [documents[0], documents.at(-1)];
    const end = offset + documents.length;
    return {
      allocations: rowsOf(documents, publics),
      next: isLast ? null : encodeListCursor({ moment, total, next: cursorAt(model, find, last!), offset: end }),
      prev:
        offset > 0 && first
          ? encodeListCursor({ moment, total, next: cursorAt(model, reversed(find), first), offset, isBack: true })
          : null,
      offset,
      total,
      ...(query.facets && { facets }),
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
    const moment = query.moment ?? (await this.momentFor(query.asOf));
    const find = { ...(await findQuery({ ...query, filter }, actor, model, moment)), limit: EXPORT_PAGE };
    const first = await model.find<AllocationDocument>(find);
    const { asOf, position, reading } = moment;
    return {
      asOf,
      position,
      total: await model.count(find),
      labels: async () => listLabels(model, reading, await this.declared()),
      pages: pagesFrom(first, find, model, publics),
    };
  }

  /** The moment that a list of now, or as of an instant, shows. */
  async momentFor(asOf: AsOf | undefined): Promise<Moment> {
    const model = await this.sources.readStore.active(COMPLIANCE_MODEL);
    return this.momentOf(await this.convention.instantOf(asOf), model);
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

/** The values of each filter that is asked for, counted under the other filters and the same scope, as of the same moment. */
async function facetsOf(
  { filter, facets = [] }: PageQuery,
  given: { readonly actor: Actor; readonly publics: ListedPublics; readonly model: ReadModel; readonly moment: Moment },
): Promise<readonly Facet[] | Refusal> {
  const { actor, publics, model, moment } = given;
  const counted: Facet[] = [];
  for (const word of facets) {
    const others = allowedFilter(withoutFacet(filter, word), actor, publics);
    if (isRefusal(others)) return others;
    const where = await conditionsOf(others, model, moment.reading);
    counted.push(await facetOf(word, { collection: COLLECTION, scope: actor.scope, where }, model));
  }
  return counted;
}

async function findQuery(
  { filter, sort }: AllocationsQuery,
  actor: Actor,
  model: ReadModel,
  { reading }: Moment,
): Promise<Omit<FindQuery, 'limit'>> {
  return {
    collection: COLLECTION,
    scope: actor.scope,
    where: await conditionsOf(filter, model, reading),
    sort: sort.map(({ word, direction }) => ({ column: ALLOCATION_COLUMNS[word].field, direction })),
  };
}

/** The page that begins, or ends, at a place; the first one without a place. */
async function pageAt(model: ReadModel, find: FindQuery, walk: ListCursor | undefined) {
  const { next: cursor, offset = 0, isBack = false } = walk ?? {};
  const page = await model.find<AllocationDocument>({ ...(isBack ? reversed(find) : find), cursor });
  if (!isBack) return { documents: page.documents, offset, isLast: page.next === null };
  return { documents: page.documents.toReversed(), offset: offset - page.documents.length, isLast: false };
}

async function* pagesFrom(
  first: Page<AllocationDocument>,
  find: FindQuery,
  model: ReadModel,
  publics: ListedPublics,
): AsyncGenerator<readonly AllocationRow[]> {
  yield rowsOf(first.documents, publics);
  for (let next = first.next; next !== null;) {
    const page = await model.find<AllocationDocument>({ ...find, cursor: next });
    yield rowsOf(page.documents, publics);
    next = page.next;
  }
}

function rowsOf(documents: Page<AllocationDocument>['documents'], publics: ListedPublics): readonly AllocationRow[] {
  return documents.map(({ body }) => rowOf(body, publics));
}
