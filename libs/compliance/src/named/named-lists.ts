import { actingScope, refusalOf, type Actor } from '#access';
import { ALLOCATION_STREAMS, evolve, LEASE_HISTORY, type Allocation, type SealedAllocationFacts } from '#allocation';
import { householdsIn, recordedAfter, type Sending } from '#deciding';
import { readWholeStream, type EventStore, type Position, type RecordedEvent } from '#event-store';
import { isRefusal, refuse, type Clock, type Instant, type Refusal, type Uuid } from '#kernel';
import type { Vault } from '#people';
import type { Moment } from '#processing';
import type { NamedListReads, Reading, ReadingMotive } from '#readings';
import type { AllocationRow } from '../lists/allocation-columns';
import type { AllocationExport, AllocationLists, AllocationPage, AllocationsQuery } from '../lists/allocation-lists';
import { namedRow, type NamedRow, type NamedWord } from './named-columns';
import { NamedLinks, type Holder } from './named-links';

/** The most leases that one list names: each is a reading in the history. */
const MOST = 5_000;
/** Readings of one append. */
const READINGS = 500;
/** Streams read at the same time. */
const STREAMS = 50;

/** What a link opens. */
export interface NamedList {
  readonly list: AllocationsQuery & { readonly moment: Moment };
  /** The parameters of the list, as they came: the criteria of a file say them. */
  readonly parameters: Readonly<Record<string, string | readonly string[]>>;
  readonly columns: readonly NamedWord[];
  readonly labels: boolean;
  readonly motive: ReadingMotive;
  readonly format: 'json' | 'csv' | 'xlsx';
  /** Of a page. */
  readonly limit: number;
  readonly cursor?: string;
}

export type AskedList = Omit<NamedList, 'list'> & { readonly list: AllocationsQuery };

export interface NamedLink {
  readonly code: string;
  readonly expiresAt: Instant;
  /** The leases that it names. */
  readonly count: number;
  readonly total: number;
}

export type OpenedPage = Omit<AllocationPage, 'allocations'> & { readonly allocations: readonly NamedRow[] };
export type OpenedFile = Omit<AllocationExport, 'pages'> & { readonly pages: AsyncIterable<readonly NamedRow[]> };
/** A list with names: a page, or all of it for a file. */
export type OpenedList = { readonly asked: NamedList } & (
  { readonly page: OpenedPage } | { readonly file: OpenedFile }
);

interface Stores {
  readonly events: EventStore;
  readonly vault: () => Promise<Vault>;
  readonly clock: Clock;
}

/** A lease as of a moment, and its events up to it. */
interface Known {
  readonly id: Uuid;
  readonly events: readonly RecordedEvent[];
  readonly household: Uuid;
}

/** Lists of leases with names: recorded in the history first, then opened once. */
export class NamedLists {
  private readonly links: NamedLinks<NamedList>;

  constructor(
    private readonly stores: Stores,
    private readonly lists: AllocationLists,
    private readonly reads: NamedListReads,
  ) {
    this.links = new NamedLinks(stores);
  }

  /**
   * Records who is about to be named, and then makes the link. Refused: `not-allowed`, `scope-not-allowed`, `named-list-too-long`,
   * `reading-not-recorded`, and as the list. @throws CodedError `stale-cursor`
   */
  async ask(asked: AskedList, sending: Sending, session: string | null): Promise<NamedLink | Refusal> {
    const { actor } = sending;
    const refusal = refusalOf(actor, 'read-named-list');
    if (refusal) return refusal;
    const moment = await this.lists.momentFor(asked.list.asOf);
    const named: NamedList = { ...asked, list: { ...asked.list, moment } };
    const rows = await this.rowsOf(named, actor);
    if (isRefusal(rows)) return rows;
    const known = await this.known(rows.rows, moment.reading);
    const unrecorded = await this.record(named, known, sending);
    if (unrecorded) return unrecorded;
    const { code, expiresAt } = await this.links.make(named, { actor, session });
    return { code, expiresAt, count: rows.rows.length, total: rows.total };
  }

  private async rowsOf(
    named: NamedList,
    actor: Actor,
  ): Promise<{ readonly rows: readonly AllocationRow[]; readonly total: number } | Refusal> {
    if (named.format === 'json') {
      const page = await this.pageOf(named, actor);
      return isRefusal(page) ? page : { rows: page.allocations, total: page.total };
    }
    const list = await this.lists.all(named.list, readerOf(actor));
    if (isRefusal(list)) return list;
    if (list.total > MOST) return refuse('named-list-too-long', { most: MOST });
    const rows: AllocationRow[] = [];
    for await (const page of list.pages) rows.push(...page);
    return { rows, total: list.total };
  }

  private pageOf({ list, limit, cursor }: NamedList, actor: Actor): Promise<AllocationPage | Refusal> {
    return this.lists.page({ ...list, limit, ...(cursor !== undefined && { cursor }) }, readerOf(actor));
  }

  /** One reading for each household, durable before anything is shown. */
  private async record(
    { motive, parameters }: NamedList,
    known: readonly Known[],
    sending: Sending,
  ): Promise<Refusal | undefined> {
    const value = textOf(parameters);
    const byHousehold = new Map<Uuid, Uuid[]>();
    for (const { household, id } of known) byHousehold.set(household, [...(byHousehold.get(household) ?? []), id]);
    const readings = [...byHousehold].map(([household, ids]): Reading => ({
      household,
      count: ids.length,
      filter: { kind: 'list', value },
      ids,
    }));
    for (let at = 0; at < readings.length; at += READINGS) {
      const refusal = await this.reads.record('allocations', readings.slice(at, at + READINGS), sending, motive);
      if (refusal) return refusal;
    }
    return undefined;
  }

  /** Refused: `not-allowed`, `scope-not-allowed`; `unknown-list` where the link is used, another's, too old or none. */
  async open(code: string, holder: Holder): Promise<OpenedList | Refusal> {
    const { actor } = holder;
    const refusal = refusalOf(actor, 'read-named-list');
    if (refusal) return refusal;
    const asked = await this.links.use(code, holder);
    if (!asked) return refuse('unknown-list');
    if (asked.format === 'json') {
      const page = await this.pageOf(asked, actor);
      if (isRefusal(page)) return page;
      return { asked, page: { ...page, allocations: await this.named(page.allocations, asked) } };
    }
    const list = await this.lists.all(asked.list, readerOf(actor));
    return isRefusal(list) ? list : { asked, file: { ...list, pages: this.pages(list.pages, asked) } };
  }

  private async *pages(pages: AllocationExport['pages'], asked: NamedList): AsyncGenerator<readonly NamedRow[]> {
    for await (const page of pages) yield this.named(page, asked);
  }

  private async named(rows: readonly AllocationRow[], { list }: NamedList): Promise<readonly NamedRow[]> {
    const known = await this.known(rows, list.moment.reading);
    const keys = await (await this.stores.vault()).keysOf(known.flatMap(({ events }) => householdsIn(events)));
    const sealed = new Map<string, SealedAllocationFacts | undefined>(
      known.map(({ id, events }) => [id, recordedAfter(LEASE_HISTORY, events, keys)?.sealed]),
    );
    return rows.map((row) => namedRow(row, sealed.get(idOf(row))));
  }

  private async known(rows: readonly AllocationRow[], reading: Position): Promise<readonly Known[]> {
    const known: Known[] = [];
    for (let at = 0; at < rows.length; at += STREAMS)
      known.push(...(await Promise.all(rows.slice(at, at + STREAMS).map((row) => this.knownAt(idOf(row), reading)))));
    return known;
  }

  private async knownAt(id: Uuid, reading: Position): Promise<Known> {
    const stream = await readWholeStream(this.stores.events, ALLOCATION_STREAMS.name(id));
    const events = stream.filter(({ position }) => position <= reading);
    let state: Allocation | undefined;
    for (const event of events) state = evolve(state, ALLOCATION_STREAMS.read(event));
    return { id, events, household: state!.facts.household };
  }
}

/** Only the codes that give the right to read names count. */
function readerOf(actor: Actor): Actor {
  return { ...actor, scope: actingScope(actor, 'read-named-list') };
}

function idOf(row: AllocationRow): Uuid {
  return row.identifiant as Uuid;
}

function textOf(parameters: NamedList['parameters']): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) for (const each of [value].flat()) query.append(name, each);
  return query.toString();
}
