import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR, limitedTo, type Actor } from '#access';
import type { EventStore, RecordedEvent } from '#event-store';
import type { Clock } from '#kernel';
import { openSqliteVault, type Vault } from '#people';
import { TestClock } from '#territory/testing';
import { RecordedCircumstances, UNKNOWN_HOUSEHOLD, VacancyRecorder } from '#vacancy/testing';
import { importDirectory, type ImportReport } from '../importing';

export type Row = Readonly<Record<string, string>>;
export type Files = Readonly<Record<string, readonly Row[]>>;
export type OpenStore = (clock: Clock) => Promise<{ store: EventStore; close(): Promise<void> }>;

const residence = (code: string, landlord: string): Row => ({
  code_residence: code,
  nom: `Résidence ${code}`,
  code_insee: '78621',
  code_bailleur: landlord,
  logements: '10',
});

export const TERRITORY: Files = {
  'communes.csv': [{ code_insee: '78621', nom: 'Trappes' }],
  'bailleurs.csv': [
    { code_bailleur: 'L-1', nom: 'Premier' },
    { code_bailleur: 'L-2', nom: 'Second' },
  ],
  'reservataires.csv': [
    { code_reservataire: 'VILLE', nom: 'Ville', contingent: 'commune', code_insee: '78621' },
    { code_reservataire: 'ETAT', nom: 'État', contingent: 'etat', code_insee: '' },
    { code_reservataire: 'PROPRE', nom: 'Contingent propre', contingent: 'bailleur', code_insee: '' },
  ],
  'residences.csv': [residence('R1', 'L-1'), residence('R2', 'L-2')],
};

export const VACANCY: Row = {
  reference_logement: 'PORTE-SECRETE-1',
  code_residence: 'R1',
  date_liberation: '2026-04-01',
  motif_liberation: 'depart',
  typologie: 'T3',
  code_reservataire: 'VILLE',
  date_limite: '2026-03-20',
};

export const DESIGNATION: Row = {
  reference_logement: 'PORTE-SECRETE-1',
  code_residence: 'R1',
  type_demande: 'premier_acces',
  numero_unique: '078SECRETNUMBER001',
  personnes_14_ans_et_plus: '1',
  enfants_moins_14_ans: '0',
  ressources_annuelles: '12000',
  dalo: 'N',
  fondement: 'reservation',
};

export const LEASE: Row = {
  numero_attribution: 'ATT-1',
  date_bail: '2026-03-02',
  code_residence: 'R1',
  reference_logement: VACANCY['reference_logement']!,
  code_reservataire: 'VILLE',
  type_demande: 'premier_acces',
  numero_unique: DESIGNATION['numero_unique']!,
  personnes_14_ans_et_plus: '1',
  enfants_moins_14_ans: '0',
  dalo: 'N',
};

export const vacancies = (...rows: readonly Row[]): Files => ({ 'vacances.csv': rows });
export const designations = (...rows: readonly Row[]): Files => ({ 'designations.csv': rows });

export const LANDLORD: Actor = { id: 'bailleur-1', role: 'bailleur', scope: limitedTo({ landlord: ['L-1'] }) };
const AGENT: Actor = { ...INSTALLATION_ADMINISTRATOR, id: 'agent', role: 'agent_epci' };

/** Imports of files of the process into one store, with one vault. */
export class ProcessFilesBench {
  readonly clock = new TestClock();
  store!: EventStore;
  vault!: Vault;
  private folder!: string;
  private close: () => Promise<void> = async () => undefined;

  constructor(private readonly openStore: OpenStore) {}

  async open(): Promise<void> {
    this.clock.set('2026-03-02T09:00:00Z');
    this.folder = mkdtempSync(join(tmpdir(), 'mixite-process-files-'));
    this.vault = await openSqliteVault({ folder: this.folder });
    const { store, close } = await this.openStore(this.clock);
    this.store = store;
    this.close = close;
  }

  async end(): Promise<void> {
    await this.close();
    await this.vault.close();
    rmSync(this.folder, { recursive: true });
  }

  readonly importing = async (
    files: Files,
    { actor = AGENT, dryRun = false, store = this.store }: { actor?: Actor; dryRun?: boolean; store?: EventStore } = {},
  ): Promise<ImportReport> => {
    const directory = mkdtempSync(join(tmpdir(), 'mixite-files-'));
    for (const [file, rows] of Object.entries(files)) writeFileSync(join(directory, file), csv(rows));
    try {
      const options = { dryRun, actor, now: this.clock.now() };
      return await importDirectory(directory, options, { store, vault: this.vault });
    } finally {
      rmSync(directory, { recursive: true });
    }
  };

  /** The live process, on the same store. It knows of no lease. */
  recorder(): VacancyRecorder {
    const stores = { store: this.store, clock: this.clock, vault: async () => this.vault };
    return new VacancyRecorder(stores, new RecordedCircumstances(stores, { of: async () => UNKNOWN_HOUSEHOLD }));
  }

  /** The history without what an import on a server writes about itself. */
  readonly history = async (): Promise<readonly RecordedEvent[]> =>
    (await this.store.readAll({ maxCount: 1_000 })).filter(({ type }) => !type.startsWith('Import'));

  readonly ofVacancies = async (): Promise<readonly RecordedEvent[]> =>
    (await this.history()).filter(({ stream }) => stream.startsWith('vacancy-'));

  readonly typesOf = async (): Promise<readonly string[]> => (await this.ofVacancies()).map(({ type }) => type);
}

export function countsOf({ files }: ImportReport, file: string): readonly number[] | undefined {
  const found = files.find((one) => one.file === file);
  return found && [found.rows, found.events, found.unchanged];
}

/** The faults as text: file, line, column, value. */
export function cellsOf({ faults }: ImportReport): readonly string[] {
  return faults.map(({ file, line, column, value }) => [file, line, column, value].join(' '));
}

function csv(rows: readonly Row[]): string {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [header, ...rows.map((row) => header.map((column) => row[column] ?? ''))]
    .map((one) => one.join(';'))
    .join('\n');
}
