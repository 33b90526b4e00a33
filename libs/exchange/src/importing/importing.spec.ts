import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { systemClock } from '#kernel';
import { NO_UPCASTERS, openSqliteEventStore, type AtomicEventStore, type RecordedEvent } from '#event-store';
import { openSqliteVault, type Vault } from '#people';
import { importDirectory } from './index';

type Row = Readonly<Record<string, string>>;
type Files = Readonly<Record<string, readonly Row[]>>;

const TERRITORY: Files = {
  'communes.csv': [
    { code_insee: '78621', nom: 'Trappes' },
    { code_insee: '78640', nom: 'Vélizy-Villacoublay' },
  ],
  'bailleurs.csv': [{ code_bailleur: 'L-1', nom: 'Bailleur' }],
  'reservataires.csv': [{ code_reservataire: 'ETAT', nom: 'État', contingent: 'etat' }],
  'qpv.csv': [{ code_qpv: 'L-Q1', nom: 'Merisiers', code_insee: '78621', date_debut: '2015-01-01' }],
  'residences.csv': [
    {
      code_residence: 'R1',
      nom: 'Une',
      code_insee: '78621',
      code_bailleur: 'L-1',
      code_qpv: 'L-Q1',
      logements: '10',
      date_mise_en_service: '1980-01-01',
    },
    {
      code_residence: 'R2',
      nom: 'Deux',
      code_insee: '78640',
      code_bailleur: 'L-1',
      code_qpv: '',
      logements: '10',
      date_mise_en_service: '',
    },
  ],
};
const LEASE: Row = {
  numero_attribution: 'ATT-SECRET-1',
  date_bail: '2024-03-05',
  code_residence: 'R1',
  reference_logement: 'LOG-SECRET-1',
  code_reservataire: 'ETAT',
  type_demande: 'premier_acces',
  numero_unique: '078SECRETNUMBER001',
  personnes_14_ans_et_plus: '1',
  enfants_moins_14_ans: '0',
  ressources_annuelles: '11615,01',
  dalo: 'N',
  annulee: 'N',
  commune_domicile: '75112',
  commune_travail: '92012',
};

describe('importing a directory', () => {
  let folder: string;
  let store: AtomicEventStore;
  let vault: Vault;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mixite-importing-'));
    store = openSqliteEventStore({ folder, mode: 'writer', clock: systemClock, upcasters: NO_UPCASTERS });
    vault = await openSqliteVault({ folder });
  });
  afterEach(async () => {
    await vault.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  async function importing(files: Files, dryRun = false) {
    const directory = mkdtempSync(join(tmpdir(), 'mixite-files-'));
    for (const [file, rows] of Object.entries(files)) writeFileSync(join(directory, file), csv(rows));
    try {
      return await importDirectory(directory, { dryRun, actor: INSTALLATION_ADMINISTRATOR }, { store, vault });
    } finally {
      rmSync(directory, { recursive: true });
    }
  }
  const leases = (...rows: readonly Row[]): Files => ({ 'attributions.csv': rows });
  const history = (): Promise<readonly RecordedEvent[]> => store.readAll({ maxCount: 1_000 });
  const typesOf = async () => (await history()).map((event) => event.type);
  const countsOf = (report: Awaited<ReturnType<typeof importing>>) =>
    Object.fromEntries(
      report.files.map(({ file, events, derived, unchanged }) => [file, [events, derived, unchanged]]),
    );

  it('records each row once, files that others refer to first, and counts the rows', async () => {
    const report = await importing({ ...leases(LEASE), ...TERRITORY });
    expect(report.faults).toEqual([]);
    expect(countsOf(report)).toMatchObject({
      'communes.csv': [2, 0, 0],
      'residences.csv': [2, 0, 0],
      'attributions.csv': [1, 0, 0],
    });
    const types = await typesOf();
    expect(types[0]).toBe('CommuneDeclared');
    expect(types[types.length - 1]).toBe('AllocationSigned');
    expect(types).toHaveLength(8);
  });

  it('adds no event the second time', async () => {
    await importing({ ...TERRITORY, ...leases(LEASE) });
    const report = await importing({ ...TERRITORY, ...leases(LEASE) });
    expect(countsOf(report)).toMatchObject({ 'communes.csv': [0, 0, 2], 'attributions.csv': [0, 0, 1] });
    expect(await typesOf()).toHaveLength(8);
  });

  it('a changed row adds one correcting event; A → B → A gives three events', async () => {
    await importing({ ...TERRITORY, ...leases(LEASE) });
    await importing(leases({ ...LEASE, code_residence: 'R2', ressources_annuelles: '' }));
    await importing(leases(LEASE));
    const [, corrected, again] = (await history()).filter((event) => event.type.startsWith('Allocation'));
    expect(corrected).toMatchObject({
      type: 'AllocationCorrected',
      data: { changes: { residence: { from: 'R1', to: 'R2' } } },
    });
    const keys = await vault.keysOf([corrected!.people!.household]);
    expect(keys.open(corrected!.people!, corrected!.id)).toEqual({
      changes: { income: { from: 1_161_501, to: null } },
    });
    expect(again).toMatchObject({
      type: 'AllocationCorrected',
      data: { changes: { residence: { from: 'R2', to: 'R1' } } },
      revision: 2,
    });
    await importing({ 'communes.csv': [{ code_insee: '78621', nom: 'Trappes', deficitaire_sru: 'N' }] });
    expect((await history()).at(-1)).toMatchObject({
      type: 'CommuneCorrected',
      data: { changes: { sruDeficit: { from: null, to: false } } },
    });
  });

  it('cancels a lease that never took effect', async () => {
    await importing({ ...TERRITORY, ...leases(LEASE) });
    await importing(leases({ ...LEASE, annulee: 'O' }));
    expect((await typesOf()).at(-1)).toBe('AllocationCancelled');
  });

  it('bounds that are recorded later revise the quartiles that change, once', async () => {
    await importing({
      ...TERRITORY,
      ...leases(LEASE, { ...LEASE, numero_attribution: 'A2', date_bail: '2023-01-01' }),
    });
    const bounds = (q1: string) => ({ 'seuils.csv': [{ annee: '2024', q1 }] });
    const report = await importing(bounds('11 615'));
    expect(countsOf(report)).toEqual({ 'seuils.csv': [1, 1, 0] });
    expect((await history()).at(-1)).toMatchObject({
      type: 'QuartileRevised',
      data: { from: null, to: '2-4', threshold: 2024 },
    });
    expect(countsOf(await importing(bounds('11615,00 €')))).toEqual({ 'seuils.csv': [0, 0, 1] });
    expect(countsOf(await importing(leases(LEASE)))).toEqual({ 'attributions.csv': [0, 0, 1] });
    await importing(bounds('11 615,01'));
    expect((await history()).at(-1)).toMatchObject({ type: 'QuartileRevised', data: { from: '2-4', to: 1 } });
  });

  it('a lease uses the bounds of the same import, without a revision', async () => {
    const report = await importing({ ...TERRITORY, ...leases(LEASE), 'seuils.csv': [{ annee: '2024', q1: '11615' }] });
    expect(countsOf(report)).toMatchObject({ 'seuils.csv': [1, 0, 0] });
    expect((await history()).at(-1)).toMatchObject({ type: 'AllocationSigned', data: { quartile: '2-4' } });
  });

  it('a commune that joins the EPCI revises home and work', async () => {
    await importing({ ...TERRITORY, ...leases(LEASE) });
    await importing({ 'communes.csv': [{ code_insee: '92012', nom: 'Boulogne-Billancourt' }] });
    expect((await history()).at(-1)).toMatchObject({ type: 'HomeWorkRevised', data: { from: false, to: true } });
  });

  it('reports every fault of every file at once and writes nothing, not even a key', async () => {
    const report = await importing({
      ...TERRITORY,
      'residences.csv': [{ ...TERRITORY['residences.csv']![0]!, code_bailleur: 'L-9', code_qpv: 'L-Q1|L-Q8' }],
      ...leases({ ...LEASE, date_bail: '31/02/2024', code_residence: 'R9' }, { ...LEASE, dalo: '' }),
    });
    expect(report.files).toEqual([]);
    const places = report.faults.map(({ file, line, column, value }) => `${file}:${line} ${column} ${value}`);
    expect(places.sort()).toEqual([
      'attributions.csv:2 code_residence R9',
      'attributions.csv:2 date_bail 31/02/2024',
      'attributions.csv:3 dalo ',
      'attributions.csv:3 numero_attribution ATT-SECRET-1',
      'residences.csv:2 code_bailleur L-9',
      'residences.csv:2 code_qpv L-Q8',
    ]);
    expect(await history()).toEqual([]);
    expect(await vault.find('household', LEASE['numero_unique']!)).toBeUndefined();
  });

  it('asks for the reason of a final note that differs from the rule, also with surveys of earlier imports', async () => {
    const survey = {
      code_residence: 'R1',
      annee: '2022',
      logements: '40',
      taux_reponse: '80',
      part_moins_40_plus: '50',
    };
    const shares = {
      taux_activite: '70',
      part_familles_nombreuses: '5',
      part_monoparentales: '10',
      part_mineurs: '10',
    };
    await importing({ ...TERRITORY, 'ops.csv': [{ ...survey, ...shares }] });
    const noted = (final: string, more: Row = {}): Files => ({
      'notes.csv': [
        { code_residence: 'R1', date_effet: '2023-01-01', note_finale: final, motif_consensus: '', ...more },
      ],
    });
    // The double indicator is 3, the mean is 10/6, and the computed note is 2.
    expect((await importing(noted('4'))).faults).toMatchObject([
      { file: 'notes.csv', line: 2, column: 'note_finale', value: '4' },
    ]);
    expect((await importing(noted('4', { note_commune: '5', note_bailleur: '3' }))).faults).toHaveLength(1);
    expect((await importing(noted('2'))).faults).toEqual([]);
    expect((await importing(noted('4', { motif_consensus: 'Accord en réunion' }))).faults).toEqual([]);
    expect((await importing(noted('5', { note_commune: '5', motif_consensus: '' }))).faults).toEqual([]);
  });

  it('warns of doubtful values that may be true, and imports them', async () => {
    const report = await importing({
      ...TERRITORY,
      ...leases(
        { ...LEASE, date_bail: '1979-12-31', quartile: '1' },
        { ...LEASE, numero_attribution: 'A2', quartile: '1' },
      ),
      'seuils.csv': [{ annee: '2024', q1: '11615' }],
      'logements.csv': [{ reference_logement: 'LOG-1', code_residence: 'R1', loyer: '12,5' }],
    });
    expect(report.faults).toEqual([]);
    expect(report.warnings.map(({ file, line, column }) => `${file}:${line} ${column}`).sort()).toEqual([
      'attributions.csv:2 date_bail',
      'attributions.csv:3 quartile',
      'logements.csv:2 loyer',
    ]);
    expect(await history()).toHaveLength(11);
  });

  it('a dry run counts the same events and writes nothing', async () => {
    const dry = await importing({ ...TERRITORY, ...leases(LEASE) }, true);
    expect(await history()).toEqual([]);
    expect(await vault.find('allocation', LEASE['numero_attribution']!)).toBeUndefined();
    const real = await importing({ ...TERRITORY, ...leases(LEASE) });
    expect(dry.files).toEqual(real.files);
  });

  it('can refer to rows of an earlier import', async () => {
    await importing(TERRITORY);
    expect((await importing(leases(LEASE))).faults).toEqual([]);
  });

  it('writes no personal value in clear', async () => {
    await importing({ ...TERRITORY, ...leases(LEASE) });
    await importing(leases({ ...LEASE, reference_logement: 'LOG-SECRET-2' }));
    for (const file of readdirSync(folder))
      for (const secret of ['SECRET', '1161501', '75112', '92012'])
        expect(readFileSync(join(folder, file)).includes(secret)).toBe(false);
  });
});

function csv(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => `${cells.join(';')}\r\n`)
    .join('');
}
