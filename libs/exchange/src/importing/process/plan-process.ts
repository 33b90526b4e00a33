import { EVERYTHING, type Actor } from '#access';
import type { EventStore, StreamBatch } from '#event-store';
import { isRefusal, type Instant, type Refusal } from '#kernel';
import type { Vault, VaultSession } from '#people';
import { ProcessRows, VACANCY_STREAMS, type DesignationRow, type RowOutcome, type VacancyRow } from '#vacancy';
import { DESIGNATIONS, VACANCIES } from '../../files';
import type { DirectoryRows } from '../../reading/directory';
import type { Findings } from '../../reading/fault';
import type { FileSpec } from '../../reading/spec';
import { conventionBatch } from '../convention/convention-import';
import type { ParsedImport, ParsedRow } from '../parsed-import';
import { planRecord, type ImportMetadata } from '../plan-record';
import { listBatch } from '../priority-lists';
import { RECORD_KINDS, type RecordKind, type ReferenceFile } from '../record-kinds';
import type { PlannedBatch } from '../staged';
import { PlannedStore } from './planned-store';
import { plannedVault } from './planned-vault';
import { erasedHousehold, faultOfRefusal, type ProcessFile } from './row-faults';

export const VACANCY_FILE = 'vacances.csv';
export const DESIGNATION_FILE = 'designations.csv';

/** What the rows of one file add: their batches in the order in which they are written, and how many rows add nothing. */
export interface PlannedRows {
  readonly batches: readonly PlannedBatch[];
  readonly events: number;
  readonly unchanged: number;
}

/** By our name of the file. */
export type PlannedProcess = ReadonlyMap<string, PlannedRows>;

export interface ProcessPlanning {
  readonly store: EventStore;
  readonly vault: Vault;
  /** The session of the whole import: it is not committed here. */
  readonly session: VaultSession;
  readonly actor: Actor;
  readonly metadata: ImportMetadata;
  readonly now: Instant;
}

/** Files whose rows say where a vacancy is, and what it is decided on. */
const GROUNDS: readonly ReferenceFile[] = [
  'communes.csv',
  'qpv.csv',
  'bailleurs.csv',
  'reservataires.csv',
  'seuils.csv',
  'residences.csv',
  'proprietes.csv',
  'logements.csv',
  'notes.csv',
  'ops.csv',
];

/** In which order the batches of vacances.csv are written: no dwelling is declared free before it is claimed. */
const PHASES: readonly (readonly string[])[] = [
  ['VacancyAbandoned'],
  ['ClaimTaken', 'ClaimReleased'],
  ['VacancyDeclared'],
  ['VacancyOriented', 'VacancyReoriented'],
];

/** The rows of an import, checked, and those that could not be read. */
export interface ImportedRows {
  readonly parsed: ParsedImport;
  readonly directory: Pick<DirectoryRows, 'faulty' | 'unread'>;
}

/** What a designation is refused for because of its vacancy. */
const OF_THE_VACANCY = ['no-open-vacancy', 'not-in-this-status', 'oriented-to-another-holder'];

/**
 * Decides the rows of vacances.csv and designations.csv, one after the other, on the history and on what the other rows of the import add. Each
 * refusal is a fault. Nothing is written.
 */
export async function planProcess(
  imported: ImportedRows,
  planning: ProcessPlanning,
  findings: Findings,
): Promise<PlannedProcess> {
  const planned = new Map<string, PlannedRows>();
  const files = [VACANCY_FILE, DESIGNATION_FILE];
  if (files.every((file) => rowsOf(imported.parsed, file).length === 0)) return planned;
  const desk = await ProcessDesk.open(imported, planning, findings);
  const vacancies = await desk.run(VACANCIES as FileSpec, (rows, row, digest) =>
    rows.vacancy(row as VacancyRow, digest),
  );
  planned.set(VACANCY_FILE, inPhases(vacancies));
  const designate = (rows: ProcessRows, row: object, digest: string) => rows.designation(row as DesignationRow, digest);
  return planned.set(DESIGNATION_FILE, await desk.run(DESIGNATIONS as FileSpec, designate));
}

/** By which row the events are written that come next. */
interface Signing {
  rowDigest?: string;
}

/** The rows of one import, as they are decided. */
class ProcessDesk {
  /** Cells that have a fault already: an unknown code is said once. */
  private readonly faulty: Set<string>;
  /** Dwellings whose declaration has a fault: their designations are not called wrong, too. */
  private readonly undecided: Set<string>;

  private constructor(
    private readonly imported: ImportedRows,
    private readonly findings: Findings,
    private readonly parts: {
      readonly store: PlannedStore;
      readonly rows: ProcessRows;
      readonly vault: Vault;
      readonly signing: Signing;
    },
  ) {
    this.faulty = new Set(findings.faults.map(({ file, line, column }) => cellKey(file, line, column)));
    this.undecided = new Set((imported.directory.faulty.get(VACANCY_FILE) ?? []).map(({ row }) => dwellingKey(row)));
  }

  static async open(imported: ImportedRows, planning: ProcessPlanning, findings: Findings): Promise<ProcessDesk> {
    const { vault, session, actor, metadata, now } = planning;
    const signing: Signing = {};
    const store = await PlannedStore.over(planning.store, {
      now,
      sign: (event) => ({ ...event, metadata: { ...event.metadata, ...metadata, ...signing } }),
    });
    for await (const batch of groundsOf(imported.parsed, planning)) store.foresee(batch);
    const shared = plannedVault(vault, session);
    const stores = { store, vault: () => Promise.resolve(shared), clock: { now: () => now } };
    const rows = new ProcessRows(stores, actingFor(actor));
    return new ProcessDesk(imported, findings, { store, rows, vault, signing });
  }

  async run(
    spec: FileSpec,
    decide: (rows: ProcessRows, row: object, digest: string) => Promise<RowOutcome>,
  ): Promise<PlannedRows> {
    const { store, rows, vault, signing } = this.parts;
    const batches: PlannedBatch[] = [];
    let unchanged = 0;
    for (const one of rowsOf(this.imported.parsed, spec.file)) {
      const first = store.appended.length;
      signing.rowDigest = vault.digest(`${spec.file}\n${one.cells}`);
      const outcome = await decide(rows, one.row, signing.rowDigest);
      if (isRefusal(outcome)) this.refuse(spec, one, outcome);
      else if (outcome === 'unchanged') unchanged += 1;
      batches.push(...chained(store.appended.slice(first)));
    }
    const events = batches.filter(isOfRow).reduce((sum, batch) => sum + batch.events.length, 0);
    return { batches, events, unchanged };
  }

  private refuse(spec: FileSpec, { row, line }: ParsedRow<object>, refusal: Refusal): void {
    const { parsed, directory } = this.imported;
    const file = parsed.names.get(spec.file) ?? spec.file;
    if (refusal.code === 'household-erased') return this.findings.warning(erasedHousehold(file, line));
    const isWaiting = this.undecided.has(dwellingKey(row)) || directory.unread.has(VACANCY_FILE);
    if (isWaiting && OF_THE_VACANCY.includes(refusal.code)) return;
    if (spec.file === VACANCY_FILE) this.undecided.add(dwellingKey(row));
    const fault = faultOfRefusal(refusal, spec, row as Readonly<Record<string, unknown>>);
    if (!this.faulty.has(cellKey(file, line, fault.column))) this.findings.fault({ file, line, ...fault });
  }
}

/** What the other files of the import will write, where rows of the process are decided on it. */
async function* groundsOf(
  parsed: ParsedImport,
  { store, vault, metadata }: ProcessPlanning,
): AsyncGenerator<StreamBatch> {
  const digest = (row: string): string => vault.digest(row);
  const convention = parsed.convention && conventionBatch(parsed.convention, digest, metadata);
  if (convention) yield convention;
  for (const file of GROUNDS)
    for (const { row, cells } of rowsOf(parsed, file)) {
      const kind = RECORD_KINDS[file] as RecordKind<object>;
      const batch = await planRecord(kind, row, digest(`${file}\n${cells}`), metadata, store);
      if (batch) yield batch;
    }
  for (const list of parsed.lists) {
    const batch = listBatch(list, digest, metadata);
    if (batch) yield batch;
  }
}

/** Who imports the files of a whole territory acts for all whose files they are; a landlord acts as itself (docs/decisions/0109). */
function actingFor(actor: Actor): Actor {
  return actor.scope.kind === 'all' ? { ...actor, role: 'administrateur', scope: EVERYTHING } : actor;
}

/** The batches of one row, each of which needs the one before it. */
function chained(batches: readonly StreamBatch[]): readonly PlannedBatch[] {
  return batches.map((batch, index) => {
    const before = batches[index - 1]?.stream;
    return before === undefined || before === batch.stream ? batch : { ...batch, needs: before };
  });
}

/** Batches of one kind are written at the same time, so each kind comes whole. The order within a stream stays. */
function inPhases({ batches, ...counts }: PlannedRows): PlannedRows {
  const phaseOf = ({ events }: PlannedBatch) => PHASES.findIndex((types) => types.includes(events[0]!.type));
  return { ...counts, batches: [...batches].sort((a, b) => phaseOf(a) - phaseOf(b)) };
}

/** A claim is no event of the row that needs it. */
function isOfRow({ stream, events }: PlannedBatch): boolean {
  return VACANCY_STREAMS.owns(stream) && events[0]!.type !== 'VacancyAbandoned';
}

function rowsOf({ rows }: ParsedImport, file: string): readonly ParsedRow<object>[] {
  return rows.get(file as ProcessFile) ?? [];
}

function cellKey(file: string, line: number, column: string): string {
  return [file, line, column].join('\n');
}

function dwellingKey(row: object): string {
  const { residence, reference } = row as { readonly residence?: string; readonly reference?: string };
  return `${residence ?? ''}\n${reference ?? ''}`;
}
