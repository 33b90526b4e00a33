import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { aConventionFile, conventionText } from '#convention/testing';
import { NO_UPCASTERS, openSqliteEventStore, type AtomicEventStore } from '#event-store';
import { systemClock, uuidV5, type JsonObject } from '#kernel';
import { openSqliteVault, type Vault } from '#people';
import { RESIDENCES, SURVEYS } from '../files';
import type { FileSpec } from '../reading/spec';
import { csvOf, readTable } from '../reading/testing/tables';
import { importDirectory } from './index';

type Row = Readonly<Record<string, string>>;

/** A row that was imported before its file had more columns: its event, and the text that its digest covers. */
interface Earlier {
  readonly file: string;
  readonly spec: FileSpec;
  readonly row: Row;
  readonly stream: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly cells: readonly string[];
}

const SURVEY: Earlier = {
  file: 'ops.csv',
  spec: SURVEYS as FileSpec,
  row: {
    code_residence: 'R1',
    annee: '2022',
    logements: '118',
    taux_reponse: '87,5',
    part_moins_40_plus: '38',
    taux_activite: '66',
    part_familles_nombreuses: '15',
    part_monoparentales: '21',
    part_mineurs: '31',
  },
  stream: 'fragility-survey-R1@2022',
  type: 'ResidenceSurveyed',
  data: {
    residence: 'R1',
    year: 2022,
    dwellings: 118,
    responseRate: '87.5',
    veryLowIncome: '38',
    adultsInWork: '66',
    largeFamilies: '15',
    singleParents: '21',
    minors: '31',
  },
  cells: ['R1', '2022', '118', '87.5', '38', '66', '15', '21', '31'],
};

const RESIDENCE: Earlier = {
  file: 'residences.csv',
  spec: RESIDENCES as FileSpec,
  row: {
    code_residence: 'R2',
    nom: 'Deux',
    code_insee: '78621',
    code_bailleur: 'L-1',
    code_qpv: '',
    logements: '10',
    date_mise_en_service: '01/09/1975',
    latitude: '48,7775',
  },
  stream: 'residence-R2',
  type: 'ResidenceDeclared',
  data: {
    code: 'R2',
    name: 'Deux',
    commune: '78621',
    landlord: 'L-1',
    districts: [],
    dwellings: 10,
    openedOn: '1975-09-01',
    agreementOn: null,
    latitude: '48.7775',
    longitude: null,
  },
  cells: ['R2', 'Deux', '78621', 'L-1', '', '10', '1975-09-01', '', '48.7775', ''],
};

/** A column that was added to the file later, a cell of it, and the field of the row. */
const ADDED = [
  { earlier: RESIDENCE, column: 'code_secteur', found: 'S-1', field: 'sector', read: 'S-1' },
  { earlier: SURVEY, column: 'part_sous_occupation', found: '12,50', field: 'underOccupied', read: '12.5' },
  { earlier: SURVEY, column: 'part_sur_occupation', found: '0', field: 'overOccupied', read: '0' },
];

describe.each(ADDED)('$column, which was added later to $earlier.file', ({ earlier, column, found, field, read }) => {
  let folder: string;
  let store: AtomicEventStore;
  let vault: Vault;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mixite-added-'));
    store = openSqliteEventStore({ folder, mode: 'writer', clock: systemClock, upcasters: NO_UPCASTERS });
    vault = await openSqliteVault({ folder });
    await importing(
      {
        'communes.csv': [{ code_insee: '78621', nom: 'Trappes' }],
        'bailleurs.csv': [{ code_bailleur: 'L-1', nom: 'Bailleur' }],
        'residences.csv': [
          { code_residence: 'R1', nom: 'Une', code_insee: '78621', code_bailleur: 'L-1', logements: '10' },
        ],
      },
      aConventionFile({ secteurs: [{ code: 'S-1', nom: 'Un secteur', code_insee: '78621' }] }),
    );
    const { stream, type, data, file, cells } = earlier;
    const metadata = {
      actor: 'administrator',
      role: 'administrator',
      correlationId: 'earlier',
      causationId: 'earlier',
    };
    const rowDigest = vault.digest(`${file}\n${cells.join('\u001f')}`);
    const event = { id: uuidV5(stream), type, schemaVersion: 1, data, metadata: { ...metadata, rowDigest } };
    await store.append({ stream, expected: 'none', events: [event] });
  });
  afterEach(async () => {
    await vault.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  async function reportOf(files: Readonly<Record<string, readonly Row[]>>, convention?: JsonObject) {
    const directory = mkdtempSync(join(tmpdir(), 'mixite-files-'));
    for (const [file, rows] of Object.entries(files)) writeFileSync(join(directory, file), csv(rows));
    if (convention) writeFileSync(join(directory, 'convention.json'), conventionText(convention));
    const report = await importDirectory(
      directory,
      { dryRun: false, actor: INSTALLATION_ADMINISTRATOR },
      { store, vault },
    );
    rmSync(directory, { recursive: true });
    return report;
  }
  async function importing(...args: Parameters<typeof reportOf>) {
    const report = await reportOf(...args);
    expect(report.faults).toEqual([]);
    return report.files.at(-1)!;
  }
  const again = (row: Row) => importing({ [earlier.file]: [row] });

  if (column === 'code_secteur')
    it('must name a sector of the convention', async () => {
      const { faults } = await reportOf({ [earlier.file]: [{ ...earlier.row, code_secteur: 'S-9' }] });
      expect(faults).toEqual([
        {
          file: 'residences.csv',
          line: 2,
          column: 'code_secteur',
          value: 'S-9',
          message: 'code inconnu : un secteur de convention.json est attendu, de cet import ou d’un précédent',
        },
      ]);
    });
  const last = async () => (await store.readStream(earlier.stream, { direction: 'backward', maxCount: 1 }))[0]!;

  it('does not change the text or the digest of an earlier row, where the column is absent or empty', async () => {
    for (const row of [earlier.row, { ...earlier.row, [column]: '' }]) {
      const { valid } = await readTable(csvOf(csv([row])), earlier.spec);
      expect(valid.map(({ cells }) => cells)).toEqual([earlier.cells.join('\u001f')]);
      expect(await again(row)).toMatchObject({ events: 0, unchanged: 1 });
    }
  });

  it('corrects the value to unknown where a later row has no such cell, and only once', async () => {
    const corrected = { ...earlier.row, [column]: found };
    await again(corrected);
    expect(await again(earlier.row)).toMatchObject({ events: 1 });
    expect((await last()).data).toEqual({ changes: { [field]: { from: read, to: null } } });
    expect(await again(earlier.row)).toMatchObject({ events: 0, unchanged: 1 });
  });

  it('records a value of the column as one correction, once', async () => {
    const corrected = { ...earlier.row, [column]: found };
    expect(await again(corrected)).toMatchObject({ events: 1 });
    expect((await last()).data).toEqual({ changes: { [field]: { from: null, to: read } } });
    expect(await again(corrected)).toMatchObject({ events: 0, unchanged: 1 });
  });
});

function csv(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0]!);
  return [columns.join(';'), ...rows.map((row) => columns.map((column) => row[column]).join(';'))].join('\n') + '\n';
}
