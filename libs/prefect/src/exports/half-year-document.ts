import type { Letterhead } from '#convention';
import {
  frenchCount,
  frenchDay,
  frenchRate,
  NONE,
  reportPaper,
  tableBlock,
  unknownQuartilesText,
  type PrintedColumn,
  type PrintedDocument,
  type ReportPaper,
} from '#documents';
import { rateOf } from '#kernel';
import { MASKED_TEXT } from '#compliance';
import type { ShownHalfYear, ShownLandlord } from '../figures/half-year';
import { HALF_YEAR_TITLE, semesterText } from './half-year-table';

const COLUMNS: readonly PrintedColumn[] = [
  { header: 'SIREN ou code', align: 'left' },
  { header: 'Bailleur', align: 'left', isWide: true },
  { header: 'Attributions\nhors QPV', align: 'right' },
  { header: 'dont 1er quartile\nou relogement', align: 'right' },
  { header: 'Taux', align: 'right' },
  { header: 'Objectif', align: 'right' },
  { header: 'Atteint', align: 'left' },
  { header: 'Attributions\nmanquantes', align: 'right' },
];

/** The half-year as it is sent to the prefect: the figures of `halfYearTable`, with an explanation of them. */
export function halfYearDocument(halfYear: ShownHalfYear, letterhead: Letterhead): PrintedDocument {
  const { closed, landlords } = halfYear;
  const own: ReportPaper = {
    title: HALF_YEAR_TITLE,
    about: [`${semesterText(halfYear)} : baux signés du ${frenchDay(halfYear.from)} au ${frenchDay(halfYear.to)}`],
    paper: 'landscape',
    contents: 'figures',
    notices: [
      !closed && 'Semestre non clos : un enregistrement ou une correction peut encore changer ces chiffres.',
      landlords.some(isMasked) && `Un bailleur sans effectif est masqué : ${MASKED_TEXT}.`,
      landlords.length === 0 && 'Aucun bailleur n’était enregistré.',
    ],
    blocks: [tableBlock(COLUMNS, landlords.map(rowOf), { total: totalOf(landlords) })],
    meaning: [
      'Un bail compte le jour de sa signature, hors des quartiers prioritaires (QPV) en vigueur ce jour-là. Le taux est la part de ces baux allée à des ménages du premier quartile de ressources ou relogés (ANRU, ORCOD).',
      'L’objectif est celui que la convention fixe au bailleur, sinon le quart de la loi (code de la construction et de l’habitation, article L. 441-1). Attributions manquantes : le plus petit nombre d’attributions de plus, toutes au premier quartile ou à des relogés, qui l’aurait atteint.',
      `${unknownQuartilesText(halfYear, 'baux du semestre, en QPV et hors QPV')} Un quartile inconnu ne compte pas comme le premier.`,
    ],
    signers: ['Pour le préfet'],
  };
  return reportPaper(own, letterhead, halfYear);
}

function rowOf({ id, label, outsideQpv, eligible, rate, target, met, missing }: ShownLandlord): readonly string[] {
  const reached = met === null ? NONE : met ? 'oui' : 'non';
  return [
    id,
    label,
    countText(outsideQpv),
    countText(eligible),
    frenchRate(rate),
    frenchRate(target),
    reached,
    countText(missing),
  ];
}

/** Nothing where it is masked. */
function countText(count: number | null): string {
  return count === null ? NONE : frenchCount(count);
}

/** The sum of all landlords has no target: each landlord has its own. It is not told where one of them is masked. */
function totalOf(landlords: readonly ShownLandlord[]): readonly string[] {
  if (landlords.some(isMasked)) return ['', 'Ensemble', NONE, NONE, NONE, '', '', ''];
  const denominator = landlords.reduce((sum, { outsideQpv }) => sum + (outsideQpv ?? 0), 0);
  const numerator = landlords.reduce((sum, { eligible }) => sum + (eligible ?? 0), 0);
  const rate = frenchRate(rateOf({ numerator, denominator }));
  return ['', 'Ensemble', frenchCount(denominator), frenchCount(numerator), rate, '', '', ''];
}

function isMasked(landlord: ShownLandlord): boolean {
  return 'masked' in landlord;
}
