import type { Files } from './office';

export type Row = Readonly<Record<string, string>>;

/** Two communes, two landlords, three holders; R1 is in a QPV until 30 June 2023, then in another; R2 is in none. */
export const TERRITORY: Files = {
  'communes.csv': 'code_insee;nom\n78621;Trappes\n78297;Guyancourt\n',
  'bailleurs.csv': 'code_bailleur;nom\nL-A;Bailleur A\nL-B;Bailleur B\n',
  'reservataires.csv':
    'code_reservataire;nom;contingent\nETAT;État;etat\nFONC;Fonctionnaires;etat_fonctionnaires\nVILLE;Ville;commune\n',
  'qpv.csv':
    'code_qpv;nom;code_insee;date_debut;date_fin\nL-OLD;Ancien;78621;2015-01-01;2023-06-30\nL-NEW;Nouveau;78621;2023-07-02;\n',
  'residences.csv':
    'code_residence;nom;code_insee;code_bailleur;code_qpv;logements\nR1;Une;78621;L-A;L-OLD|L-NEW;50\nR2;Deux;78297;L-B;;30\n',
};

/** A lease outside QPV for a household of one person, with only the required cells. */
export function lease(cells: Row = {}): Row {
  return {
    numero_attribution: 'A1',
    date_bail: '2023-03-15',
    code_residence: 'R2',
    reference_logement: 'LOG-1',
    code_reservataire: 'ETAT',
    type_demande: 'premier_acces',
    numero_unique: '078000000000000001',
    personnes_14_ans_et_plus: '1',
    enfants_moins_14_ans: '0',
    dalo: 'N',
    ...cells,
  };
}

/** The rows as CSV. A cell that a row does not have is empty. */
export function csv(...rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(';'));
  return `${[columns.join(';'), ...lines].join('\n')}\n`;
}

/** attributions.csv, with its rows numbered A1, A2 and so on. */
export function leases(...cells: readonly Row[]): Files {
  const rows = cells.map((row, index) => lease({ numero_attribution: `A${index + 1}`, ...row }));
  return { 'attributions.csv': csv(...rows) };
}
