export type Row = Readonly<Record<string, string>>;
export type Files = Readonly<Record<string, readonly Row[]>>;

/** A residence as the simulation knows it. */
export interface Residence {
  readonly code: string;
  readonly landlord: string;
  readonly commune: string;
  /** In a district whose commune has a QPV commission. */
  readonly hasCommission: boolean;
  /** On its landlord's legal list of the year. */
  readonly isListed: boolean;
}

export interface Holder {
  readonly code: string;
  readonly contingent: string;
  readonly commune: string | null;
}

const TRAPPES = '78621';
const GUYANCOURT = '78297';
const VOISINS = '78688';
export const COMMUNES = [TRAPPES, GUYANCOURT, VOISINS] as const;
/** The commune whose mayor asked for a QPV commission. */
export const COMMISSION_COMMUNE = TRAPPES;
export const LANDLORDS = ['L-A', 'L-B', 'L-C'] as const;
/** The landlord that establishes its legal list. */
export const LISTING_LANDLORD = 'L-A';
/** Had S7 until it was sold to L-A. */
export const FORMER_LANDLORD = 'L-C';
export const SOLD_RESIDENCE = 'S7';

export const RESIDENCES: readonly Residence[] = [
  { code: 'S1', landlord: 'L-A', commune: TRAPPES, hasCommission: true, isListed: true },
  { code: 'S2', landlord: 'L-B', commune: TRAPPES, hasCommission: true, isListed: false },
  { code: 'S3', landlord: 'L-A', commune: TRAPPES, hasCommission: false, isListed: false },
  { code: 'S4', landlord: 'L-B', commune: GUYANCOURT, hasCommission: false, isListed: false },
  { code: 'S5', landlord: 'L-A', commune: GUYANCOURT, hasCommission: false, isListed: true },
  { code: 'S6', landlord: 'L-B', commune: VOISINS, hasCommission: false, isListed: false },
  { code: SOLD_RESIDENCE, landlord: 'L-A', commune: VOISINS, hasCommission: false, isListed: false },
];

export const HOLDERS: readonly Holder[] = [
  { code: 'V-TRAPPES', contingent: 'commune', commune: TRAPPES },
  { code: 'V-GUYANCOURT', contingent: 'commune', commune: GUYANCOURT },
  { code: 'H-EPCI', contingent: 'epci', commune: null },
  { code: 'H-AL', contingent: 'action_logement', commune: null },
  { code: 'H-ETAT', contingent: 'etat', commune: null },
  { code: 'H-AGENTS', contingent: 'etat_fonctionnaires', commune: null },
  { code: 'H-OWN-A', contingent: 'bailleur', commune: null },
  { code: 'H-OWN-B', contingent: 'bailleur', commune: null },
];

export const residenceOf = (code: string): Residence => RESIDENCES.find((one) => one.code === code)!;
export const holderOf = (code: string): Holder => HOLDERS.find((one) => one.code === code)!;

/** A dwelling that `logements.csv` names: its first letting goes to this holder. */
export interface NamedDwelling {
  readonly reference: string;
  readonly residence: string;
  readonly typology: string;
  readonly financing: string;
  readonly surface: string;
  readonly holder: string;
}

/** The reference files, which both installations import. */
export function territoryFiles(year: number, dwellings: readonly NamedDwelling[]): Files {
  const notes: readonly (readonly [string, string])[] = [
    ['S1', '5'],
    ['S2', '4'],
    ['S3', '2'],
    ['S4', '3'],
    ['S5', '4'],
    ['S6', '1'],
  ];
  return {
    'communes.csv': COMMUNES.map((code) => ({ code_insee: code, nom: `Commune ${code}` })),
    'qpv.csv': [
      { code_qpv: 'L-Q1', nom: 'Les Merisiers', code_insee: TRAPPES, date_debut: '2015-01-01', date_fin: '' },
      // Ends in the middle of the year: the same residence is then outside.
      { code_qpv: 'L-Q2', nom: 'Le Pont', code_insee: GUYANCOURT, date_debut: '2015-01-01', date_fin: `${year}-06-30` },
    ],
    'bailleurs.csv': LANDLORDS.map((code) => ({ code_bailleur: code, nom: `Bailleur ${code}` })),
    'reservataires.csv': HOLDERS.map(({ code, contingent, commune }) => ({
      code_reservataire: code,
      nom: `Réservataire ${code}`,
      contingent,
      code_insee: commune ?? '',
    })),
    'residences.csv': RESIDENCES.map(({ code, landlord, commune, hasCommission }) => ({
      code_residence: code,
      nom: `Résidence ${code}`,
      code_insee: commune,
      code_bailleur: code === SOLD_RESIDENCE ? FORMER_LANDLORD : landlord,
      code_qpv: hasCommission ? 'L-Q1' : code === 'S4' ? 'L-Q2' : '',
      logements: '500',
    })),
    'proprietes.csv': [{ code_residence: SOLD_RESIDENCE, date_debut: '2020-01-01', code_bailleur: 'L-A' }],
    'notes.csv': notes.map(([code, note]) => ({
      code_residence: code,
      date_effet: `${year - 1}-01-01`,
      note_commune: note,
      note_bailleur: note,
    })),
    'seuils.csv': [year - 1, year, year + 1].map((of) => ({
      annee: String(of),
      q1: '11615',
      q2: of === year + 1 ? '' : '17000',
      q3: of === year + 1 ? '' : '24000',
    })),
    'logements.csv': dwellings.map(({ reference, residence, typology, financing, surface, holder }) => ({
      reference_logement: reference,
      code_residence: residence,
      typologie: typology,
      financement: financing,
      surface,
      loyer: '412,30',
      code_reservataire: holder,
    })),
  };
}

export function csv(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [columns.join(';'), ...rows.map((row) => columns.map((column) => row[column] ?? '').join(';'))].join('\n');
}
