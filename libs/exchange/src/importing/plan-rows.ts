import {
  decideRow,
  readRecorded,
  rowEventId,
  storedEvents,
  type DigestedRow,
  type Recorded,
  type RowKind,
} from '#deciding';
import { lastEventOf, type DomainEvent, type EventStore, type RecordedEvent, type StreamBatch } from '#event-store';
import { CodedError, isRefusal, type Uuid } from '#kernel';
import type { Vault, VaultSession, Wanted } from '#people';
import type { ImportMetadata } from './plan-record';

/** What the planning of rows needs. */
export interface RowPlanning {
  readonly store: EventStore;
  readonly vault: Vault;
  readonly session: VaultSession;
  readonly metadata: ImportMetadata;
}

/** What a row adds to the stream with that id. */
export type RowPlan =
  | { readonly kind: 'unchanged'; readonly id: Uuid; readonly batch?: undefined }
  | { readonly kind: 'erased'; readonly id: Uuid; readonly batch?: undefined }
  | { readonly kind: 'changed'; readonly id: Uuid; readonly batch: StreamBatch };

type HouseholdRow = { readonly householdNumber: string };
type Revised = { readonly revision: number };

/** A row with its number, and the number as it was typed where its normal form differs. */
interface NumberedRow<Row> {
  readonly row: Row;
  readonly keyAsTyped?: string;
}

const FIELDS = { allocation: 'allocationNumber', rehousing: 'rehousingNumber' } as const;

/**
 * The rows, each with the number under which it is recorded. Histories that were written before the normal form of codes hold numbers
 * as they were typed: a row with such a number is still the same lease or rehousing.
 */
export async function underRecordedNumbers<Row, Numbered extends NumberedRow<Row>>(
  kind: keyof typeof FIELDS,
  rows: readonly Numbered[],
  session: VaultSession,
): Promise<readonly Numbered[]> {
  const typed = rows.flatMap(({ keyAsTyped }) => keyAsTyped ?? []);
  if (typed.length === 0) return rows;
  await session.prepare({ [`${kind}s`]: typed });
  return rows.map((numbered) => {
    const { keyAsTyped, row } = numbered;
    if (keyAsTyped === undefined || !session.find(kind, keyAsTyped)) return numbered;
    return { ...numbered, row: { ...row, [FIELDS[kind]]: keyAsTyped } };
  });
}

/** What each row of one file adds to its stream, in the order of the rows. All rows must have different numbers. */
export async function planRows<
  Row extends HouseholdRow,
  State extends Revised,
  Sealed extends object,
  Event extends DomainEvent,
>(
  kind: RowKind<Row, State, Sealed, Event>,
  rows: readonly DigestedRow<Row>[],
  planning: RowPlanning,
): Promise<readonly RowPlan[]> {
  const { session } = planning;
  await session.prepare(
    wanted(
      kind.numbers,
      rows.map(({ row }) => kind.numberOf(row)),
    ),
  );
  const lasts = await lastEvents(kind, rows, planning);
  const isChanged = ({ row, rowDigest }: DigestedRow<Row>): boolean =>
    lasts.get(kind.numberOf(row))?.metadata.rowDigest !== rowDigest;
  const changed = rows.filter(isChanged);
  await session.prepare({ households: changed.map(({ row }) => row.householdNumber) });
  const idOf = ({ row }: DigestedRow<Row>): Uuid => session[kind.numbers](kind.numberOf(row));
  const corrected = changed.filter(({ row }) => lasts.has(kind.numberOf(row)));
  const recorded = await readRecorded(kind, corrected.map(idOf), planning);
  return rows.map((row) => {
    const id = idOf(row);
    if (!isChanged(row)) return { kind: 'unchanged', id };
    const known = recorded.get(id);
    const revision = known?.state.revision ?? lasts.get(kind.numberOf(row.row))?.revision ?? -1;
    return planRow(kind, row, { known, revision }, planning);
  });
}

function wanted(kind: 'allocation' | 'rehousing', numbers: readonly string[]): Wanted {
  return kind === 'allocation' ? { allocations: numbers } : { rehousings: numbers };
}

/** The last recorded event, by the number of the row. Rows that are not recorded have none. */
async function lastEvents<
  Row extends HouseholdRow,
  State extends Revised,
  Sealed extends object,
  Event extends DomainEvent,
>(
  kind: RowKind<Row, State, Sealed, Event>,
  rows: readonly DigestedRow<Row>[],
  { session, store }: RowPlanning,
): Promise<ReadonlyMap<string, RecordedEvent>> {
  const lasts = new Map<string, RecordedEvent>();
  for (const { row } of rows) {
    const number = kind.numberOf(row);
    const known = session.find(kind.numbers, number);
    const last = known && (await lastEventOf(store, kind.stream(known)));
    if (last) lasts.set(number, last);
  }
  return lasts;
}

/** What a row adds to its stream, whose revision is -1 where it does not exist yet. The numbers of the row are prepared in the session. */
function planRow<Row extends HouseholdRow, State extends Revised, Sealed extends object, Event extends DomainEvent>(
  kind: RowKind<Row, State, Sealed, Event>,
  { row, rowDigest }: DigestedRow<Row>,
  { known, revision }: { readonly known: Recorded<State, Sealed> | undefined; readonly revision: number },
  { session, metadata }: RowPlanning,
): RowPlan {
  const id = session[kind.numbers](kind.numberOf(row));
  const decision = decideRow(kind, row, known, session);
  if (isRefusal(decision)) {
    if (decision.code === 'household-erased') return { kind: 'erased', id };
    // Its lease was written since the rows were checked against what is recorded.
    throw new CodedError('import-conflict', `a row was overtaken: ${decision.code}`);
  }
  if (decision.length === 0) return { kind: 'unchanged', id };
  const stream = kind.stream(id);
  const events = storedEvents(decision, {
    events: kind.events,
    seal: (household, id, facts) => session.seal(household, id, facts),
    metadata: { ...metadata, rowDigest },
    idOf: (index) => rowEventId(stream, revision + index, rowDigest),
  });
  return { kind: 'changed', id, batch: { stream, expected: revision < 0 ? 'none' : revision, events } };
}
