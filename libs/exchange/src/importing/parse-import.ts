import type { KnownFacts, Lease } from '#allocation';
import { sectorsOf, type ThresholdFacts } from '#convention';
import { readWholeStream, type EventStore, type RecordDefinition } from '#event-store';
import type { FlowShareFacts } from '#flow';
import { scalesOf } from '#fragility';
import { canonicalJson, type Day, type Json } from '#kernel';
import { OPERATION_STREAMS, type OperationFacts, type RehousingAccount } from '#rehousing';
import {
  RESIDENCE_STREAMS,
  type CommuneFacts,
  type DwellingFacts,
  type ReservationHolderFacts,
  type ResidenceFacts,
} from '#territory';
import { FILES } from '../files';
import type { DirectoryRows } from '../reading/directory';
import type { Findings } from '../reading/fault';
import { checkConventionReferences } from './convention/check-references';
import type { ConventionImport } from './convention/convention-import';
import { withCommunesOfToday } from './current-communes';
import { doubtsOfShares } from './flow-doubts';
import { checkFinalNotes } from './note-consensus';
import { checkIndicators, withTerritoryId } from './indicator-rows';
import type { ParsedImport, ParsedRow } from './parsed-import';
import { parseLists } from './priority-lists';
import { KnownCodes } from './references';
import { RepeatedLeases } from './repeated-leases';
import {
  doubtsOfCategory,
  doubtsOfDays,
  doubtsOfDwelling,
  doubtsOfLease,
  doubtsOfRehousing,
  doubtsOfSigning,
} from './semantic-warnings';

type Rows = DirectoryRows['rows'];

/** What the rows of a directory are checked against. */
export interface ImportContext {
  readonly convention: ConventionImport;
  /** Recorded bounds and communes. Those of the rows are added to them. */
  readonly recorded: KnownFacts;
  readonly store: EventStore;
  readonly today: Day;
}

/** Checks the rows of a directory against each other and against the store, and puts them in the order of recording. */
export async function parseImport(
  given: DirectoryRows,
  { convention, recorded: known, store, today }: ImportContext,
  findings: Findings,
): Promise<ParsedImport> {
  const codes = codesOf(given, store);
  const directory = await withCommunesOfToday(given, FILES, codes);
  await checkReferences(directory, convention, codes, findings);
  const { rows } = withTerritoryId(directory, convention.known);

  const file = directory.names.get('notes.csv') ?? 'notes.csv';
  await checkFinalNotes(rowsOf(rows, 'notes.csv'), rowsOf(rows, 'ops.csv'), store, {
    file,
    findings,
    scales: scalesOf(convention.known),
  });

  const lists = await parseLists(directory, { codes, convention: convention.known, store, today, findings });
  const communes = rowsOf<CommuneFacts>(rows, 'communes.csv').filter(({ row }) => known.addCommune(row));
  const newYears = new Set<number>();
  for (const { row } of rowsOf<ThresholdFacts>(rows, 'seuils.csv')) {
    if (isSame(known.bounds(row.year), row)) continue;
    known.setBounds(row);
    newYears.add(row.year);
  }
  await warn(directory, { convention, known, store, findings, today });
  const ordered = FILES.flatMap(({ file }) => (rows.has(file) ? [[file, rows.get(file)!] as const] : []));
  return {
    rows: new Map(ordered) as ParsedImport['rows'],
    lists,
    names: directory.names,
    convention: convention.file,
    total: ordered.reduce((sum, [, records]) => sum + records.length, convention.file?.rows ?? 0),
    known,
    newYears,
    newCommunes: communes.length > 0,
  };
}

/** Rows with faults give their codes too: otherwise a fault in one row would cause faults in others. */
function codesOf({ rows, faulty, unread }: DirectoryRows, store: EventStore): KnownCodes {
  const codes = new KnownCodes(store, unread);
  for (const records of [rows, faulty]) for (const [file, ofFile] of records) codes.addRows(file, ofFile);
  return codes;
}

/** Rows with faults are checked too, so that every fault is reported at once. */
async function checkReferences(
  directory: DirectoryRows,
  convention: ConventionImport,
  codes: KnownCodes,
  findings: Findings,
): Promise<void> {
  const { rows, faulty, names } = directory;
  await checkConventionReferences(convention, codes, findings);
  await checkIndicators(directory, convention, codes, findings);
  for (const spec of FILES) {
    const name = names.get(spec.file) ?? spec.file;
    for (const records of [rows, faulty]) await codes.check(spec, name, records.get(spec.file) ?? [], findings);
  }
  const file = names.get('residences.csv') ?? 'residences.csv';
  for (const records of [rows, faulty]) checkSectors(records.get('residences.csv') ?? [], convention, file, findings);
}

/** The convention gives the sectors: no file has rows for them. */
function checkSectors(
  residences: readonly { readonly line: number; readonly row: Partial<ResidenceFacts> }[],
  { file, known }: ConventionImport,
  name: string,
  findings: Findings,
): void {
  // Where the convention could not be read, its own faults say enough: no sector is called unknown.
  if (file && !file.reading.convention) return;
  const sectors = new Set(sectorsOf(known).map(({ code }) => code));
  for (const { row, line } of residences) {
    if (typeof row.sector !== 'string' || sectors.has(row.sector)) continue;
    const message = 'code inconnu : un secteur de convention.json est attendu, de cet import ou d’un précédent';
    findings.fault({ file: name, line, column: 'code_secteur', value: row.sector, message });
  }
}

interface DoubtContext {
  readonly convention: ConventionImport;
  readonly known: KnownFacts;
  readonly store: EventStore;
  readonly findings: Findings;
  readonly today: Day;
}

async function warn({ rows, names, lines }: DirectoryRows, context: DoubtContext): Promise<void> {
  const { convention, known, store, findings, today } = context;
  const nameOf = (file: string) => names.get(file) ?? file;
  for (const { row, line } of rowsOf<DwellingFacts>(rows, 'logements.csv'))
    for (const doubt of doubtsOfDwelling(row)) findings.warning({ file: nameOf('logements.csv'), line, ...doubt });
  const residences = new Records(RESIDENCE_STREAMS, rowsOf<ResidenceFacts>(rows, 'residences.csv'), store);
  const repeated = new RepeatedLeases();
  const lineText = (line: number) => lines.get(nameOf('attributions.csv'))?.textOf(line) ?? `ligne ${line}`;
  for (const { row, line } of rowsOf<Lease>(rows, 'attributions.csv')) {
    const residence = residences.cached(row.residence) ?? (await residences.load(row.residence));
    const doubts = [
      ...doubtsOfLease(row, residence, known),
      ...doubtsOfSigning(row, today),
      ...doubtsOfCategory(row, convention.known),
      ...repeated.doubtsOf(line, row, lineText),
    ];
    for (const doubt of doubts) findings.warning({ file: nameOf('attributions.csv'), line, ...doubt });
  }
  const shares = rowsOf<FlowShareFacts>(rows, 'flux.csv');
  const holders = rowsOf<ReservationHolderFacts>(rows, 'reservataires.csv');
  for (const doubt of await doubtsOfShares(shares, holders, store))
    findings.warning({ file: nameOf('flux.csv'), ...doubt });
  const operations = new Records(OPERATION_STREAMS, rowsOf<OperationFacts>(rows, 'operations.csv'), store);
  for (const { row, line } of rowsOf<RehousingAccount>(rows, 'relogements.csv')) {
    const operation = operations.cached(row.operation) ?? (await operations.load(row.operation));
    const residence =
      row.residence === null ? undefined : (residences.cached(row.residence) ?? (await residences.load(row.residence)));
    const moved = [{ column: 'date_relogement', day: row.movedOn, what: 'relogement fait' }];
    for (const doubt of [...doubtsOfRehousing(row, operation, residence), ...doubtsOfDays(moved, today)])
      findings.warning({ file: nameOf('relogements.csv'), line, ...doubt });
  }
}

/** Records of this import, else of the store. Each one is looked up once. */
class Records<Facts extends { readonly code: string }> {
  private readonly known: Map<string, Facts | undefined>;

  constructor(
    private readonly streams: RecordDefinition<Facts, string, string>,
    rows: readonly ParsedRow<Facts>[],
    private readonly store: EventStore,
  ) {
    this.known = new Map(rows.map(({ row }) => [row.code, row]));
  }

  cached(code: string): Facts | undefined {
    return this.known.get(code);
  }

  async load(code: string): Promise<Facts | undefined> {
    if (this.known.has(code)) return undefined;
    const facts = this.streams.fold(await readWholeStream(this.store, this.streams.name(code)));
    this.known.set(code, facts);
    return facts;
  }
}

function rowsOf<Row extends object>(rows: Rows, file: string): readonly ParsedRow<Row>[] {
  return (rows.get(file) ?? []) as readonly ParsedRow<object>[] as readonly ParsedRow<Row>[];
}

function isSame(a: object | undefined, b: object): boolean {
  return a !== undefined && canonicalJson(a as Json) === canonicalJson(b as Json);
}
