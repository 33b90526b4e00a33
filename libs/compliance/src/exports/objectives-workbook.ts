import type { Letterhead } from '#convention';
import { frenchDay, headFacts, unknownQuartilesFact } from '#documents';
import { dataSheet, presentationSheet, sheet, type Definition, type OutColumn, type Workbook } from '#tables';
import type { ObjectiveLine } from '../objectives/line';
import type { ShownObjectives } from '../objectives/masked-objectives';
import { objectivesTable, TRENDS } from './objectives-table';
import { STATUSES } from './report-table';
import { figureWords, objectiveWords, scopeWord } from './words';

export const OBJECTIVES_TITLE = 'Les objectifs de la convention';

const NOTES: readonly Definition[] = [
  {
    name: 'Cible',
    text: '« Tendre vers » et « suivi » ne sont ni atteints ni manqués : l’écart et la tendance se lisent, sans statut.',
  },
  {
    name: 'Manquantes',
    text: 'Le plus petit nombre d’attributions de plus qui atteindrait la cible ; vide où aucun nombre n’y suffit, ou sans cible.',
  },
  { name: 'Taux précédent', text: 'Le même chiffre aux mêmes jours un an plus tôt.' },
];

/** The objectives for people: one row for each objective and entity, with the name of its figure. */
export function objectivesWorkbook(report: ShownObjectives, letterhead: Letterhead): Workbook {
  const figures = [...new Set(report.objectives.map(({ figure }) => figure))];
  return {
    sheets: [
      sheet({ name: 'Objectifs', columns: columnsFor(letterhead), rows: report.objectives }, 2),
      presentationSheet({
        title: OBJECTIVES_TITLE,
        facts: headFacts(letterhead, report, objectivesFacts(report)),
        definitions: [
          ...NOTES,
          ...figures.map((code) => {
            const { name, definition } = figureWords(code, letterhead.publics);
            return { name, text: definition, code };
          }),
        ],
      }),
    ],
    data: dataSheet({ ...objectivesTable(report), name: 'Données' }),
  };
}

function objectivesFacts(report: ShownObjectives): readonly (readonly [string, string])[] {
  const { from, to, targetsOn } = report;
  return [
    ['Période', `baux signés du ${frenchDay(from)} au ${frenchDay(to)}`],
    unknownQuartilesFact(report),
    ...(targetsOn === undefined ? [] : [['Objectifs', `en vigueur le ${frenchDay(targetsOn)}`] as const]),
  ];
}

function columnsFor({ publics }: Letterhead): readonly OutColumn<ObjectiveLine>[] {
  return [
    { header: 'Code de l’objectif', kind: 'text', value: ({ code }) => code },
    { header: 'Objectif', kind: 'text', value: ({ label }) => label },
    { header: 'Chiffre', kind: 'text', value: ({ figure }) => figureWords(figure, publics).name },
    { header: 'Code du chiffre', kind: 'text', value: ({ figure }) => figure },
    { header: 'Périmètre', kind: 'text', value: ({ scope }) => scopeWord(scope.kind) },
    { header: 'Code', kind: 'text', value: ({ scope }) => scope.id },
    { header: 'Nom', kind: 'text', value: ({ scope }) => scope.label },
    { header: 'Acteur', kind: 'text', value: ({ actor }) => actor && `${scopeWord(actor.kind)} : ${actor.label}` },
    { header: 'Cible', kind: 'text', value: objectiveWords },
    { header: 'Baux comptés', kind: 'integer', value: ({ numerator }) => numerator },
    { header: 'Sur', kind: 'integer', value: ({ denominator }) => denominator },
    { header: 'Taux', kind: 'rate', value: ({ rate }) => rate },
    { header: 'Statut', kind: 'text', value: ({ status }) => status && STATUSES[status] },
    { header: 'Manquantes', kind: 'integer', value: ({ missing }) => missing },
    { header: 'Taux précédent', kind: 'rate', value: ({ previous }) => previous.rate },
    { header: 'Tendance', kind: 'text', value: ({ trend }) => trend && TRENDS[trend] },
    { header: 'Origine', kind: 'text', value: ({ origin }) => origin },
    { header: 'Source', kind: 'text', value: ({ source }) => source },
    { header: 'Depuis le', kind: 'day', value: ({ firstDay }) => firstDay },
    { header: 'Jusqu’au', kind: 'day', value: ({ lastDay }) => lastDay },
  ];
}
