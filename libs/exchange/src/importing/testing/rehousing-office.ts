import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { NO_UPCASTERS, openSqliteEventStore, type RecordedEvent } from '#event-store';
import { systemClock, type Json, type Uuid } from '#kernel';
import { openSqliteVault, type NumberKind, type Vault } from '#people';
import { importDirectory, type ImportReport } from '../index';

export type Row = Readonly<Record<string, string>>;
export type Files = Readonly<Record<string, readonly Row[]>>;

export const OPERATION: Row = {
  code_operation: 'OP-1',
  nom: 'Merisiers',
  code_qpv: 'L-Q1',
  code_bailleur: 'L-1',
  menages_a_reloger: '2',
  date_debut: '2020-01-01',
  date_fin_prevue: '2028-12-31',
};
export const RESIDENCE: Row = {
  code_residence: 'R1',
  nom: 'Une',
  code_insee: '78621',
  code_bailleur: 'L-1',
  code_qpv: 'L-Q1',
  logements: '10',
  date_mise_en_service: '2000-06-01',
};
export const TERRITORY: Files = {
  'communes.csv': [{ code_insee: '78621', nom: 'Trappes' }],
  'bailleurs.csv': [{ code_bailleur: 'L-1', nom: 'Bailleur' }],
  'reservataires.csv': [{ code_reservataire: 'ETAT', nom: 'État', contingent: 'etat' }],
  'qpv.csv': [{ code_qpv: 'L-Q1', nom: 'Merisiers', code_insee: '78621', date_debut: '2015-01-01' }],
  'residences.csv': [RESIDENCE, { ...RESIDENCE, code_residence: 'R2', date_mise_en_service: '' }],
  'operations.csv': [OPERATION],
};
export const CASE: Row = {
  numero_relogement: 'REL-SECRET-1',
  code_operation: 'OP-1',
  numero_unique: '078SECRETNUMBER001',
  date_relogement: '2024-03-05',
  definitif: 'O',
  code_residence: 'R2',
  parc: 'ancien',
  personnes: '3',
  ressources_pct_plafond: '38,7',
  reste_a_charge_avant: '312,47',
  reste_a_charge_apres: '312,46',
  surface_avant: '58,53',
  surface_apres: '58,54',
  amelioration: 'N',
  propositions: '2',
  numero_attribution: '',
};
export const LEASE: Row = {
  numero_attribution: 'ATT-SECRET-1',
  date_bail: '2024-03-05',
  code_residence: 'R2',
  reference_logement: 'LOG-1',
  code_reservataire: 'ETAT',
  type_demande: 'mutation',
  numero_unique: '078SECRETNUMBER001',
  personnes_14_ans_et_plus: '1',
  enfants_moins_14_ans: '0',
  dalo: 'N',
};

export const cases = (...rows: readonly Row[]): Files => ({ 'relogements.csv': rows });

/** An empty record in its own folder, for tests that import rehousings. */
export class RehousingOffice {
  readonly folder = mkdtempSync(join(tmpdir(), 'mixite-rehousings-'));
  private readonly opened = openSqliteVault({ folder: this.folder });
  private readonly store = openSqliteEventStore({
    folder: this.folder,
    mode: 'writer',
    clock: systemClock,
    upcasters: NO_UPCASTERS,
  });

  async import(files: Files, { dryRun = false, withoutKeys = false } = {}): Promise<ImportReport> {
    const vault = withoutKeys ? blind(await this.opened) : await this.opened;
    const directory = mkdtempSync(join(tmpdir(), 'mixite-files-'));
    for (const [file, rows] of Object.entries(files)) writeFileSync(join(directory, file), csv(rows));
    try {
      const actor = INSTALLATION_ADMINISTRATOR;
      return await importDirectory(directory, { dryRun, actor }, { store: this.store, vault });
    } finally {
      rmSync(directory, { recursive: true });
    }
  }

  history(): Promise<readonly RecordedEvent[]> {
    return this.store.readAll({ maxCount: 1_000 });
  }

  async idOf(kind: NumberKind, number: string): Promise<Uuid | undefined> {
    return (await this.opened).find(kind, number);
  }

  /** The sealed facts of the event. */
  async sealedIn({ id, people }: RecordedEvent): Promise<Json | undefined> {
    const keys = await (await this.opened).keysOf([people!.household]);
    return keys.open(people!, id);
  }

  async close(): Promise<void> {
    await (await this.opened).close();
    await this.store.close();
    rmSync(this.folder, { recursive: true });
  }
}

/** The same vault, as if every household had been erased. */
function blind(vault: Vault): Vault {
  return Object.assign(Object.create(vault) as Vault, { keysOf: () => vault.keysOf([]) });
}

/** `file:line column value` of faults or warnings. */
export function placesOf(found: ImportReport['faults']): string[] {
  return found.map(({ file, line, column, value }) => `${file}:${line} ${column} ${value}`.trim());
}

function csv(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => `${cells.join(';')}\r\n`)
    .join('');
}
