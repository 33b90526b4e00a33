import { refusalOf, type Actor } from '#access';
import { LeaseRecorder, type Lease, type LeaseReceipt, type LeaseReference } from '#allocation';
import { publicsOf, timeZoneOf, type RecordedConvention } from '#convention';
import type { PipelineStores } from '#deciding';
import { dayAt, isRefusal, type Clock, type Correlation, type Refusal } from '#kernel';
import { hasMovedOn } from '#vacancy';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ALLOCATIONS, allocationsFile } from '../files';
import { RECORDED_LEASE_FAULTS } from '../importing/recorded-leases';
import { doubtsOfCategory, doubtsOfLease, doubtsOfSigning } from '../importing/semantic-warnings';
import type { CellNotice } from '../reading/fault';
import { JsonRowReader, type JsonRow } from '../reading/json-row';

/** A lease in a request: the columns of attributions.csv, by their names. */
export interface LeaseRow {
  readonly fields: Readonly<Record<string, unknown>>;
  /** With this key, the sender can safely send the same row again. */
  readonly requestKey?: string;
}

/** Either the faults, and nothing was written; or the receipt of the recorded lease. */
export type LeaseReport = { readonly warnings: readonly CellNotice[] } & (
  | { readonly recorded: false; readonly faults: readonly CellNotice[] }
  | { readonly recorded: true; readonly receipt: LeaseReceipt }
);

/** Records one lease in the same way as an import of its row: the same faults and warnings, the same event with the same id. */
export class LeaseRows {
  private readonly recorder: LeaseRecorder;
  private readonly clock: Clock;
  private reader: { readonly convention: RecordedConvention | null; readonly rows: JsonRowReader<Lease> };

  constructor(stores: PipelineStores) {
    this.recorder = new LeaseRecorder(stores, async (allocation, { state, sealed }) =>
      hasMovedOn({ allocation, facts: state.facts, sealed }, { store: stores.store, vault: await stores.vault() }),
    );
    this.clock = stores.clock;
    this.reader = { convention: null, rows: this.readerWith(null) };
  }

  /** Refusals and errors are those of `LeaseRecorder.record`. */
  async record(
    { fields, requestKey }: LeaseRow,
    actor: Actor,
    correlation?: Correlation,
  ): Promise<LeaseReport | Refusal> {
    const refusal = refusalOf(actor, 'record-lease');
    if (refusal) return refusal;
    const { reference } = this.recorder;
    await this.recorder.ready();
    const { read, faults } = await this.read(fields);
    if (!read.valid || faults.length > 0) return { recorded: false, faults, warnings: read.warnings };
    const lease = read.row;
    const today = dayAt(this.clock.now(), timeZoneOf(reference.convention));
    const doubts = [
      ...doubtsOfLease(lease, reference.residence(lease.residence), reference.derivation),
      ...doubtsOfSigning(lease, today),
      ...doubtsOfCategory(lease, reference.convention),
    ];
    const command = { lease, content: `${ALLOCATIONS.file}\n${read.cells}` };
    const receipt = await this.recorder.record(command, { actor, requestKey, correlation });
    if (!isRefusal(receipt)) return { recorded: true, warnings: [...read.warnings, ...doubts], receipt };
    const contradicted = RECORDED_LEASE_FAULTS[receipt.code];
    if (!contradicted) return receipt;
    return { recorded: false, faults: [{ ...contradicted, value: '' }], warnings: read.warnings };
  }

  /** Where there is a fault, the check is repeated with all that is recorded: another process may just have declared the residence. */
  private async read(fields: LeaseRow['fields']): Promise<CheckedRow> {
    const checked = this.check(fields);
    if (checked.faults.length === 0) return checked;
    await this.recorder.reference.reachHead();
    return this.check(fields);
  }

  private check(fields: LeaseRow['fields']): CheckedRow {
    const read = this.rows().read(fields);
    return { read, faults: [...read.faults, ...unknownCodes(read.row, this.recorder.reference)] };
  }

  /** The reader of the columns, with those of the convention's publics. A changed convention gives a new reader. */
  private rows(): JsonRowReader<Lease> {
    const { convention } = this.recorder.reference;
    if (convention !== this.reader.convention) this.reader = { convention, rows: this.readerWith(convention) };
    return this.reader.rows;
  }

  private readerWith(convention: RecordedConvention | null): JsonRowReader<Lease> {
    const { geography } = this.recorder.reference.derivation;
    return new JsonRowReader(allocationsFile(publicsOf(convention)), geography.inEpci);
  }
}

interface CheckedRow {
  readonly read: JsonRow<Lease>;
  readonly faults: readonly CellNotice[];
}

/** The message for an unknown code of each file. */
const EXPECTED: Readonly<Record<string, string>> = {
  'residences.csv': 'code inconnu : celui d’une résidence enregistrée est attendu',
  'reservataires.csv': 'code inconnu : celui d’un réservataire enregistré est attendu',
};

/** The codes of a lease that are not recorded. Codes that could not be read have their own fault. */
function unknownCodes(lease: Partial<Lease>, territory: LeaseReference): readonly CellNotice[] {
  return ALLOCATIONS.references.flatMap(({ field, column, to }) => {
    const code = lease[field as keyof Lease];
    if (typeof code !== 'string' || isRecorded(to, code, territory)) return [];
    return [{ column, value: code, message: EXPECTED[to]! }];
  });
}

function isRecorded(file: string, code: string, territory: LeaseReference): boolean {
  return file === 'residences.csv' ? territory.residence(code) !== undefined : territory.hasHolder(code);
}

/** Records one lease, or a correction of it. */
export class RecordLeaseRow extends Command<LeaseReport | Refusal> {
  constructor(
    readonly data: LeaseRow,
    readonly actor: Actor,
    readonly correlation?: Correlation,
  ) {
    super();
  }
}

@CommandHandler(RecordLeaseRow)
export class RecordLeaseRowHandler implements ICommandHandler<RecordLeaseRow> {
  constructor(private readonly rows: LeaseRows) {}

  execute({ data, actor, correlation }: RecordLeaseRow): Promise<LeaseReport | Refusal> {
    return this.rows.record(data, actor, correlation);
  }
}
