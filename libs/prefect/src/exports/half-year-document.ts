import {
  footText,
  frenchCount,
  frenchDay,
  frenchRate,
  NONE,
  noticesOf,
  stateText,
  type Block,
  type PrintedColumn,
  type PrintedDocument,
} from '#documents';
import { rateOf } from '#kernel';
import type { HalfYear, LandlordHalfYear } from '../figures/half-year';

const COLUMNS: readonly PrintedColumn[] = [
  { header: 'Code', align: 'left' },
  { header: 'Bailleur', align: 'left', isWide: true },
  { header: 'Attributions\nhors QPV', align: 'right' },
  { header: 'dont 1er quartile\nou relogement', align: 'right' },
  { header: 'Taux', align: 'right' },
  { header: 'Objectif', align: 'right' },
  { header: 'Atteint', align: 'left' },
  { header: 'Attributions\nmanquantes', align: 'right' },
];

const ORDINALS = { 1: '1er', 2: '2e' } as const;

/** The half-year as it is sent to the prefect: the figures of `halfYearTable`, with an explanation of them. */
export function halfYearDocument(halfYear: HalfYear): PrintedDocument {
  const { territory, from, to, asOf, position } = halfYear;
  const source = { asOf, position, timeZone: territory.timeZone };
  return {
    title: 'Attributions hors quartiers prioritaires : état semestriel par bailleur',
    about: [
      territory.label,
      `${semesterText(halfYear)} : baux signés du ${frenchDay(from)} au ${frenchDay(to)}`,
      stateText(source),
    ],
    foot: footText(source),
    paper: 'landscape',
    asOf,
    blocks: [...warningsOf(halfYear), tableOf(halfYear), ...meaning()],
  };
}

function semesterText({ semester }: HalfYear): string {
  const half = semester.endsWith('S1') ? 1 : 2;
  return `${ORDINALS[half]} semestre ${semester.slice(0, 4)}`;
}

function warningsOf({ closed, incompleteImport, landlords }: HalfYear): Block[] {
  return noticesOf(
    incompleteImport && 'Un import n’est pas écrit en entier : ces chiffres n’en contiennent qu’une partie.',
    !closed && 'Semestre non clos : un enregistrement ou une correction peut encore changer ces chiffres.',
    landlords.length === 0 && 'Aucun bailleur n’était enregistré.',
  );
}

function tableOf({ landlords }: HalfYear): Block {
  const rows = landlords.map(rowOf);
  return { kind: 'table', table: { columns: COLUMNS, rows, total: totalOf(landlords) } };
}

function rowOf({ id, label, outsideQpv, eligible, rate, target, met, missing }: LandlordHalfYear): readonly string[] {
  const reached = met === null ? NONE : met ? 'oui' : 'non';
  return [
    id,
    label,
    frenchCount(outsideQpv),
    frenchCount(eligible),
    frenchRate(rate),
    frenchRate(target),
    reached,
    frenchCount(missing),
  ];
}

/** The sum of all landlords has no target: each landlord has its own. */
function totalOf(landlords: readonly LandlordHalfYear[]): readonly string[] {
  const denominator = landlords.reduce((sum, { outsideQpv }) => sum + outsideQpv, 0);
  const numerator = landlords.reduce((sum, { eligible }) => sum + eligible, 0);
  const rate = frenchRate(rateOf({ numerator, denominator }));
  return ['', 'Ensemble', frenchCount(denominator), frenchCount(numerator), rate, '', '', ''];
}

function meaning(): Block[] {
  return [
    'Un bail compte le jour de sa signature, hors des quartiers prioritaires (QPV) en vigueur ce jour-là. Le taux est la part de ces baux allée à des ménages du premier quartile de ressources ou relogés (ANRU, ORCOD).',
    'L’objectif est celui que la convention fixe au bailleur, sinon le quart de la loi (code de la construction et de l’habitation, article L. 441-1). Attributions manquantes : le plus petit nombre d’attributions de plus, toutes au premier quartile ou à des relogés, qui l’aurait atteint.',
  ].map((text) => ({ kind: 'text', text }));
}
