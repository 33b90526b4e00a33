import { actingScope, covers, type Actor } from '#access';
import { LEASE_HISTORY, type Lease } from '#allocation';
import { CONVENTION_STREAM, foldConvention } from '#convention';
import { readRecorded } from '#deciding';
import { eventsOfTypes, readWholeStream } from '#event-store';
import type { Day } from '#kernel';
import { DWELLING_STREAMS, isTerritoryEvent, KnownTerritory, territoryTypes, type DwellingFacts } from '#territory';
import { conventionName } from '../reading/convention-file';
import type { DirectoryRows } from '../reading/directory';
import type { CellNotice, Findings } from '../reading/fault';
import type { ConventionImport } from './convention/convention-import';
import type { ImportStores } from './plan-import';

/** The files of a landlord. The others describe the whole territory. */
const OWN_FILES: readonly string[] = ['logements.csv', 'vacances.csv', 'designations.csv', 'attributions.csv'];
const ROWS_AT_ONCE = 250;
const CODE = 'scope-not-allowed';

/** Said alike of a code that does not exist and of one that is another's. */
const OUTSIDE = 'hors de votre périmètre ce jour-là : une de vos résidences est attendue';
const NOT_OWN = 'hors de votre périmètre : un autre code est attendu';
const OF_TERRITORY = 'ce fichier décrit tout le territoire : il n’est pas importé par un bailleur';

type FileRow = { readonly line: number; readonly row: object };

/**
 * Where an import is of a landlord: its own files, and in them the rows about its residences (docs/decisions/0109). What is outside is a fault, and
 * is not read any further, so that nothing else is said of it.
 */
export class ImportScope {
  private constructor(
    private readonly actor: Actor,
    private readonly stores: ImportStores,
    private readonly territory: KnownTerritory,
  ) {}

  /** Undefined for an actor who may import everything. */
  static async of(actor: Actor, stores: ImportStores): Promise<ImportScope | undefined> {
    if (actor.scope.kind === 'all') return undefined;
    const territory = new KnownTerritory();
    for await (const event of eventsOfTypes(stores.store, territoryTypes('residence', 'ownership')))
      if (isTerritoryEvent(event)) territory.apply(event);
    return new ImportScope(actor, stores, territory);
  }

  /** The recorded convention: one in the directory is a fault, and is not read. */
  async convention(directory: string, findings: Findings): Promise<ConventionImport> {
    const name = await conventionName(directory);
    if (name !== undefined) ofTerritory(name, findings);
    const events = await readWholeStream(this.stores.store, CONVENTION_STREAM.name());
    return { file: undefined, known: foldConvention(events.map((event) => CONVENTION_STREAM.read(event))) };
  }

  /** The rows that are within the scope. */
  async within(directory: DirectoryRows, today: Day, findings: Findings): Promise<DirectoryRows> {
    const rows = new Map<string, DirectoryRows['rows'] extends ReadonlyMap<string, infer Rows> ? Rows : never>();
    const faulty = new Map<string, FileRow[]>();
    for (const [file, name] of directory.names) {
      if (!OWN_FILES.includes(file)) {
        ofTerritory(name, findings);
        continue;
      }
      const given = [...directory.rows.get(file)!, ...directory.faulty.get(file)!];
      const outside = await this.outside(file, given, today);
      for (const [{ line }, fault] of outside) findings.fault({ file: name, line, ...fault });
      rows.set(
        file,
        directory.rows.get(file)!.filter((row) => !outside.has(row)),
      );
      faulty.set(
        file,
        directory.faulty.get(file)!.filter((row) => !outside.has(row)),
      );
    }
    return { ...directory, rows, faulty: faulty as unknown as DirectoryRows['faulty'] };
  }

  private async outside(file: string, rows: readonly FileRow[], today: Day): Promise<ReadonlyMap<FileRow, CellNotice>> {
    const found = new Map<FileRow, CellNotice>();
    for (const row of rows) {
      const { residence, signedOn } = row.row as { readonly residence?: string; readonly signedOn?: Day };
      if (typeof residence === 'string' && !this.owns(residence, signedOn ?? today))
        found.set(row, { column: 'code_residence', value: residence, message: OUTSIDE, code: CODE });
    }
    const left = rows.filter((row) => !found.has(row));
    if (file === 'attributions.csv') await this.addForeignLeases(left, found);
    if (file === 'logements.csv') await this.addForeignDwellings(left, today, found);
    return found;
  }

  /** A row with the number of a recorded lease corrects it, so that lease must be theirs, too. */
  private async addForeignLeases(rows: readonly FileRow[], found: Map<FileRow, CellNotice>): Promise<void> {
    const { vault } = this.stores;
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      const chunk = rows.slice(from, from + ROWS_AT_ONCE).map((row) => ({ row, numbers: numbersOf(row) }));
      const session = vault.session();
      await session.prepare({ allocations: chunk.flatMap(({ numbers }) => numbers) });
      const leasesOf = (numbers: readonly string[]) => numbers.flatMap((one) => session.find('allocation', one) ?? []);
      const ids = chunk.flatMap(({ numbers }) => leasesOf(numbers));
      const recorded = await readRecorded(LEASE_HISTORY, ids, this.stores);
      for (const { row, numbers } of chunk) {
        const leases = leasesOf(numbers).flatMap((id) => recorded.get(id) ?? []);
        if (leases.every(({ state: { facts } }) => this.owns(facts.residence, facts.signedOn))) continue;
        found.set(row, { column: 'numero_attribution', value: numbers[0]!, message: NOT_OWN, code: CODE });
      }
    }
  }

  /** A row with the reference of a recorded dwelling corrects it, wherever it stands. */
  private async addForeignDwellings(
    rows: readonly FileRow[],
    today: Day,
    found: Map<FileRow, CellNotice>,
  ): Promise<void> {
    for (const row of rows) {
      const { reference } = row.row as Partial<DwellingFacts>;
      if (typeof reference !== 'string') continue;
      const events = await readWholeStream(this.stores.store, DWELLING_STREAMS.name(reference));
      const recorded = DWELLING_STREAMS.fold(events);
      if (recorded && !this.owns(recorded.residence, today))
        found.set(row, { column: 'reference_logement', value: reference, message: NOT_OWN, code: CODE });
    }
  }

  /** An unknown residence is nobody's. */
  private owns(residence: string, on: Day): boolean {
    const landlord = this.territory.landlordOn(residence, on);
    return landlord !== undefined && covers(actingScope(this.actor, 'import'), { landlord });
  }
}

function numbersOf({ row, ...rest }: FileRow): readonly string[] {
  const { allocationNumber } = row as Partial<Lease>;
  const { keyAsTyped } = rest as { readonly keyAsTyped?: string };
  return [allocationNumber, keyAsTyped].filter((one) => typeof one === 'string');
}

function ofTerritory(file: string, findings: Findings): void {
  findings.fault({ file, line: 0, column: '', value: '', message: OF_TERRITORY, code: CODE });
}
