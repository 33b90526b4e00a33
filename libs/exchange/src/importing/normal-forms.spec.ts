import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { ALLOCATION_STREAMS, KnownFacts } from '#allocation';
import { NO_UPCASTERS, openSqliteEventStore, type AtomicEventStore } from '#event-store';
import { day, newUuid, systemClock } from '#kernel';
import { openSqliteVault, type Vault } from '#people';
import { readDirectory, type ValidRow } from '../reading/directory';
import { Findings } from '../reading/fault';
import { readConventionImport } from './convention/convention-import';
import { importDirectory, writeImport } from './import-directory';
import { parseImport } from './parse-import';
import { ImportPlan } from './plan-import';

const HEADER =
  'numero_attribution;date_bail;code_residence;reference_logement;code_reservataire;type_demande;numero_unique;personnes_14_ans_et_plus;enfants_moins_14_ans;dalo';
const lease = (number: string, residence = 'R 1', dwelling = 'LOG 1') =>
  `${number};2024-03-05;${residence};${dwelling};ETAT;mutation;078012345678901234;1;0;N`;
const TERRITORY = {
  'communes.csv': 'code_insee;nom\n78621;Trappes\n',
  'bailleurs.csv': 'code_bailleur;nom\nL-1;Bailleur\n',
  'reservataires.csv': 'code_reservataire;nom;contingent\nETAT;État;etat\n',
  'residences.csv': 'code_residence;nom;code_insee;code_bailleur;logements\nR 1;Une;78621;L-1;10\n',
};

describe('texts that look the same, over several imports', () => {
  let folder: string;
  let store: AtomicEventStore;
  let vault: Vault;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mixite-normal-'));
    store = openSqliteEventStore({ folder, mode: 'writer', clock: systemClock, upcasters: NO_UPCASTERS });
    vault = await openSqliteVault({ folder });
  });
  afterEach(async () => {
    await vault.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  function directoryOf(files: Readonly<Record<string, string>>): string {
    const directory = mkdtempSync(join(folder, 'sent-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
    return directory;
  }
  const importing = async (files: Readonly<Record<string, string>>) => {
    const options = { dryRun: false, actor: INSTALLATION_ADMINISTRATOR };
    return importDirectory(directoryOf(files), options, { store, vault });
  };
  const countsOf = ({ files }: Awaited<ReturnType<typeof importing>>) =>
    files.map(({ file, events, unchanged }) => [file, events, unchanged]);
  const leaseEvents = async () =>
    (await store.readAll({ types: ALLOCATION_STREAMS.types, maxCount: 100 })).map(({ type }) => type);

  /** Imports as it was done before the normal form of codes: each text is recorded as it was typed. */
  async function importingAsTyped(files: Readonly<Record<string, string>>, typed: Readonly<Record<string, string>>) {
    const findings = new Findings();
    const directory = directoryOf(files);
    const convention = await readConventionImport(directory, { store, isInEpci: () => false }, findings);
    const read = await readDirectory(directory, {}, findings);
    const before = (text: string) =>
      Object.entries(typed).reduce((all, [normal, was]) => all.replaceAll(normal, was), text);
    const rows = new Map(
      [...read.rows].map(([file, ofFile]) => [
        file,
        ofFile.map(({ line, row, cells }): ValidRow => {
          const typedRow = JSON.parse(before(JSON.stringify(row))) as object;
          return { valid: true, line, row: typedRow, cells: before(cells) };
        }),
      ]),
    );
    const recorded = await KnownFacts.of(store);
    const context = { convention, recorded, store, today: day('2025-01-01') };
    const parsed = await parseImport({ ...read, rows }, context, findings);
    expect(findings.faults).toEqual([]);
    const id = newUuid();
    const metadata = { actor: 'administrator', role: 'administrateur', correlationId: id, causationId: id };
    const setting = { metadata, dryRun: false, process: new Map(), session: vault.session() };
    await writeImport(new ImportPlan(parsed, { store, vault }, setting).batches(), store);
  }

  it('give the same rows, in any way of typing', async () => {
    await importing({ ...TERRITORY, 'attributions.csv': `${HEADER}\n${lease('ATT 1')}\n` });
    const again = await importing({
      'residences.csv': TERRITORY['residences.csv'].replace('R 1', 'R\u00a01'),
      'attributions.csv': `${HEADER}\n${lease('ATT\u202f1', 'R\u2003 1', 'LOG\u00a01')}\n`,
    });
    expect(countsOf(again)).toEqual([
      ['residences.csv', 0, 1],
      ['attributions.csv', 0, 1],
    ]);
  });

  it('a lease that was recorded under its number as typed is the same lease, and is not corrected', async () => {
    const files = { ...TERRITORY, 'attributions.csv': `${HEADER}\n${lease('ATT\u00a01')}\n` };
    await importingAsTyped(files, { 'ATT 1': 'ATT\u00a01' });
    expect(countsOf(await importing(files)).at(-1)).toEqual(['attributions.csv', 0, 1]);
    expect(await leaseEvents()).toEqual(['AllocationSigned']);
  });

  it('a value that was recorded as typed is corrected once', async () => {
    const files = { ...TERRITORY, 'attributions.csv': `${HEADER}\n${lease('ATT\u00a01', 'R 1', 'LOG\u00a01')}\n` };
    await importingAsTyped(files, { 'ATT 1': 'ATT\u00a01', 'LOG 1': 'LOG\u00a01' });
    expect(countsOf(await importing(files)).at(-1)).toEqual(['attributions.csv', 1, 0]);
    expect(countsOf(await importing(files)).at(-1)).toEqual(['attributions.csv', 0, 1]);
    expect(await leaseEvents()).toEqual(['AllocationSigned', 'AllocationCorrected']);
  });
});
