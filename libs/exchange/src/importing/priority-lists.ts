import type { RecordedConvention } from '#convention';
import { rowEventId } from '#deciding';
import { readWholeStream, rowId, type EventStore, type StreamBatch } from '#event-store';
import {
  delaysOn,
  isPriority,
  PRIORITY_LIST_STREAMS,
  recordList,
  whyNotListable,
  type NotedResidence,
  type PriorityListFacts,
} from '#fragility';
import { isRefusal, type Day } from '#kernel';
import type { PriorityListRow } from '../files';
import type { DirectoryRows } from '../reading/directory';
import type { Findings } from '../reading/fault';
import { Holdings, rowsIn } from './holdings';
import type { ParsedList, ParsedRow } from './parsed-import';
import type { ImportMetadata } from './plan-record';
import type { KnownCodes } from './references';

export const LIST_FILE = 'listes.csv';

/** The files that say who owns a residence on a day, and its note. */
const GROUNDS = ['residences.csv', 'proprietes.csv', 'notes.csv', 'ops.csv'];
const MOST_NAMED = 5;

type ListRow = ParsedRow<PriorityListRow>;

interface ListContext {
  readonly codes: KnownCodes;
  readonly convention: RecordedConvention | null;
  readonly store: EventStore;
  readonly today: Day;
  readonly findings: Findings;
}

/** The lists of a directory, in the order of the file. Each fault is reported at its cell. */
export async function parseLists(directory: DirectoryRows, context: ListContext): Promise<readonly ParsedList[]> {
  const rows = rowsIn<PriorityListRow>(directory, LIST_FILE);
  if (rows.length === 0) return [];
  const holdings = await Holdings.of(directory, context.store, context.convention);
  const checks = new ListChecks(directory, holdings, context.findings);
  const lists: ParsedList[] = [];
  for (const ofList of grouped(rows).values()) {
    const list = await parseList(ofList, holdings, checks, context);
    if (list) lists.push(list);
  }
  return lists;
}

/** Undefined where the list is refused. */
async function parseList(
  rows: readonly ListRow[],
  holdings: Holdings,
  checks: ListChecks,
  { codes, convention, store, today }: ListContext,
): Promise<ParsedList | undefined> {
  const { landlord, from: on } = rows[0]!.row;
  const stream = PRIORITY_LIST_STREAMS.name(rowId(landlord, on));
  const list = await recordedList(store, stream);
  const owned = holdings.ownedBy(landlord, on);
  const given = { landlord, on, today, residences: rows.map(({ row }) => row.residence) };
  const decision = recordList(given, { list, residences: owned }, delaysOn(on, convention));
  if (isRefusal(decision)) {
    if (decision.code === 'list-in-future') checks.inFuture(rows);
    else if (list) checks.rewritten(rows, list);
    // An unknown landlord owns nothing, and has its own fault.
    else if (await codes.has('bailleurs.csv', landlord)) checks.notListable(rows, owned);
    return undefined;
  }
  const [event] = decision;
  if (event) checks.missing(rows, owned);
  const cells = rows.map((each) => each.cells).sort();
  return { stream, event, rows: rows.length, cells: cells.join('\n') };
}

/** Reports what is wrong or doubtful in the rows of one list. */
class ListChecks {
  private readonly file: string;
  /** Where some of these rows could not be read, their own faults say enough. */
  private readonly areGroundsKnown: boolean;
  private readonly isFileWhole: boolean;

  constructor(
    directory: DirectoryRows,
    private readonly holdings: Holdings,
    private readonly findings: Findings,
  ) {
    this.file = directory.names.get(LIST_FILE) ?? LIST_FILE;
    this.areGroundsKnown = GROUNDS.every((each) => isWhole(directory, each));
    this.isFileWhole = isWhole(directory, LIST_FILE);
  }

  inFuture(rows: readonly ListRow[]): void {
    const message = 'un jour passé ou celui d’aujourd’hui est attendu : une liste n’est pas établie d’avance';
    for (const { row, line } of rows) this.report('fault', line, 'date_effet', row.from, message);
  }

  rewritten(rows: readonly ListRow[], { residences }: PriorityListFacts): void {
    const [{ row, line }] = rows as readonly [ListRow];
    const recorded = `la liste de ce bailleur à ce jour est établie, avec d’autres résidences (${residences.length})`;
    const message = `${recorded} : elle n’est pas réécrite, une nouvelle liste a un autre jour`;
    if (this.isFileWhole) this.report('fault', line, 'date_effet', row.from, message);
  }

  notListable(rows: readonly ListRow[], owned: readonly NotedResidence[]): void {
    for (const { row, line } of this.areGroundsKnown ? rows : []) {
      const message = this.whyNot(row, owned);
      if (message !== undefined) this.report('fault', line, 'code_residence', row.residence, message);
    }
  }

  private whyNot({ residence, from: on }: PriorityListRow, owned: readonly NotedResidence[]): string | undefined {
    const why = whyNotListable(residence, owned);
    const owner = this.holdings.ownerOf(residence, on);
    // An unknown residence has no owner, and has its own fault.
    if (why === null || owner === undefined) return undefined;
    if (why === 'not-owned')
      return `ce jour-là, cette résidence est celle de ${owner} : une résidence du bailleur de la liste est attendue`;
    const note = owned.find((each) => each.residence === residence)?.note ?? null;
    return `${note === null ? 'sans note' : `notée ${note}`} ce jour-là : une résidence notée 4 ou 5 est attendue`;
  }

  /** Doubts a list without some of the landlord's priority residences. */
  missing(rows: readonly ListRow[], owned: readonly NotedResidence[]): void {
    const listed = new Set(rows.map(({ row }) => row.residence));
    const missing = owned.filter(({ residence, note }) => isPriority(note) && !listed.has(residence));
    if (missing.length === 0 || !this.isFileWhole || !this.areGroundsKnown) return;
    const named = missing.slice(0, MOST_NAMED).map(({ residence }) => residence);
    const rest = missing.length > named.length ? '…' : '';
    const message = `ses résidences notées 4 ou 5 ce jour-là ne sont pas toutes dans la liste : ${named.join(', ')}${rest}`;
    const [{ row, line }] = rows as readonly [ListRow];
    this.report('warning', line, 'code_bailleur', row.landlord, message);
  }

  private report(kind: 'fault' | 'warning', line: number, column: string, value: string, message: string): void {
    this.findings[kind]({ file: this.file, line, column, value, message });
  }
}

/** The event of a list, in one batch; undefined where it is recorded already. */
export function listBatch(
  { stream, event, cells }: ParsedList,
  digest: (row: string) => string,
  metadata: ImportMetadata,
): StreamBatch | undefined {
  if (!event) return undefined;
  const rowDigest = digest(`${LIST_FILE}\n${cells}`);
  const id = rowEventId(stream, -1, rowDigest);
  const written = { ...metadata, rowDigest, effectiveDay: event.data.on };
  return { stream, expected: 'none', events: [PRIORITY_LIST_STREAMS.write(event, { id, metadata: written })] };
}

async function recordedList(store: EventStore, stream: string): Promise<PriorityListFacts | null> {
  const [established] = await readWholeStream(store, stream);
  return established ? PRIORITY_LIST_STREAMS.read(established).data : null;
}

function grouped(rows: readonly ListRow[]): ReadonlyMap<string, readonly ListRow[]> {
  const lists = new Map<string, ListRow[]>();
  for (const each of rows) {
    const id = rowId(each.row.landlord, each.row.from);
    const list = lists.get(id);
    if (list) list.push(each);
    else lists.set(id, [each]);
  }
  return lists;
}

function isWhole({ faulty, unread }: DirectoryRows, file: string): boolean {
  return !unread.has(file) && (faulty.get(file) ?? []).length === 0;
}
