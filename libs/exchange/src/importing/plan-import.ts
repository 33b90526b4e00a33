import type { Actor } from '#access';
import { ALLOCATION_EVENTS, type AllocationRecorded, type Lease } from '#allocation';
import { isAtomic, type EventStore, type StreamBatch } from '#event-store';
import type { Vault } from '#people';
import type { Course, Uuid } from '#kernel';
import { planLeases, type LeasePlan, type LeasePlanning } from '../leases/plan-leases';
import { planRevision } from '../leases/plan-revisions';
import { readLeases } from '../leases/recorded-lease';
import { tryAgain } from '../leases/try-again';
import type { ParsedImport, ParsedRow } from './parsed-import';
import { planRecord, type ImportMetadata } from './plan-record';
import { RECORD_KINDS, type RecordKind, type ReferenceFile } from './record-kinds';
import type { Fault } from '../reading/fault';
import type { FileCount } from './report';
import { eventsOfTypes } from './streams';

export interface ImportStores {
  readonly store: EventStore;
  readonly vault: Vault;
}

/** Leases whose numbers, keys and histories are looked up together. */
const LEASES_AT_ONCE = 250;
const ATTEMPTS = 10;

/** Who imports, within which course of action, and whether anything is to be written. */
export interface ImportSetting {
  readonly actor: Actor;
  readonly course: Course;
  readonly dryRun: boolean;
}

/** Called as rows are planned, out of how many. */
export type OnPlanned = (rows: number, total: number, file: string) => void;

/** The events of an import that has no fault, in their order, made one batch at a time as the store takes them. */
export class ImportPlan {
  readonly warnings: Fault[] = [];
  private readonly counts = new Map<string, { -readonly [Field in keyof FileCount]: FileCount[Field] }>();
  private readonly planning: LeasePlanning;
  private readonly touched = new Set<Uuid>();
  private planned = 0;
  /** Whether all is written in one transaction, or batch after batch. */
  private readonly atOnce: boolean;

  constructor(
    private readonly parsed: ParsedImport,
    private readonly stores: ImportStores,
    private readonly setting: ImportSetting,
    private readonly onPlanned: OnPlanned = () => undefined,
  ) {
    const { actor, course } = setting;
    const metadata: ImportMetadata = { actor: actor.id, role: actor.role, ...course };
    this.atOnce = isAtomic(stores.store);
    this.planning = { ...stores, session: stores.vault.session(), derivation: parsed.known, metadata };
  }

  get files(): readonly FileCount[] {
    return [...this.counts.values()];
  }

  /**
   * Everything to append. Keys and numbers are durable before an event that needs them can be committed: before the last batch is
   * given where all are written in one transaction, else before each batch.
   */
  async *batches(): AsyncGenerator<StreamBatch> {
    for (const [file, rows] of this.parsed.rows) {
      if (file === 'attributions.csv') yield* this.leases(rows as ParsedRow<Lease>[]);
      else yield* this.records(file, rows);
    }
    yield* this.revisions();
    if (!this.setting.dryRun) await this.planning.session.commit();
  }

  private async *records(file: ReferenceFile, rows: ParsedRow<unknown>[]): AsyncGenerator<StreamBatch> {
    const count = this.countOf(file);
    for (const { row, cells } of draining(rows)) {
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
    for (const chunk of drainingBy(LEASES_AT_ONCE, rows)) {
      const plans = await this.planChunk(chunk);
      for (const [index, plan] of plans.entries()) {
        if (plan.kind === 'erased') this.warnings.push(erasedHousehold(count.file, chunk[index]!.line));
        const batch = plan.kind === 'changed' ? plan.batch : undefined;
        this.tally(count, batch);
        if (!batch) continue;
        this.touched.add(plan.allocation);
        yield batch;
      }
    }
  }

  private planChunk(rows: readonly ParsedRow<Lease>[]): Promise<readonly LeasePlan[]> {
    const told = rows.map(({ row, cells }) => ({
      lease: row,
      rowDigest: this.stores.vault.digest(`attributions.csv\n${cells}`),
    }));
    if (this.atOnce) return planLeases(told, this.planning);
    // Nothing of these rows was given yet: where another process met the same numbers, they are planned anew.
    return tryAgain(ATTEMPTS, async () => {
      const session = this.stores.vault.session();
      const plans = await planLeases(told, { ...this.planning, session });
      if (!this.setting.dryRun) await session.commit();
      return plans;
    });
  }

  /** Leases recorded earlier whose facts follow from bounds or communes of this import. */
  private async *revisions(): AsyncGenerator<StreamBatch> {
    const { newYears, newCommunes } = this.parsed;
    if (newYears.size === 0 && !newCommunes) return;
    const untouched = [...(await this.recordedLeases())].filter((allocation) => !this.touched.has(allocation));
    for (const chunk of drainingBy(LEASES_AT_ONCE, untouched)) {
      for (const [allocation, recorded] of await readLeases(chunk, this.stores)) {
        const batch = planRevision(allocation, recorded, this.planning);
        if (!batch) continue;
        for (const event of batch.events)
          this.countOf(event.type === 'QuartileRevised' ? 'seuils.csv' : 'communes.csv').derived += 1;
        yield batch;
      }
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

/** The same, some at a time. */
function* drainingBy<Row>(size: number, rows: Row[]): Generator<readonly Row[]> {
  const chunk: Row[] = [];
  for (const row of draining(rows)) if (chunk.push(row) === size) yield chunk.splice(0);
  if (chunk.length > 0) yield chunk;
}

function yearsNamedBy(event: AllocationRecorded): readonly number[] {
  const data = event.data as { signedOn?: string; changes?: { signedOn?: { to: string } } };
  const day = data.signedOn ?? data.changes?.signedOn?.to;
  return day ? [Number(day.slice(0, 4))] : [];
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
