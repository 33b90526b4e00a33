import { shareText, type Letterhead, type Objective, type RehousingObjectiveFigure } from '#convention';
import type { Json } from '#kernel';
import { publicFigureCode } from '../figures/figure';

/** A figure in French: its name, and what it counts among what. */
export interface FigureWords {
  readonly name: string;
  readonly definition: string;
}

const words = (name: string, definition: string): FigureWords => ({ name, definition });

/** The figures of rehousing: what each counts among the households that are definitively rehoused. */
export const REHOUSING_FIGURE_NAMES: Readonly<Record<Exclude<RehousingObjectiveFigure, 'REHOUSED'>, string>> = {
  REHOUSED_OUTSIDE_QPV: 'hors quartier prioritaire (QPV), le jour de l’emménagement',
  REHOUSED_NEW_OR_UNDER_5_YEARS: 'dans un logement neuf ou de moins de cinq ans',
  REHOUSED_NEW: 'dans un logement neuf',
  COST_CONSTANT_UNDER_40: 'ressources sous 40 % du plafond : reste à charge constant ou en baisse',
  COST_CONSTANT_UNDER_40_PER_M2: 'ressources sous 40 % du plafond : reste à charge au m² constant ou en baisse',
  COST_RISE_WITH_IMPROVEMENT_40_100:
    'ressources de 40 à 100 % du plafond : reste à charge constant, ou logement amélioré',
};

const WORDS: Readonly<Record<string, FigureWords>> = {
  ALLOCATIONS: words('Attributions', 'Les baux signés de la période.'),
  Q1_REHOUSED_OUTSIDE_QPV: words(
    'Hors QPV : 1er quartile ou relogement',
    'Parmi les baux hors QPV, ceux de ménages du premier quartile ou relogés (ANRU, ORCOD).',
  ),
  Q234_IN_QPV: words('En QPV : quartiles 2 à 4', 'Parmi les baux en QPV, ceux de ménages des quartiles 2 à 4.'),
  Q34_IN_QPV: words('En QPV : quartiles 3 et 4', 'Parmi les baux en QPV, ceux de ménages des quartiles 3 et 4.'),
  Q1: words('1er quartile', 'Parmi tous les baux, ceux de ménages du premier quartile.'),
  Q2: words('2e quartile', 'Parmi tous les baux, ceux de ménages du deuxième quartile.'),
  Q34: words('Quartiles 3 et 4', 'Parmi tous les baux, ceux de ménages des quartiles 3 et 4.'),
  ...grid(),
  Q12_FRAGILITY_LOW_MEDIUM: words(
    'Notes 1 à 3 : quartiles 1 et 2',
    'Parmi les baux des résidences notées 1 à 3, premières mises en location à part, ceux des quartiles 1 et 2.',
  ),
  Q34_FRAGILITY_LOW_MEDIUM: words(
    'Notes 1 à 3 : quartiles 3 et 4',
    'Parmi les baux des résidences notées 1 à 3, premières mises en location à part, ceux des quartiles 3 et 4.',
  ),
  Q1_REHOUSED: words(
    '1er quartile ou relogement',
    'Parmi tous les baux, ceux de ménages du premier quartile ou relogés (ANRU, ORCOD).',
  ),
  PRIORITY: words('Publics prioritaires', 'Parmi tous les baux, ceux de ménages DALO ou d’une catégorie prioritaire.'),
  PRIORITY_Q1_IN_QPV: words(
    'Prioritaires en QPV : 1er quartile',
    'Parmi les baux de ménages prioritaires en QPV, ceux du premier quartile.',
  ),
  PRIORITY_Q1_FRAGILITY_HIGH: words(
    'Prioritaires, notes 4 et 5 : 1er quartile',
    'Parmi les baux de ménages prioritaires dans les résidences notées 4 ou 5, ceux du premier quartile.',
  ),
  HOME_WORK: words(
    'Lien domicile-travail',
    'Parmi tous les baux, ceux de ménages qui travaillent sur le territoire dans une autre commune que leur domicile, ou en mobilité professionnelle.',
  ),
  ESSENTIAL_WORKERS: words('Travailleurs essentiels', 'Parmi tous les baux, ceux de travailleurs essentiels.'),
  ESSENTIAL_IN_HOME_WORK: words(
    'Domicile-travail : travailleurs essentiels',
    'Parmi les baux avec un lien domicile-travail, ceux de travailleurs essentiels.',
  ),
  TRANSFERS: words('Mutations', 'Parmi tous les baux, ceux de ménages déjà locataires du parc social.'),
  TRANSFERS_CONTRIBUTING: words(
    'Mutations qui servent la mixité',
    'Parmi les mutations : hors QPV et premier quartile ou relogement ; en QPV et quartiles 2 à 4 ; prioritaires ; ou avec un lien domicile-travail.',
  ),
  REHOUSED: words('Ménages relogés', 'Parmi les ménages à reloger, ceux qui sont relogés définitivement.'),
  ...rehousing(),
};

const SCOPES: Readonly<Record<string, string>> = {
  epci: 'Territoire',
  commune: 'Commune',
  secteur: 'Secteur',
  bailleur: 'Bailleur',
  reservataire: 'Réservataire',
  contingent: 'Contingent',
  residence: 'Résidence',
  qpv: 'Quartier prioritaire',
  hors_qpv: 'Hors QPV',
  operation: 'Opération',
};

const BOUNDS: Readonly<Record<string, string>> = { min: 'au moins', max: 'au plus', equal: 'égal à' };
const OPERATORS: Readonly<Record<Objective['operator'], string>> = {
  ...{ min: 'au moins', max: 'au plus', equal: 'égal à' },
  tendTo: 'tendre vers',
  zero: 'aucune (0 %)',
  monitor: 'suivi, sans cible',
};
const NONE_AT_ALL = OPERATORS.zero;
/** The most parts of a share of the convention: a percentage has up to four decimals. */
const MOST_PARTS = 1_000_000;

/** The words of a figure. The figure of a public has the name that the convention gives to the public. */
export function figureWords(code: string, publics: Letterhead['publics']): FigureWords {
  const known = WORDS[code];
  if (known) return known;
  const name = publics.find((each) => publicFigureCode(each.code) === code)?.name ?? code;
  return words(`Public : ${name}`, `Parmi tous les baux, ceux de ménages de ce public : ${name}.`);
}

/** The kind of a group or of an actor: « Bailleur », « Commune »… */
export function scopeWord(kind: string): string {
  return SCOPES[kind] ?? kind;
}

/** The target of a figure for people: « au moins 25 % », « au plus 1/3 »; null where there is no target. */
export function targetWords(target: Json): string | null {
  if (target === null || typeof target !== 'object' || Array.isArray(target)) return null;
  const parts = Object.entries(target).map(([bound, value]) =>
    bound === 'max' && value === 0 ? NONE_AT_ALL : `${BOUNDS[bound]} ${valueText(Number(value))}`,
  );
  return parts.length > 0 ? parts.join(' et ') : null;
}

/** The target of an objective in the same words: « au moins 25 % », « tendre vers 1/3 ». */
export function objectiveWords({
  operator,
  valueText: value,
}: {
  operator: Objective['operator'];
  valueText: string | null;
}): string {
  if (operator === 'max' && value === '0 %') return NONE_AT_ALL;
  return operator === 'zero' || operator === 'monitor' || value === null
    ? OPERATORS[operator]
    : `${OPERATORS[operator]} ${value}`;
}

/** The exact share whose fraction this is, as the convention writes it. */
function valueText(value: number): string {
  for (let denominator = 1; denominator <= MOST_PARTS; denominator++) {
    const numerator = Math.round(value * denominator);
    if (numerator / denominator === value) return shareText({ numerator, denominator });
  }
  return String(value).replace('.', ',');
}

function rehousing(): Record<string, FigureWords> {
  const entries = Object.entries(REHOUSING_FIGURE_NAMES).map(([code, name]) => [
    code,
    words(`Relogements : ${name}`, `Parmi les ménages relogés définitivement : ${name}.`),
  ]);
  return Object.fromEntries(entries) as Record<string, FigureWords>;
}

function grid(): Record<string, FigureWords> {
  const quartiles = [
    ['Q1', '1er quartile'],
    ['Q2', '2e quartile'],
    ['Q34', 'quartiles 3 et 4'],
  ] as const;
  const levels = [
    ['LOW', 'Notes 1 et 2', 'notées 1 ou 2'],
    ['MEDIUM', 'Note 3', 'notées 3'],
    ['HIGH', 'Notes 4 et 5', 'notées 4 ou 5'],
  ] as const;
  const places = [
    ['IN', 'en QPV'],
    ['OUTSIDE', 'hors QPV'],
  ] as const;
  const entries = quartiles.flatMap(([code, quartile]) =>
    levels.flatMap(([level, notes, noted]) =>
      places.map(([place, where]): [string, FigureWords] => [
        `${code}_FRAGILITY_${level}_${place}_QPV`,
        words(
          `${notes} ${where} : ${quartile}`,
          `Parmi les baux ${where} des résidences ${noted}, premières mises en location à part, ceux de ménages : ${quartile}.`,
        ),
      ]),
    ),
  );
  return Object.fromEntries(entries);
}
