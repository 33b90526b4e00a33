import type { Actor } from '#access';
import { KnownFacts } from '#allocation';
import { publicsOf, timeZoneOf } from '#convention';
import { isConflict } from '#deciding';
import { isAtomic, isDeleting, type StreamBatch } from '#event-store';
import { holdsDemo } from '#imports';
import { CodedError, currentCorrelation, dayAt, systemClock, type Correlation, type Instant } from '#kernel';
import { readDirectory, type DirectoryRows } from '../reading/directory';
import { Findings, type Fault } from '../reading/fault';
import { readConventionImport } from './convention/convention-import';
import { parseImport } from './parse-import';
import { checkRecordedLeases } from './recorded-leases';
import { ImportScope } from './import-scope';
import { planProcess } from './process/plan-process';
import { ImportPlan, type ImportStores, type OnPlanned } from './plan-import';
import type { ImportReport } from './report';
import { finishInterruptedImport, writeStaged } from './staged';

export interface ImportOptions {
  /** Only reports what the import would do; nothing is written. */
  readonly dryRun: boolean;
  readonly actor: Actor;
  /** The correlation of its events, where none is under way. */
  readonly correlation?: Correlation;
  /** The present time, to find days in the future; the time of the system where it is not given. */
  readonly now?: Instant;
  /** True for the rows of the demonstration itself: no other rows are imported into its history. */
  readonly isDemo?: boolean;
  /** Path of a mapping file. */
  readonly mapping?: string;
  readonly onProgress?: OnPlanned;
}

/** An import after reading: it is refused, with its report, or it is planned, and its events can be appended. */
export type PreparedImport =
  { readonly plan: undefined; readonly report: ImportReport } | { readonly plan: ImportPlan; report(): ImportReport };

/**
 * Imports a directory of files in one go. Where there is a fault, the report gives every fault of every file, and nothing is written.
 * Else everything is written, in one transaction or in stages (formats.md, Files in).
 * @throws CodedError as `prepareImport` and `writeImport`
 */
export async function importDirectory(
  directory: string,
  options: ImportOptions,
  stores: ImportStores,
): Promise<ImportReport> {
  if (!options.dryRun) await finishEarlierImport(stores.store);
  const prepared = await prepareImport(directory, options, stores);
  if (!prepared.plan) return prepared.report;
  const batches = prepared.plan.batches();
  await (options.dryRun ? drain(batches) : writeImport(batches, stores.store));
  return prepared.report();
}

/**
 * Reads, checks and plans; nothing is written yet.
 * @throws CodedError `import-into-demo` where the history is that of the demonstration
 */
export async function prepareImport(
  directory: string,
  options: ImportOptions,
  stores: ImportStores,
): Promise<PreparedImport> {
  if (!options.isDemo && (await holdsDemo(stores.store))) throw intoDemo();
  const findings = new Findings();
  const recorded = await KnownFacts.of(stores.store);
  const { inEpci: isInEpci } = recorded.geography;
  const scope = await ImportScope.of(options.actor, stores);
  const convention = scope
    ? await scope.convention(directory, findings)
    : await readConventionImport(directory, { store: stores.store, isInEpci }, findings);
  const { mapping } = options;
  const publics = publicsOf(convention.known);
  const now = options.now ?? systemClock.now();
  const today = dayAt(now, timeZoneOf(convention.known));
  const given = await readDirectory(directory, { mapping, publics, isInEpci }, findings);
  const rows = scope ? await scope.within(given, today, findings) : given;
  const parsed = await parseImport(rows, { convention, recorded, store: stores.store, today }, findings);
  await checkRecordedLeases(parsed, stores, findings);
  const { actor, dryRun, onProgress } = options;
  const metadata = { actor: actor.id, role: actor.role, ...currentCorrelation(options.correlation) };
  const session = stores.vault.session();
  const planning = { ...stores, session, actor, metadata, now };
  const process = await planProcess({ parsed, directory: rows }, planning, findings);
  if (findings.faults.length > 0) return { plan: undefined, report: reportOf([], findings, rows) };
  const plan = new ImportPlan(parsed, stores, { metadata, dryRun, process, session }, onProgress);
  return { plan, report: () => reportOf(plan.files, findings, rows, plan) };
}

function intoDemo(): CodedError {
  return new CodedError('import-into-demo', 'the history is that of the demonstration: nothing is imported into it');
}

/** Finishes an import that was cut off. This comes first, because the next import is planned on its result. */
export async function finishEarlierImport(store: ImportStores['store']): Promise<void> {
  if (isDeleting(store)) await finishInterruptedImport(store);
}

/**
 * Writes in one transaction where the store has transactions over several streams, else in stages.
 * @throws CodedError `import-conflict`, `import-under-way`, `import-overtaken`
 */
export async function writeImport(batches: AsyncIterable<StreamBatch>, store: ImportStores['store']): Promise<void> {
  if (isDeleting(store)) return writeStaged(batches, store);
  if (!isAtomic(store)) throw new Error('this store has no way to write an import');
  try {
    await store.appendAtomically(batches);
  } catch (error) {
    if (!isConflict(error)) throw error;
    const message = 'others wrote during the import: nothing was written';
    throw new CodedError('import-conflict', message, {}, { cause: error });
  }
}

/** Makes every batch and keeps none, for a dry run. */
export async function drain(batches: AsyncIterable<StreamBatch>): Promise<void> {
  const iterator = batches[Symbol.asyncIterator]();
  while (!(await iterator.next()).done);
}

function reportOf(
  files: ImportReport['files'],
  findings: Findings,
  { unmapped, lines }: Pick<DirectoryRows, 'unmapped' | 'lines'>,
  plan?: ImportPlan,
): ImportReport {
  const located = (found: readonly Fault[]) => inOrder(found).map((fault) => withFileLine(fault, lines));
  const warnings = located([...findings.warnings, ...(plan?.warnings ?? [])]);
  const faults = located(findings.faults);
  const { omitted } = findings;
  return { files, faults, warnings, ...(omitted > 0 && { omitted }), ...(unmapped && { unmapped }) };
}

/** Adds the line that an editor shows, where it differs from the line of the record. */
function withFileLine(fault: Fault, lines: DirectoryRows['lines']): Fault {
  const fileLine = lines.get(fault.file)?.fileLine(fault.line) ?? fault.line;
  return fileLine === fault.line ? fault : { ...fault, fileLine };
}

/** In the order of files and lines, whichever check found them. */
function inOrder(found: readonly Fault[]): readonly Fault[] {
  const ranks = new Map<string, number>();
  for (const { file } of found) if (!ranks.has(file)) ranks.set(file, ranks.size);
  return [...found].sort((a, b) => ranks.get(a.file)! - ranks.get(b.file)! || a.line - b.line);
}
