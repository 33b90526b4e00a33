export type Row = Readonly<Record<string, string>>;
export type Files = Readonly<Record<string, readonly Row[]>>;

const RESIDENCES = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6'] as const;

/** Two communes and two landlords. One of the residences is in a QPV that another QPV replaced in 2024. */
export const TERRITORY: Files = {
  'communes.csv': [
    { code_insee: '78621', nom: 'Trappes' },
    { code_insee: '78297', nom: 'Guyancourt' },
  ],
  'qpv.csv': [
    {
      code_qpv: 'L-Q1',
      nom: 'Ancien périmètre',
      code_insee: '78621',
      date_debut: '2015-01-01',
      date_fin: '2023-12-31',
    },
    { code_qpv: 'L-Q2', nom: 'Nouveau périmètre', code_insee: '78621', date_debut: '2024-01-01', date_fin: '' },
  ],
  'bailleurs.csv': [
    { code_bailleur: 'L-A', nom: 'Bailleur A' },
    { code_bailleur: 'L-B', nom: 'Bailleur B' },
  ],
  'reservataires.csv': [
    { code_reservataire: 'ETAT', nom: 'État', contingent: 'etat' },
    { code_reservataire: 'VILLE', nom: 'Ville', contingent: 'commune' },
  ],
  'residences.csv': RESIDENCES.map((code, index) => ({
    code_residence: code,
    nom: `Résidence ${index + 1}`,
    code_insee: index < 3 ? '78621' : '78297',
    code_bailleur: index % 2 === 0 ? 'L-A' : 'L-B',
    code_qpv: index < 2 ? 'L-Q1|L-Q2' : '',
    logements: '50',
  })),
  'notes.csv': [
    { code_residence: 'R1', date_effet: '2023-01-01', note_commune: '5', note_bailleur: '5' },
    { code_residence: 'R3', date_effet: '2023-06-01', note_commune: '2', note_bailleur: '2' },
  ],
};

/** Leases numbered from `first` to `last`. Their values depend on their numbers, so they are the same each time. */
export function leases(first: number, last: number): readonly Row[] {
  const rows: Row[] = [];
  for (let number = first; number <= last; number++) rows.push(lease(number));
  return rows;
}

function lease(n: number): Row {
  const pick = (values: readonly string[], step: number): string => values[Math.floor(n / step) % values.length]!;
  const month = String((n % 12) + 1).padStart(2, '0');
  const day = String((n % 28) + 1).padStart(2, '0');
  return {
    numero_attribution: `BAIL-SECRET-${n}`,
    date_bail: `${n % 3 === 0 ? '2024' : '2023'}-${month}-${day}`,
    code_residence: pick(RESIDENCES, 1),
    reference_logement: `LOGT-SECRET-${n}`,
    typologie: pick(['T1', 'T2', 'T3', ''], 2),
    financement: pick(['PLAI', 'PLUS', ''], 3),
    premiere_mise_en_location: pick(['N', 'O', ''], 7),
    annulee: n % 29 === 0 ? 'O' : 'N',
    code_reservataire: pick(['ETAT', 'VILLE'], 2),
    type_demande: pick(['premier_acces', 'mutation'], 3),
    numero_unique: `0780000000${String(n).padStart(8, '0')}`,
    personnes_14_ans_et_plus: '1',
    enfants_moins_14_ans: '0',
    quartile: pick(['1', '2', '3', '4', ''], 1),
    dalo: pick(['N', 'O'], 5),
    relogement: n % 17 === 0 ? 'anru' : '',
    commune_domicile: pick(['78297', ''], 2),
    commune_travail: '78621',
    travailleur_essentiel: pick(['O', 'N', ''], 4),
    composition: pick(['seul', 'couple', 'nombreuse', ''], 2),
  };
}

/** Two operations: one in the commune of the QPV with households at every stage, and one without households. */
export const OPERATIONS: Files = {
  'operations.csv': [
    { ...operation('OP-1', 'Merisiers'), menages_a_reloger: '5' },
    { ...operation('OP-2', 'Valibout'), menages_a_reloger: '3' },
  ],
  'relogements.csv': [
    rehousing(1, { date_relogement: '2023-10-02', parc: 'neuf', ressources_pct_plafond: '39,99' }),
    rehousing(2, { date_relogement: '2023-12-31', code_residence: 'R1', parc: 'moins_5_ans' }),
    rehousing(3, { date_relogement: '2024-02-01', ressources_pct_plafond: '40', reste_a_charge_apres: '350' }),
    rehousing(4, { date_relogement: '2024-01-15', definitif: 'N', code_residence: '' }),
    rehousing(5, { code_residence: '' }),
  ],
};

function operation(code: string, nom: string): Row {
  return { code_operation: code, nom, code_qpv: 'L-Q1', code_bailleur: 'L-A', date_debut: '2020-01-01' };
}

/** Household n of OP-1. It is rehoused in R4 where a day is given. */
export function rehousing(n: number, cells: Row = {}): Row {
  return {
    numero_relogement: `REL-SECRET-${n}`,
    code_operation: 'OP-1',
    numero_unique: `0780000000${String(n).padStart(8, '0')}`,
    date_relogement: '',
    definitif: 'O',
    code_residence: 'R4',
    parc: '',
    ressources_pct_plafond: '',
    reste_a_charge_avant: '300',
    reste_a_charge_apres: '300',
    surface_avant: '50',
    surface_apres: '60',
    amelioration: 'O',
    ...cells,
  };
}

export function csv(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  return [columns.join(';'), ...rows.map((row) => columns.map((column) => row[column]).join(';'))].join('\n');
}

export function csvFiles(files: Files): ReadonlyMap<string, string> {
  return new Map(Object.entries(files).map(([name, rows]) => [name, csv(rows)]));
}
