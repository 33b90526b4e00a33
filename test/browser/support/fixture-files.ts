import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvFiles, type Files, type Row } from '../../e2e/support/territory';

/**
 * A small territory that makes every page non-empty: at most 20 rows a table, because axe needs seconds for a long one. It is recorded at
 * two instants, so that a page as of `PAST` differs from the page of today.
 */
export const PAST = '2025-07-31';
export const FIRST_RECORDED = '2025-07-05T08:00:00.000Z';
export const THEN_RECORDED = '2026-01-12T08:00:00.000Z';

const COMMUNES = [
  { code_insee: '78621', nom: 'Trappes', deficitaire_sru: 'N', zone_plafonds: 'ile_de_france' },
  { code_insee: '78297', nom: 'Guyancourt', deficitaire_sru: 'N', zone_plafonds: 'ile_de_france' },
];
const LANDLORDS = ['L-SEQENS', 'L-VALOPHIS'] as const;
const HOLDERS = ['ETAT', 'EPCI', 'VILLE', 'AL'] as const;
const NAMES = ['Jean Jaurès', 'Les Merisiers', 'La Plaine', 'Les Garennes', 'Le Parc', 'Les Saules'];
const RESIDENCES = NAMES.map((nom, index) => ({
  code_residence: `R${index + 1}`,
  nom,
  code_insee: index < 3 ? '78621' : '78297',
  code_bailleur: LANDLORDS[index % 2]!,
  code_qpv: index < 2 ? 'L-MERISIERS' : '',
  logements: String(40 + 10 * index),
  date_mise_en_service: '1975-09-01',
  latitude: `48,77${index}`,
  longitude: `2,00${index}`,
}));

/** What is recorded first: the territory, its convention, its notes, and the leases of the first half of 2025. */
export const FIRST_FILES: ReadonlyMap<string, string> = new Map([
  ...csvFiles({
    'communes.csv': COMMUNES,
    'qpv.csv': [
      {
        code_qpv: 'L-MERISIERS',
        nom: 'Les Merisiers',
        code_insee: '78621',
        date_debut: '2015-01-01',
        date_fin: '',
      },
    ],
    'bailleurs.csv': LANDLORDS.map((code) => ({
      code_bailleur: code,
      nom: code === 'L-SEQENS' ? 'Seqens' : 'Valophis',
    })),
    'reservataires.csv': [
      { code_reservataire: 'ETAT', nom: 'État', contingent: 'etat', code_insee: '' },
      { code_reservataire: 'EPCI', nom: 'Intercommunalité', contingent: 'epci', code_insee: '' },
      { code_reservataire: 'VILLE', nom: 'Ville de Trappes', contingent: 'commune', code_insee: '78621' },
      { code_reservataire: 'AL', nom: 'Action Logement', contingent: 'action_logement', code_insee: '' },
    ],
    'residences.csv': RESIDENCES,
    'seuils.csv': [{ annee: '2025', q1: '11800', q2: '17500', q3: '24000' }],
    'ops.csv': RESIDENCES.slice(0, 4).map(survey),
    'notes.csv': RESIDENCES.slice(0, 5).map(note),
    'listes.csv': [{ code_bailleur: 'L-SEQENS', date_effet: '2025-02-01', code_residence: 'R1' }],
    'operations.csv': [
      {
        code_operation: 'OP-1',
        nom: 'Les Merisiers, démolition de la tour 3',
        code_qpv: 'L-MERISIERS',
        code_bailleur: 'L-SEQENS',
        menages_a_reloger: '6',
        date_debut: '2024-01-01',
        date_fin_prevue: '2028-12-31',
      },
    ],
    'relogements.csv': [1, 2, 3].map(rehousing),
    'flux.csv': HOLDERS.map((holder, index) => share(holder, ['30', '25', '20', '25'][index]!)),
    'indicateurs.csv': [
      {
        code: 'ROTATION',
        portee: 'epci',
        identifiant: '200058782',
        periode: '2024',
        valeur: '7,4',
        source: 'Rapport annuel',
        date_source: '2025-03-31',
      },
    ],
    'attributions.csv': leases(1, 12),
  } satisfies Files),
  ['convention.json', convention()],
]);

/** What is recorded half a year later: the leases of the second half, and one that is corrected. */
export const THEN_FILES: ReadonlyMap<string, string> = csvFiles({
  'attributions.csv': [...leases(13, 18), { ...lease(2), quartile: '4' }],
  'relogements.csv': [{ ...rehousing(3), date_relogement: '2025-09-15', code_residence: 'R5' }],
});

function survey({ code_residence }: Row, index: number): Row {
  return {
    code_residence: code_residence!,
    annee: '2024',
    logements: '40',
    taux_reponse: '87,5',
    part_moins_40_plus: String(20 + 10 * index),
    taux_activite: String(80 - 5 * index),
    part_familles_nombreuses: '15',
    part_monoparentales: '21',
    part_mineurs: '31',
    part_sous_occupation: '12',
    part_sur_occupation: '6,5',
  };
}

/** R1 is fragile, and the two notes of R4 differ, so that one note waits for an agreement. */
function note({ code_residence }: Row, index: number): Row {
  const [commune, landlord] = [
    ['5', '5'],
    ['4', '4'],
    ['3', '3'],
    ['2', '3'],
    ['1', '1'],
  ][index]!;
  return {
    code_residence: code_residence!,
    date_effet: '2025-01-28',
    note_commune: commune!,
    note_bailleur: landlord!,
  };
}

function share(code_reservataire: string, part: string): Row {
  return { annee: '2025', code_bailleur: 'L-SEQENS', code_reservataire, part, exclus: '0' };
}

function leases(first: number, last: number): readonly Row[] {
  return Array.from({ length: last - first + 1 }, (_, index) => lease(first + index));
}

/** The values depend on the number, so they are the same each time. */
function lease(n: number): Row {
  const month = n <= 12 ? ((n - 1) % 6) + 1 : n - 6;
  return {
    numero_attribution: `B-2025-${String(n).padStart(3, '0')}`,
    date_bail: `2025-${String(month).padStart(2, '0')}-${String(2 + n).padStart(2, '0')}`,
    code_residence: `R${((n - 1) % NAMES.length) + 1}`,
    reference_logement: `LOGT-${n}`,
    typologie: `T${(n % 4) + 1}`,
    financement: ['PLAI', 'PLUS', 'PLS'][n % 3]!,
    premiere_mise_en_location: 'N',
    annulee: n === 11 ? 'O' : 'N',
    code_reservataire: HOLDERS[n % HOLDERS.length]!,
    type_demande: n % 3 === 0 ? 'mutation' : 'premier_acces',
    numero_unique: numberOf(n),
    personnes_14_ans_et_plus: '2',
    enfants_moins_14_ans: String(n % 3),
    quartile: n === 7 ? '' : String((n % 4) + 1),
    dalo: n % 5 === 0 ? 'O' : 'N',
    relogement: n === 9 ? 'anru' : '',
    commune_domicile: n % 2 === 0 ? '78297' : '78621',
    commune_travail: n % 2 === 0 ? '78621' : '78297',
    travailleur_essentiel: n % 4 === 0 ? 'O' : 'N',
    composition: ['seul', 'couple', 'monoparentale'][n % 3]!,
  };
}

function rehousing(n: number): Row {
  return {
    numero_relogement: `REL-${n}`,
    code_operation: 'OP-1',
    numero_unique: numberOf(100 + n),
    date_relogement: n === 3 ? '' : `2025-0${n + 2}-10`,
    definitif: 'O',
    code_residence: n === 3 ? '' : 'R5',
    parc: n === 1 ? 'neuf' : '',
    personnes: '3',
    ressources_pct_plafond: '38,5',
    reste_a_charge_avant: '310,20',
    reste_a_charge_apres: '305',
    surface_avant: '58,5',
    surface_apres: '62',
    amelioration: 'O',
  };
}

function numberOf(n: number): string {
  return `0780000000${String(n).padStart(8, '0')}`;
}

interface WrittenConvention {
  readonly territoire: object;
  readonly objectifs: readonly { readonly code: string }[];
}

/** The pack of Saint-Quentin-en-Yvelines with a part of its objectives, one of each kind that pages show apart. */
function convention(): string {
  const path = join(__dirname, '../../../packs/sqy/convention.json');
  const written = JSON.parse(readFileSync(path, 'utf8')) as WrittenConvention;
  const kept =
    /^(LOI|DCOA|GRILLE-3-|GRILLE-45-QPV|BAILLEUR-(SEQENS|VALOPHIS)$|COMMUNE-(78621|78297)|PRIO-ETAT|SUIVI-PRIO-Q1-QPV|NPNRU-HORS)/;
  const objectifs = written.objectifs.filter(({ code }) => kept.test(code));
  const territoire = { ...written.territoire, communes: COMMUNES.map(({ code_insee }) => code_insee) };
  return JSON.stringify({ ...written, territoire, objectifs });
}
