import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR, type Actor } from '#access';
import type { LeaseReceipt } from '#allocation';
import { aConventionFile, conventionText } from '#convention/testing';
import {
  NO_UPCASTERS,
  openSqliteEventStore,
  type AtomicEventStore,
  type EventStore,
  type RecordedEvent,
} from '#event-store';
import { isRefusal, systemClock, type Clock, type JsonObject } from '#kernel';
import { openSqliteVault, type Vault } from '#people';
import { importDirectory } from '../../importing';
import { LeaseRows, type LeaseReport } from '../lease-rows';

export type Row = Readonly<Record<string, string>>;
export type Files = Readonly<Record<string, readonly Row[]>>;

/** Two communes, two landlords, a residence that changed hands in 2024. */
export const TERRITORY: Files = {
  'communes.csv': [
    { code_insee: '78621', nom: 'Trappes' },
    { code_insee: '78297', nom: 'Guyancourt' },
  ],
  'bailleurs.csv': [
    { code_bailleur: 'L-A', nom: 'Bailleur A' },
    { code_bailleur: 'L-B', nom: 'Bailleur B' },
  ],
  'reservataires.csv': [
    { code_reservataire: 'ETAT', nom: 'État', contingent: 'etat' },
    { code_reservataire: 'VILLE', nom: 'Ville', contingent: 'commune' },
  ],
  'residences.csv': [
    {
      code_residence: 'R1',
      nom: 'Une',
      code_insee: '78621',
      code_bailleur: 'L-A',
      logements: '10',
      date_mise_en_service: '1980-01-01',
    },
    {
      code_residence: 'R2',
      nom: 'Deux',
      code_insee: '78297',
      code_bailleur: 'L-B',
      logements: '10',
      date_mise_en_service: '',
    },
  ],
  'proprietes.csv': [{ code_residence: 'R1', date_debut: '2024-01-01', code_bailleur: 'L-B' }],
  'seuils.csv': [{ annee: '2023', q1: '11000', q2: '17000', q3: '25000' }],
};

export const LEASE: Row = {
  numero_attribution: 'ATT-SECRET-1',
  date_bail: '2023-03-05',
  code_residence: 'R1',
  reference_logement: 'LOG-SECRET-1',
  code_reservataire: 'ETAT',
  type_demande: 'premier_acces',
  numero_unique: '078SECRETNUMBER001',
  personnes_14_ans_et_plus: '1',
  enfants_moins_14_ans: '0',
  ressources_annuelles: '11615,01',
  dalo: 'N',
  commune_domicile: '75112',
  commune_travail: '78621',
};

/** A folder in which a test records leases one by one, and imports files. */
export interface Desk {
  readonly folder: string;
  readonly store: AtomicEventStore;
  readonly vault: Vault;
  readonly recorder: LeaseRows;
  /** Another process on the same stores, or one with another store or clock. */
  another(over?: { readonly store?: EventStore; readonly clock?: Clock }): LeaseRows;
  /** Imports the rows of each file, and a convention with those publics where they are given. */
  importing(
    files: Files,
    options?: { readonly publics?: readonly JsonObject[]; readonly isDemo?: boolean },
  ): ReturnType<typeof importDirectory>;
  history(): Promise<readonly RecordedEvent[]>;
  close(): Promise<void>;
  /** Closes the stores and keeps the folder. */
  shut(): Promise<void>;
}

/** Closes the desk and gives two desks with its history and its keys. */
export async function twinsOf({ folder, shut }: Desk): Promise<readonly [Desk, Desk]> {
  await shut();
  const other = mkdtempSync(join(tmpdir(), 'mixite-desk-'));
  cpSync(folder, other, { recursive: true });
  return [await openDesk(folder), await openDesk(other)];
}

export async function openDesk(folder = mkdtempSync(join(tmpdir(), 'mixite-desk-'))): Promise<Desk> {
  const store = openSqliteEventStore({
    folder,
    mode: 'writer',
    clock: systemClock,
    upcasters: NO_UPCASTERS,
    synchronous: 'normal',
  });
  const vault = await openSqliteVault({ folder });
  const another: Desk['another'] = (over = {}) =>
    new LeaseRows({
      store: over.store ?? store,
      vault: async () => vault,
      clock: over.clock ?? systemClock,
    });
  const shut = async (): Promise<void> => {
    await vault.close();
    await store.close();
  };
  return {
    folder,
    store,
    vault,
    recorder: another(),
    another,
    async importing(files, { publics, isDemo } = {}) {
      const directory = mkdtempSync(join(tmpdir(), 'mixite-files-'));
      for (const [file, rows] of Object.entries(files)) writeFileSync(join(directory, file), csv(rows));
      if (publics) writeFileSync(join(directory, 'convention.json'), conventionText(aConventionFile({ publics })));
      try {
        const options = { dryRun: false, isDemo, actor: INSTALLATION_ADMINISTRATOR };
        return await importDirectory(directory, options, { store, vault });
      } finally {
        rmSync(directory, { recursive: true });
      }
    },
    history: () => store.readAll({ maxCount: 10_000 }),
    async close() {
      await shut();
      rmSync(folder, { recursive: true });
    },
    shut,
  };
}

export interface RecordingOptions {
  readonly key?: string;
  readonly actor?: Actor;
}

export function recordRow(
  recorder: LeaseRows,
  fields: Row,
  { key, actor = INSTALLATION_ADMINISTRATOR }: RecordingOptions = {},
) {
  return recorder.record({ fields, requestKey: key }, actor);
}

/** Records a row and gives its receipt. @throws where the row is refused */
export async function receiptOf(
  recorder: LeaseRows,
  fields: Row,
  options: RecordingOptions = {},
): Promise<LeaseReceipt> {
  const report = await recordRow(recorder, fields, options);
  if (isRefusal(report)) throw new Error(`refused: ${report.code}`);
  if (!report.recorded) throw new Error(JSON.stringify(report.faults));
  return report.receipt;
}

export function faultsOf(report: Awaited<ReturnType<LeaseRows['record']>>): LeaseReport & { readonly recorded: false } {
  if (isRefusal(report) || report.recorded) throw new Error('not refused for its faults');
  return report;
}

function csv(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [columns.join(';'), ...rows.map((row) => columns.map((column) => row[column] ?? '').join(';'))].join('\r\n');
}
