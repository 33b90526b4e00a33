import { newUuid } from '#kernel';
import type { Actor } from '#access';
import { ALLOCATION_EVENTS, type AllocationRecorded, type Lease } from '#allocation';
import type { EventStore, StreamBatch } from '#event-store';
import type { Vault } from '#people';
import type { OperationFacts, RehousingAccount } from '#rehousing';
import type { Uuid } from '#kernel';
import { planLease, planRevision, type AllocationPlanning } from './allocations';
import type { ParsedImport, ParsedRow } from './parsed-import';
import { planRecord, type ImportMetadata } from './plan-record';
import { RECORD_KINDS, type RecordKind, type ReferenceFile } from './record-kinds';
import type { Fault } from '../reading/fault';
import { RehousingCensus } from './rehousing-census';
import { planRehousing } from './rehousings';
import type { FileCount } from './report';
import { eventsOfTypes } from './streams';

export interface ImportStores {
  readonly store: EventStore;
  readonly vault: Vault;
}

/** Called as rows are planned, out of how many. */
export type OnPlanned = (rows: number, total: number, file: string) => void;

/** The events of an import that has no fault, in their order, made one batch at a time as the store takes them. */
export class ImportPlan {
  readonly warnings: Fault[] = [];
  private readonly counts = new Map<string, { -readonly [Field in keyof FileCount]: FileCount[Field] }>();
  private readonly planning: AllocationPlanning;
  private readonly touched = new Set<Uuid>();
  private knownRehousings: RehousingCensus | undefined;
  private planned = 0;

  constructor(
    private readonly parsed: ParsedImport,
    private readonly stores: ImportStores,
    actor: Actor,
    private readonly dryRun: boolean,
    private readonly onPlanned: OnPlanned = () => undefined,
  ) {
    const importId = newUuid();
    const metadata: ImportMetadata = {
      actor: actor.id,
      role: actor.role,
      correlationId: importId,
      causationId: importId,
    };
    this.planning = { ...stores, session: stores.vault.session(), derivation: parsed.known, metadata };
  }

  get files(): readonly FileCount[] {
    return [...this.counts.values()];
  }

  /** Everything to append; keys and numbers are durable before the last batch is given, so before any event can be committed. */
  async *batches(): AsyncGenerator<StreamBatch> {
    for (const [file, rows] of this.parsed.rows) {
      if (file === 'attributions.csv') yield* this.leases(rows as ParsedRow<Lease>[]);
      else if (file === 'relogements.csv') yield* this.rehousings(rows as ParsedRow<RehousingAccount>[]);
      else yield* this.records(file, rows);
    }
    yield* this.revisions();
    this.warnOfRehousings();
    if (!this.dryRun) this.planning.session.commit();
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

  private async *leases(rows: ParsedRow<Lease>[]): AsyncGenerator<StreamBatch> {
    const file = 'attributions.csv';
    const count = this.countOf(file);
    for (const { row, cells, line } of draining(rows)) {
      const plan = await planLease(row, this.stores.vault.digest(`${file}\n${cells}`), this.planning);
      if (plan.kind === 'erased') this.warnings.push(erasedHousehold(count.file, line));
      const batch = plan.kind === 'changed' ? plan.batch : undefined;
      this.tally(count, batch);
      if (!batch) continue;
      this.touched.add(plan.allocation);
      yield batch;
    }
  }

  private async *rehousings(rows: ParsedRow<RehousingAccount>[]): AsyncGenerator<StreamBatch> {
    const file = 'relogements.csv';
    const count = this.countOf(file);
    const { session } = this.planning;
    for (const { row, cells, line } of draining(rows)) {
      const { rehousing, kind, batch } = await planRehousing(
        row,
        this.stores.vault.digest(`${file}\n${cells}`),
        this.planning,
      );
      if (kind === 'erased') this.warnings.push(erasedHousehold(count.file, line));
      const lease = row.allocationNumber;
      if (lease !== null && !session.find('allocation', lease))
        this.warnings.push(unknownLease(count.file, line, lease));
      (await this.census()).addCase({ line, rehousing, account: row }, batch?.events[0]?.people?.household);
      this.tally(count, batch);
      if (batch) yield batch;
    }
  }

  /** Read where an import tells of rehousings. */
  private async census(): Promise<RehousingCensus> {
    return (this.knownRehousings ??= await RehousingCensus.of(this.stores.store));
  }

  private warnOfRehousings(): void {
    for (const { file, ...doubt } of this.knownRehousings?.doubts() ?? [])
      this.warnings.push({ file: this.countOf(file).file, ...doubt });
  }

  /** Leases recorded earlier whose facts follow from bounds or communes of this import. */
  private async *revisions(): AsyncGenerator<StreamBatch> {
    const { newYears, newCommunes } = this.parsed;
    if (newYears.size === 0 && !newCommunes) return;
    for (const allocation of await this.recordedLeases()) {
      if (this.touched.has(allocation)) continue;
      const batch = await planRevision(allocation, this.planning);
      if (!batch) continue;
      for (const event of batch.events)
        this.countOf(event.type === 'QuartileRevised' ? 'seuils.csv' : 'communes.csv').derived += 1;
      yield batch;
    }
  }

  /** Those that could be revised: signed, now or once, in a year whose bounds changed; all of them where a commune joined. */
  private async recordedLeases(): Promise<ReadonlySet<Uuid>> {
    const { newYears, newCommunes } = this.parsed;
    const leases = new Set<Uuid>();
    for await (const event of eventsOfTypes(this.stores.store, ALLOCATION_EVENTS)) {
      const years = yearsNamedBy(event as unknown as AllocationRecorded);
      if (newCommunes || years.some((year) => newYears.has(year)))
        leases.add(event.stream.slice('allocation-'.length) as Uuid);
    }
    return leases;
  }

  private countOf(file: string) {
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

  private tally(count: { events: number; unchanged: number; file: string }, batch: StreamBatch | undefined): void {
    if (batch) count.events += batch.events.length;
    else count.unchanged += 1;
    this.planned += 1;
    this.onPlanned(this.planned, this.parsed.total, count.file);
  }
}

/** Each row in its order, let go once it is given: a large import then holds only what is still to come. */
function* draining<Row>(rows: Row[]): Generator<Row> {
  rows.reverse();
  for (let row = rows.pop(); row !== undefined; row = rows.pop()) yield row;
}

function yearsNamedBy(event: AllocationRecorded): readonly number[] {
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

function erasedHousehold(file: string, line: number): Fault {
  return {
    file,
    line,
    column: 'numero_unique',
    value: '',
    message: 'le ménage a été effacé : la ligne modifiée est laissée de côté',
  };
}
