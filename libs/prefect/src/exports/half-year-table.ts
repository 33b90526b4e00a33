import { maskedColumns } from '#compliance';
import type { Letterhead } from '#convention';
import { frenchDay, headFacts, unknownQuartilesFact } from '#documents';
import {
  dataSheet,
  presentationSheet,
  sheet,
  type Definition,
  type OutColumn,
  type Table,
  type Workbook,
} from '#tables';
import type { ShownHalfYear, ShownLandlord } from '../figures/half-year';

/** The columns that describe one landlord. A table on the terminal has only these. */
export const LANDLORD_COLUMNS: readonly OutColumn<ShownLandlord>[] = [
  { header: 'code_bailleur', title: 'SIREN ou code', kind: 'text', value: ({ id }) => id },
  { header: 'bailleur', title: 'Bailleur', kind: 'text', value: ({ label }) => label },
  {
    header: 'attributions_hors_qpv',
    title: 'Attributions hors QPV',
    kind: 'integer',
    value: ({ outsideQpv }) => outsideQpv,
  },
  {
    header: 'dont_premier_quartile_ou_relogement',
    title: 'Dont 1er quartile ou relogement',
    kind: 'integer',
    value: ({ eligible }) => eligible,
  },
  { header: 'taux', title: 'Taux', kind: 'rate', value: ({ rate }) => rate },
  { header: 'objectif', title: 'Objectif', kind: 'rate', value: ({ target }) => target },
  { header: 'objectif_atteint', title: 'Objectif atteint', kind: 'yes-no', value: ({ met }) => met },
  {
    header: 'attributions_manquantes',
    title: 'Attributions manquantes',
    kind: 'integer',
    value: ({ missing }) => missing,
  },
];

/** The half-year as a table, one row for each landlord. Each row repeats the half-year and the instant of the figures. */
export function halfYearTable(halfYear: ShownHalfYear): Table<ShownLandlord> {
  return { name: `Semestre ${halfYear.semester}`, columns: columnsOf(halfYear), rows: halfYear.landlords };
}

export const HALF_YEAR_TITLE = 'Attributions hors quartiers prioritaires : état semestriel par bailleur';

const DEFINITIONS: readonly Definition[] = [
  {
    name: 'Attributions hors QPV',
    text: 'Les baux signés dans le semestre, hors des quartiers prioritaires en vigueur le jour de la signature.',
    code: 'attributions_hors_qpv',
  },
  {
    name: 'Dont 1er quartile ou relogement',
    text: 'Ceux de ménages du premier quartile de ressources ou relogés (ANRU, ORCOD). Un quartile inconnu n’y compte pas.',
    code: 'dont_premier_quartile_ou_relogement',
  },
  {
    name: 'Objectif',
    text: 'Celui que la convention fixe au bailleur, sinon le quart de la loi (code de la construction et de l’habitation, article L. 441-1).',
    code: 'objectif',
  },
  {
    name: 'Attributions manquantes',
    text: 'Le plus petit nombre d’attributions de plus, toutes au premier quartile ou à des relogés, qui aurait atteint l’objectif.',
    code: 'attributions_manquantes',
  },
];

/** The half-year for people: one row for each landlord. */
export function halfYearWorkbook(halfYear: ShownHalfYear, letterhead: Letterhead): Workbook {
  const { from, to, closed } = halfYear;
  const about = [
    ['Semestre', `${semesterText(halfYear)} : baux signés du ${frenchDay(from)} au ${frenchDay(to)}`],
    ['Semestre clos', closed ? 'oui' : 'non : un enregistrement ou une correction peut encore changer ces chiffres'],
    unknownQuartilesFact(halfYear, 'baux du semestre'),
  ] as const;
  const columns = [...LANDLORD_COLUMNS, ...maskedColumns({ figures: halfYear.landlords })];
  return {
    sheets: [
      sheet({ name: 'Bailleurs', columns, rows: halfYear.landlords }, 2),
      presentationSheet({
        title: HALF_YEAR_TITLE,
        facts: headFacts(letterhead, halfYear, about),
        definitions: DEFINITIONS,
      }),
    ],
    data: dataSheet({ ...halfYearTable(halfYear), name: 'Données' }),
  };
}

/** « 1er semestre 2024 ». */
export function semesterText({ semester }: ShownHalfYear): string {
  return `${semester.endsWith('S1') ? '1er' : '2e'} semestre ${semester.slice(0, 4)}`;
}

/** `mixite-prefet-2024-S1`, without its extension. */
export function halfYearFileName({ semester }: ShownHalfYear): string {
  return `mixite-prefet-${semester}`;
}

function columnsOf(halfYear: ShownHalfYear): readonly OutColumn<ShownLandlord>[] {
  return [
    { header: 'semestre', kind: 'text', value: () => halfYear.semester },
    { header: 'du', kind: 'day', value: () => halfYear.from },
    { header: 'au', kind: 'day', value: () => halfYear.to },
    ...LANDLORD_COLUMNS,
    ...maskedColumns({ figures: halfYear.landlords }),
    { header: 'semestre_clos', kind: 'yes-no', value: () => halfYear.closed },
    { header: 'etat_au', kind: 'text', value: () => halfYear.asOf },
    { header: 'position', kind: 'text', value: () => halfYear.position },
  ];
}
