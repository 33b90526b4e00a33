import {
  ALLOCATION_STREAMS,
  LEASE_HISTORY,
  leaseKind,
  planRevision,
  type AllocationEvent,
  type Lease,
} from '#allocation';
import { readRecorded, retryOnConflict, type RowKind } from '#deciding';
import { eventsOfTypes, isAtomic, type DomainEvent, type EventStore, type StreamBatch } from '#event-store';
import type { Vault, VaultSession } from '#people';
import type { Uuid } from '#kernel';
import { conventionBatch } from './convention/convention-import';
import { CONVENTION_FILE } from '../reading/convention-file';
import { planRows, underRecordedNumbers, type RowPlan, type RowPlanning } from './plan-rows';
import type { OperationFacts, RehousingAccount } from '#rehousing';
import type { ParsedImport, ParsedRow, PeopleFile } from './parsed-import';
import { LIST_FILE, listBatch } from './priority-lists';
import { planRecord, type ImportMetadata } from './plan-record';
import { RECORD_KINDS, type RecordKind, type ReferenceFile } from './record-kinds';
import type { Fault } from '../reading/fault';
import type { PlannedProcess } from './process/plan-process';
import { erasedHousehold, isProcessFile, type ProcessFile } from './process/row-faults';
import { RehousingCensus } from './rehousing-census';
import { REHOUSING_KIND } from './rehousing-kind';
import type { FileCount } from './report';

export interface ImportStores {
  readonly store: EventStore;
  readonly vault: Vault;
}

/** How many rows are planned together: their numbers, keys and streams are looked up at once. */
const ROWS_AT_ONCE = 250;
const ATTEMPTS = 10;

/** How the import is signed, whether it writes, and what is planned already. */
export interface ImportSetting {
  readonly metadata: ImportMetadata;
  readonly dryRun: boolean;
  /** Of vacances.csv and designations.csv: their batches are planned with their checks. */
  readonly process: PlannedProcess;
  /** In which they were planned. */
  readonly session: VaultSession;
}

type Count = { -readonly [Field in keyof FileCount]: FileCount[Field] };

/** Called while rows are planned, with the number of rows that are done and the number of all rows. */
export type OnPlanned = (rows: number, total: number, file: string) => void;

/** The events of an import without faults, in their order. A batch is made when the store takes it. */
export class ImportPlan {
  readonly warnings: Fault[] = [];
  private readonly counts = new Map<string, Count>();
  private readonly planning: Omit<RowPlanning, 'session'>;
  private readonly touched = new Set<Uuid>();
  private knownRehousings: RehousingCensus | undefined;
  private planned = 0;
  /** One session for all rows, where everything is written in one transaction or nothing is written. Else each chunk of rows has its own. */
  private readonly oneSession: VaultSession | undefined;

  constructor(
    private readonly parsed: ParsedImport,
    private readonly stores: ImportStores,
    private readonly setting: ImportSetting,
    private readonly onPlanned: OnPlanned = () => undefined,
  ) {
    this.oneSession = setting.dryRun || isAtomic(stores.store) ? setting.session : undefined;
    this.planning = { ...stores, metadata: setting.metadata };
  }

  get files(): readonly FileCount[] {
    return [...this.counts.values()];
  }

  /**
   * All batches to append. Keys and numbers are durable before an event that needs them can be committed: in one transaction, they are
   * committed before the last batch is given; else, before the batches of each chunk of rows.
   */
  async *batches(): AsyncGenerator<StreamBatch> {
    yield* this.convention();
    for (const [file, rows] of this.parsed.rows) {
      if (file === 'attributions.csv') yield* this.leases(rows as ParsedRow<Lease>[]);
      else if (file === 'relogements.csv') yield* this.rehousings(rows as ParsedRow<RehousingAccount>[]);
      else if (file === LIST_FILE) yield* this.lists();
      else if (isProcessFile(file)) yield* this.process(file);
      else yield* this.records(file, rows);
    }
    yield* this.revisions();
    this.warnOfRehousings();
    if (!this.setting.dryRun) await this.oneSession?.commit();
  }

  private *convention(): Generator<StreamBatch> {
    const { convention } = this.parsed;
    if (!convention) return;
    const { name, rows, events } = convention;
    const counted = { file: name, rows, events: events.length, derived: 0, unchanged: rows - events.length };
    this.counts.set(CONVENTION_FILE, counted);
    this.planned += rows;
    this.onPlanned(this.planned, this.parsed.total, name);
    const batch = conventionBatch(convention, (row) => this.stores.vault.digest(row), this.planning.metadata);
    if (batch) yield batch;
  }

  private async *records(file: ReferenceFile, rows: ParsedRow<unknown>[]): AsyncGenerator<StreamBatch> {
    const count = this.countOf(file);
    for (const { row, cells, line } of draining(rows)) {
      if (file === 'operations.csv') (await this.census()).addOperation(row as OperationFacts, line);
      const digest = this.stores.vault.digest(`${file}\n${cells}`);
      const kind = RECORD_KINDS[file] as RecordKind<object>;
      const batch = await planRecord(kind, row as object, digest, this.planning.metadata, this.stores.store);
      this.tally(count, batch);
      if (batch) yield batch;
    }
  }

  /** The rows of one list are one event. */
  private *lists(): Generator<StreamBatch> {
    const count = this.countOf(LIST_FILE);
    for (const list of this.parsed.lists) {
      const batch = listBatch(list, (row) => this.stores.vault.digest(row), this.planning.metadata);
      this.tally(count, batch, list.rows);
      if (batch) yield batch;
    }
  }

  /** Numbers and keys of these rows are durable before the first of their batches can be committed, except in one transaction. */
  private async *process(file: ProcessFile): AsyncGenerator<StreamBatch> {
    const count = this.countOf(file);
    const { batches, events, unchanged } = this.setting.process.get(file)!;
    if (!this.oneSession && batches.length > 0) await this.setting.session.commit();
    Object.assign(count, { events, unchanged });
    this.planned += count.rows;
    this.onPlanned(this.planned, this.parsed.total, count.file);
    yield* batches;
  }

  private async *leases(rows: ParsedRow<Lease>[]): AsyncGenerator<StreamBatch> {
    const file = 'attributions.csv';
    const count = this.countOf(file);
    for (const chunk of drainingBy(ROWS_AT_ONCE, rows)) {
      const plans = await this.planChunk(file, leaseKind(this.parsed.known), chunk);
      for (const [index, { line }] of chunk.entries()) {
        const { id, batch } = this.taken(count, line, plans[index]!);
        if (!batch) continue;
        this.touched.add(id);
        yield batch;
      }
    }
  }

  private async *rehousings(rows: ParsedRow<RehousingAccount>[]): AsyncGenerator<StreamBatch> {
    const file = 'relogements.csv';
    const count = this.countOf(file);
    const census = await this.census();
    for (const chunk of drainingBy(ROWS_AT_ONCE, rows)) {
      const plans = await this.planChunk(file, REHOUSING_KIND, chunk);
      await this.warnOfUnknownLeases(count.file, chunk);
      for (const [index, { row, line }] of chunk.entries()) {
        const { id, batch } = this.taken(count, line, plans[index]!);
        census.addCase({ line, rehousing: id, account: row }, batch?.events[0]?.people?.household);
        if (batch) yield batch;
      }
    }
  }

  private planChunk<
    Row extends { readonly householdNumber: string },
    State extends { readonly revision: number },
    Sealed extends object,
    Event extends DomainEvent,
  >(
    file: PeopleFile,
    kind: RowKind<Row, State, Sealed, Event>,
    rows: readonly ParsedRow<Row>[],
  ): Promise<readonly RowPlan[]> {
    const { vault } = this.stores;
    const digested = rows.map(({ cells, ...row }) => ({ ...row, rowDigest: vault.digest(`${file}\n${cells}`) }));
    const planIn = async (session: VaultSession): Promise<readonly RowPlan[]> =>
      planRows(kind, await underRecordedNumbers(kind.numbers, digested, session), { ...this.planning, session });
    if (this.oneSession) return planIn(this.oneSession);
    // No batch of these rows was given yet. Where another process added the same numbers, the rows are planned again.
    return retryOnConflict(ATTEMPTS, async () => {
      const session = vault.session();
      const plans = await planIn(session);
      await session.commit();
      return plans;
    });
  }

  /** Counts a planned row. */
  private taken(count: Count, line: number, plan: RowPlan): RowPlan {
    if (plan.kind === 'erased') this.warnings.push(erasedHousehold(count.file, line));
    this.tally(count, plan.batch);
    return plan;
  }

  /** Warns of rehousings by a lease that is neither in this import nor in the store. */
  private async warnOfUnknownLeases(file: string, rows: readonly ParsedRow<RehousingAccount>[]): Promise<void> {
    const session = this.oneSession ?? this.stores.vault.session();
    await session.prepare({ allocations: rows.flatMap(({ row }) => row.allocationNumber ?? []) });
    for (const { row, line } of rows)
      if (row.allocationNumber !== null && !session.find('allocation', row.allocationNumber))
        this.warnings.push(unknownLease(file, line, row.allocationNumber));
  }

  /** Read from the store where an import has operations or rehousings. */
  private async census(): Promise<RehousingCensus> {
    return (this.knownRehousings ??= await RehousingCensus.of(this.stores.store));
  }

  private warnOfRehousings(): void {
    for (const { file, ...doubt } of this.knownRehousings?.doubts() ?? [])
      this.warnings.push({ file: this.countOf(file).file, ...doubt });
  }

  /** Revises leases of the store whose facts follow from bounds or communes of this import. */
  private async *revisions(): AsyncGenerator<StreamBatch> {
    const { newYears, newCommunes } = this.parsed;
    if (newYears.size === 0 && !newCommunes) return;
    const untouched = [...(await this.recordedLeases())].filter((allocation) => !this.touched.has(allocation));
    for (const chunk of drainingBy(ROWS_AT_ONCE, untouched)) {
      for (const [allocation, recorded] of await readRecorded(LEASE_HISTORY, chunk, this.stores)) {
        const batch = planRevision(allocation, recorded, { ...this.planning, derivation: this.parsed.known });
        if (!batch) continue;
        for (const event of batch.events)
          this.countOf(event.type === 'QuartileRevised' ? 'seuils.csv' : 'communes.csv').derived += 1;
        yield batch;
      }
    }
  }

  /** Leases that could be revised: all of them where a commune joined the EPCI, else those that were ever dated in a year whose bounds changed. */
  private async recordedLeases(): Promise<ReadonlySet<Uuid>> {
    const { newYears, newCommunes } = this.parsed;
    const leases = new Set<Uuid>();
    for await (const event of eventsOfTypes(this.stores.store, ALLOCATION_STREAMS.types)) {
      const years = yearsNamedBy(ALLOCATION_STREAMS.read(event));
      if (newCommunes || years.some((year) => newYears.has(year)))
        leases.add(ALLOCATION_STREAMS.idOf(event.stream) as Uuid);
    }
    return leases;
  }

  private countOf(file: string): Count {
    let count = this.counts.get(file);
    if (!count) {
      count = {
        file: this.parsed.names.get(file) ?? file,
        rows: this.parsed.rows.get(file as ReferenceFile)?.length ?? 0,
        events: 0,
        derived: 0,
        unchanged: 0,
      };
      this.counts.set(file, count);
    }
    return count;
  }

  private tally(count: Count, batch: StreamBatch | undefined, rows = 1): void {
    if (batch) count.events += batch.events.length;
    else count.unchanged += rows;
    this.planned += rows;
    this.onPlanned(this.planned, this.parsed.total, count.file);
  }
}

/** Gives each row in its order and removes it from the list, so that a large import keeps only the rows still to come in memory. */
function* draining<Row>(rows: Row[]): Generator<Row> {
  rows.reverse();
  for (let row = rows.pop(); row !== undefined; row = rows.pop()) yield row;
}

/** The same, several rows at a time. */
function* drainingBy<Row>(size: number, rows: Row[]): Generator<readonly Row[]> {
  const chunk: Row[] = [];
  for (const row of draining(rows)) if (chunk.push(row) === size) yield chunk.splice(0);
  if (chunk.length > 0) yield chunk;
}

function yearsNamedBy(event: AllocationEvent): readonly number[] {
  const data = event.data as { signedOn?: string; changes?: { signedOn?: { to: string } } };
  const day = data.signedOn ?? data.changes?.signedOn?.to;
  return day ? [Number(day.slice(0, 4))] : [];
}

function unknownLease(file: string, line: number, number: string): Fault {
  return {
    file,
    line,
    column: 'numero_attribution',
    value: number,
    message: 'aucun bail de ce numéro n’est connu : il peut venir plus tard',
  };
}
