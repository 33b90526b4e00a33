/** A figure in the words of the pages: its name, and what it counts among what. */
export interface FigureWords {
  readonly name: string;
  readonly definition: string;
}

const words = (name: string, definition: string): FigureWords => ({ name, definition });

const ALL_LEASES = 'Parmi tous les baux';
const REHOUSED = 'Parmi les ménages relogés définitivement';

const FIGURES: Readonly<Record<string, FigureWords>> = {
  ALLOCATIONS: words('Attributions', 'Les baux signés de la période.'),
  Q1_REHOUSED_OUTSIDE_QPV: words(
    'Hors QPV : 1er quartile ou relogement',
    'Parmi les baux hors QPV, ceux de ménages du premier quartile ou relogés (ANRU, ORCOD).',
  ),
  Q234_IN_QPV: words('En QPV : quartiles 2 à 4', 'Parmi les baux en QPV, ceux de ménages des quartiles 2 à 4.'),
  Q34_IN_QPV: words('En QPV : quartiles 3 et 4', 'Parmi les baux en QPV, ceux de ménages des quartiles 3 et 4.'),
  Q1: words('1er quartile', `${ALL_LEASES}, ceux de ménages du premier quartile.`),
  Q2: words('2e quartile', `${ALL_LEASES}, ceux de ménages du deuxième quartile.`),
  Q34: words('Quartiles 3 et 4', `${ALL_LEASES}, ceux de ménages des quartiles 3 et 4.`),
  Q1_REHOUSED: words(
    '1er quartile ou relogement',
    `${ALL_LEASES}, ceux de ménages du premier quartile ou relogés (ANRU, ORCOD).`,
  ),
  Q12_FRAGILITY_LOW_MEDIUM: words(
    'Notes 1 à 3 : quartiles 1 et 2',
    'Parmi les baux des résidences notées 1 à 3, premières mises en location à part, ceux des quartiles 1 et 2.',
  ),
  Q34_FRAGILITY_LOW_MEDIUM: words(
    'Notes 1 à 3 : quartiles 3 et 4',
    'Parmi les baux des résidences notées 1 à 3, premières mises en location à part, ceux des quartiles 3 et 4.',
  ),
  PRIORITY: words('Publics prioritaires', `${ALL_LEASES}, ceux de ménages DALO ou d’une catégorie prioritaire.`),
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
    `${ALL_LEASES}, ceux de ménages qui travaillent sur le territoire dans une autre commune que leur domicile, ou en mobilité professionnelle.`,
  ),
  ESSENTIAL_WORKERS: words('Travailleurs essentiels', `${ALL_LEASES}, ceux de travailleurs essentiels.`),
  ESSENTIAL_IN_HOME_WORK: words(
    'Domicile-travail : travailleurs essentiels',
    'Parmi les baux avec un lien domicile-travail, ceux de travailleurs essentiels.',
  ),
  TRANSFERS: words('Mutations', `${ALL_LEASES}, ceux de ménages déjà locataires du parc social.`),
  TRANSFERS_CONTRIBUTING: words(
    'Mutations qui servent la mixité',
    'Parmi les mutations : hors QPV et premier quartile ou relogement ; en QPV et quartiles 2 à 4 ; prioritaires ; ou avec un lien domicile-travail.',
  ),
  REHOUSED: words('Ménages relogés', 'Parmi les ménages à reloger, ceux qui sont relogés définitivement.'),
  REHOUSED_OUTSIDE_QPV: words('Relogés hors QPV', `${REHOUSED}, ceux qui le sont hors QPV.`),
  REHOUSED_NEW_OR_UNDER_5_YEARS: words(
    'Relogés dans du neuf ou moins de 5 ans',
    `${REHOUSED}, ceux qui le sont dans un logement neuf ou de moins de cinq ans.`,
  ),
  REHOUSED_NEW: words('Relogés dans du neuf', `${REHOUSED}, ceux qui le sont dans un logement neuf.`),
  COST_CONSTANT_UNDER_40: words(
    'Relogés : reste à charge constant',
    `${REHOUSED} dont les ressources sont sous 40 % du plafond, ceux dont le reste à charge est constant ou baisse.`,
  ),
  COST_CONSTANT_UNDER_40_PER_M2: words(
    'Relogés : reste à charge au m² constant',
    `${REHOUSED} dont les ressources sont sous 40 % du plafond, ceux dont le reste à charge au m² est constant ou baisse.`,
  ),
  COST_RISE_WITH_IMPROVEMENT_40_100: words(
    'Relogés : hausse si le logement est meilleur',
    `${REHOUSED} dont les ressources vont de 40 à 100 % du plafond, ceux dont le reste à charge est constant ou le logement amélioré.`,
  ),
};

/** The cells of the grid, by note and in or outside QPV, as the codes of the figures name them. */
export const LEVELS = [
  { code: 'LOW', label: 'Notes 1 et 2', noted: 'notées 1 ou 2' },
  { code: 'MEDIUM', label: 'Note 3', noted: 'notées 3' },
  { code: 'HIGH', label: 'Notes 4 et 5', noted: 'notées 4 ou 5' },
] as const;
export const PLACES = [
  { code: 'IN', label: 'En QPV', where: 'en QPV' },
  { code: 'OUTSIDE', label: 'Hors QPV', where: 'hors QPV' },
] as const;
export const QUARTILE_GROUPS = [
  { code: 'Q1', label: '1er quartile' },
  { code: 'Q2', label: '2e quartile' },
  { code: 'Q34', label: 'Quartiles 3 et 4' },
] as const;

export const gridFigure = (quartile: string, level: string, place: string): string =>
  `${quartile}_FRAGILITY_${level}_${place}_QPV`;

const GRID: Readonly<Record<string, FigureWords>> = Object.fromEntries(
  QUARTILE_GROUPS.flatMap((quartile) =>
    LEVELS.flatMap((level) =>
      PLACES.map((place) => [
        gridFigure(quartile.code, level.code, place.code),
        words(
          `${level.label} ${place.where} : ${quartile.label.toLowerCase()}`,
          `Parmi les baux ${place.where} des résidences ${level.noted}, premières mises en location à part, ceux de ménages : ${quartile.label.toLowerCase()}.`,
        ),
      ]),
    ),
  ),
);

/** The words of a figure; those of a public are the convention's, which names it in its objectives. */
export function figureWords(code: string): FigureWords {
  return FIGURES[code] ?? GRID[code] ?? words(code, `${ALL_LEASES}, ceux de ménages d’un public de la convention.`);
}

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

/** The kind of what a figure is about: « Bailleur », « Commune »… */
export const scopeWord = (kind: string): string => SCOPES[kind] ?? kind;
