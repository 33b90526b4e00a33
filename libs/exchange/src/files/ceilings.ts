import { integer, money, oneOf, rank, year } from '#cells';
import { CEILING_FINANCINGS, HOUSEHOLD_CATEGORIES, LAST_CATEGORY, type CeilingFacts } from '#criteria';
import { CEILING_ZONES } from '#territory';
import { defineFile, optional, required, type FileSpec } from '../reading/spec';
import { euros } from './doubts';

/** A lower ceiling, in cents, looks like that of a month. */
const LEAST_USUAL = 500_000;

/** The income ceilings of social housing, year by year: the annexes of the order of 29 July 1987. */
export const CEILINGS: FileSpec<CeilingFacts> = defineFile({
  file: 'plafonds.csv',
  key: ['year', 'zone', 'financing', 'category'],
  columns: {
    year: required('annee', year, '2025'),
    zone: required('zone', oneOf(CEILING_ZONES), 'ile_de_france'),
    financing: required('financement', oneOf(CEILING_FINANCINGS), 'PLUS'),
    category: required('categorie', rank(HOUSEHOLD_CATEGORIES, 'une catégorie de ménage de 1 à 6 est attendue'), '1'),
    ceiling: required('plafond', money, '26687'),
    extraPerson: optional('par_personne', money, ''),
    districtShare: optional('pct_plus_qpv', integer(100, 1000), ''),
  },
  examples: [
    ['2025', 'ile_de_france', 'PLUS', '1', '26687', '', ''],
    ['2025', 'ile_de_france', 'PLUS', '6', '76504', '8524', ''],
  ],
  check: ({ category, ceiling, extraPerson }, fault, warning) => {
    if (extraPerson !== null && category !== LAST_CATEGORY)
      fault('extraPerson', `ce montant n’est attendu que pour la catégorie ${LAST_CATEGORY}`);
    if (ceiling < LEAST_USUAL)
      warning(
        'ceiling',
        `ce plafond se lit comme celui d’un mois : ${euros(ceiling)} × 12 = ${euros(ceiling * 12)} par an ?`,
      );
  },
});
