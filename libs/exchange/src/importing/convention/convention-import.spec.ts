import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { aConventionFile, anAmendmentFile, anObjectiveFile, conventionText } from '#convention/testing';
import { NO_UPCASTERS, openSqliteEventStore, type AtomicEventStore, type EventStore } from '#event-store';
import { systemClock, type JsonObject } from '#kernel';
import { openSqliteVault, type Vault } from '#people';
import { importDirectory } from '../index';

type Texts = Readonly<Record<string, string>>;

const COMMUNES = 'code_insee;nom\n78621;Trappes\n';
const LANDLORDS = 'code_bailleur;nom\nL-ICF;ICF\n';
const TERRITORY: Texts = {
  'communes.csv': COMMUNES,
  'bailleurs.csv': LANDLORDS,
  'reservataires.csv': 'code_reservataire;nom;contingent\nETAT;État;etat\n',
  'residences.csv': 'code_residence;nom;code_insee;code_bailleur;logements\nR1;Une;78621;L-ICF;10\n',
};
const lease = (category: string) =>
  [
    'numero_attribution;date_bail;code_residence;reference_logement;code_reservataire;type_demande;numero_unique;personnes_14_ans_et_plus;enfants_moins_14_ans;dalo;categorie_prioritaire',
    `A1;2025-03-05;R1;G1;ETAT;mutation;078012345678901234;1;0;N;${category}`,
    '',
  ].join('\n');

describe('importing convention.json', () => {
  let folder: string;
  let store: AtomicEventStore;
  let vault: Vault;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mixite-convention-'));
    store = openSqliteEventStore({ folder, mode: 'writer', clock: systemClock, upcasters: NO_UPCASTERS });
    vault = await openSqliteVault({ folder });
  });
  afterEach(async () => {
    await vault.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  async function importing(convention: JsonObject | string, others: Texts = {}, dryRun = false) {
    const directory = mkdtempSync(join(tmpdir(), 'mixite-files-'));
    const text = typeof convention === 'string' ? convention : conventionText(convention);
    for (const [file, content] of Object.entries({ 'convention.json': text, ...others }))
      writeFileSync(join(directory, file), content);
    try {
      return await importDirectory(directory, { dryRun, actor: INSTALLATION_ADMINISTRATOR }, { store, vault });
    } finally {
      rmSync(directory, { recursive: true });
    }
  }
  const stream = () => store.readStream('convention', { maxCount: 100 });
  const total = async () => (await store.readAll({ maxCount: 1_000 })).length;

  it('works without other files, and counts its parts', async () => {
    const report = await importing(aConventionFile({ avenants: [anAmendmentFile()] }));
    expect(report).toEqual({
      files: [{ file: 'convention.json', rows: 2, events: 2, derived: 0, unchanged: 0 }],
      faults: [],
      warnings: [],
    });
    expect((await stream()).map(({ type, metadata }) => [type, metadata.effectiveDay])).toEqual([
      ['ConventionAdopted', '2017-01-28'],
      ['ConventionAmended', '2026-02-01'],
    ]);
  });

  it('adds nothing the second time, and one event for a further amendment', async () => {
    await importing(aConventionFile({ avenants: [anAmendmentFile()] }));
    const again = await importing(aConventionFile({ avenants: [anAmendmentFile()] }));
    expect(again.files).toEqual([{ file: 'convention.json', rows: 2, events: 0, derived: 0, unchanged: 2 }]);
    const further = [anAmendmentFile(), anAmendmentFile({ code: 'AV-2' })];
    expect((await importing(aConventionFile({ avenants: further }))).files[0]).toMatchObject({
      events: 1,
      unchanged: 2,
    });
    expect(await stream()).toHaveLength(3);
  });

  it('a dry run gives the same counts, and writes nothing', async () => {
    expect((await importing(aConventionFile(), {}, true)).files[0]).toMatchObject({ rows: 1, events: 1 });
    expect(await total()).toBe(0);
  });

  it('gives the recorded value and the one found, and says how to amend the convention', async () => {
    await importing(aConventionFile({ avenants: [anAmendmentFile()] }));
    const text = conventionText(
      aConventionFile({
        objectifs: [anObjectiveFile({ valeur: '20 %' })],
        avenants: [anAmendmentFile()],
      }),
    );
    const { faults, files } = await importing(text);
    const line = text.split('\n').findIndex((each) => each.includes('20 %')) + 1;
    expect(files).toEqual([]);
    expect(faults).toEqual([
      {
        file: 'convention.json',
        line,
        column: 'objectifs[0].valeur',
        value: '20 %',
        message: '« 25 % » est enregistré et ne change pas : ajoutez un avenant daté, en fin d’« avenants »',
      },
    ]);
    const renamed = await importing(aConventionFile({ avenants: [anAmendmentFile({ nom: 'Autre nom' })] }));
    expect(renamed.faults).toMatchObject([{ column: 'avenants[0].nom', value: 'Autre nom' }]);
    const misplaced = await importing(
      aConventionFile({ avenants: [anAmendmentFile({ code: 'AV-0' }), anAmendmentFile()] }),
    );
    expect(misplaced.faults).toMatchObject([{ column: 'avenants[1].code', value: 'AV-1' }]);
    expect(await stream()).toHaveLength(2);
  });

  it('an amendment that is missing in the file stays, with a warning', async () => {
    await importing(aConventionFile({ avenants: [anAmendmentFile()] }));
    const { warnings, faults } = await importing(aConventionFile());
    expect(faults).toEqual([]);
    expect(warnings).toMatchObject([{ column: 'avenants', value: 'AV-1' }]);
  });

  it('is all or nothing together with the other files, wherever the fault is', async () => {
    const report = await importing(aConventionFile({ objectifs: null }), { 'communes.csv': COMMUNES });
    expect(report.faults).toMatchObject([{ file: 'convention.json', column: 'objectifs', line: 13 }]);
    expect(await total()).toBe(0);
    const other = await importing(aConventionFile(), { 'communes.csv': 'code_insee;nom\n78999;Rien\n' });
    expect(other.faults).toMatchObject([{ file: 'communes.csv' }]);
    expect(await total()).toBe(0);
  });

  it('can name entities of this import or an earlier one; an unknown entity is a fault at its place', async () => {
    const scoped = (type: string, code: string) =>
      anObjectiveFile({ code: `${type}-${code}`, portee: { type, identifiants: [code] } });
    const objectifs = [
      scoped('bailleur', 'L-ICF'),
      scoped('commune', '78621'),
      scoped('reservataire', 'ETAT'),
      scoped('residence', 'R1'),
      scoped('contingent', 'etat'),
      scoped('secteur', 'S1'),
    ];
    const secteurs = [{ code: 'S1', nom: 'Un', code_insee: '78621' }];
    const alone = await importing(aConventionFile({ objectifs, secteurs }));
    expect(alone.faults.map(({ column, value }) => [column, value])).toEqual([
      ['objectifs[0].portee.identifiants[0]', 'L-ICF'],
      ['objectifs[1].portee.identifiants[0]', '78621'],
      ['objectifs[2].portee.identifiants[0]', 'ETAT'],
      ['objectifs[3].portee.identifiants[0]', 'R1'],
      ['secteurs[0].code_insee', '78621'],
    ]);
    expect((await importing(aConventionFile({ objectifs, secteurs }), TERRITORY)).faults).toEqual([]);
    const wrong = await importing(
      aConventionFile({ objectifs: [...objectifs, scoped('secteur', 'S9'), scoped('qpv', 'QN9')], secteurs }),
    );
    expect(wrong.faults.map(({ column }) => column)).toContain('objectifs[6].portee.identifiants[0]');
    expect(wrong.faults.map(({ column }) => column)).toContain('objectifs[7].portee.identifiants[0]');
  });

  it('a commune of its territory needs no row of communes.csv, and is a warning', async () => {
    const territoire = { siren: '200058782', nom: 'SQY', communes: ['78621'] };
    const objectifs = [anObjectiveFile({ portee: { type: 'commune', identifiants: ['78621'] } })];
    const { faults, warnings } = await importing(aConventionFile({ territoire, objectifs }));
    expect(faults).toEqual([]);
    expect(warnings).toMatchObject([{ column: 'territoire.communes[0]', value: '78621' }]);
    expect(
      (await importing(aConventionFile({ territoire, objectifs }), { 'communes.csv': COMMUNES })).warnings,
    ).toEqual([]);
  });

  it('a priority category that it does not list on the day of the lease is a warning', async () => {
    const categories_prioritaires = [{ code: 'a', nom: 'Handicap' }];
    const avenants = [
      anAmendmentFile({ date_effet: '2025-03-06', categories_prioritaires: [{ code: 'b', nom: 'Autre' }] }),
    ];
    const convention = aConventionFile({ categories_prioritaires, avenants });
    const found = await importing(convention, { ...TERRITORY, 'attributions.csv': lease('b') });
    expect(found.faults).toEqual([]);
    expect(found.warnings).toMatchObject([{ column: 'categorie_prioritaire', value: 'b', line: 2 }]);
    expect((await importing(convention, { 'attributions.csv': lease('a') })).warnings).toEqual([]);
  });

  it('is written in stages where the store has no transaction', async () => {
    const server = serverLike(store);
    const file = aConventionFile({ avenants: [anAmendmentFile()] });
    const directory = mkdtempSync(join(tmpdir(), 'mixite-files-'));
    writeFileSync(join(directory, 'convention.json'), conventionText(file));
    const options = { dryRun: false, actor: INSTALLATION_ADMINISTRATOR };
    const first = await importDirectory(directory, options, { store: server, vault });
    const again = await importDirectory(directory, options, { store: server, vault });
    rmSync(directory, { recursive: true });
    expect([first, again].map(({ files }) => files[0]!.events)).toEqual([2, 0]);
    expect((await stream()).map(({ type }) => type)).toEqual(['ConventionAdopted', 'ConventionAmended']);
    expect((await store.readStream('imports', { maxCount: 9 })).map(({ type }) => type)).toEqual([
      'ImportStarted',
      'ImportCompleted',
    ]);
  });

  it('a text that is no UTF-8, or too large, is a fault', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'mixite-files-'));
    const read = () =>
      importDirectory(directory, { dryRun: true, actor: INSTALLATION_ADMINISTRATOR }, { store, vault });
    writeFileSync(join(directory, 'Convention.JSON'), Buffer.from([0x7b, 0xe9, 0x7d]));
    expect((await read()).faults).toMatchObject([
      { file: 'Convention.JSON', message: expect.stringContaining('UTF-8') as string },
    ]);
    writeFileSync(join(directory, 'Convention.JSON'), ' '.repeat(300 * 1024));
    expect((await read()).faults).toMatchObject([{ message: expect.stringContaining('trop grand') as string }]);
    rmSync(directory, { recursive: true });
  });
});

/** The same store, without transactions over several streams. */
function serverLike(store: AtomicEventStore): EventStore {
  return new Proxy<EventStore>(store, {
    has: (target, name) => name === 'deleteStream' || (name !== 'appendAtomically' && name in target),
    get: (target, name) => {
      if (name === 'deleteStream') return () => Promise.resolve();
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
