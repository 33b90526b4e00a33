import type { Letterhead } from '#convention';
import { frenchDay, headFacts } from '#documents';
import { dataSheet, presentationSheet, sheet, type Definition, type Workbook } from '#tables';
import type { FragilityReport } from '../report/report';
import { fragilityTable, NOTE_COLUMNS } from './report-table';

export const FRAGILITY_TITLE = 'Notes de fragilité des résidences';

export const NOTES_MEANING =
  'Les notes vont de 1 (non fragile) à 5 ; une résidence notée 4 ou 5 est à enjeu de mixité sociale. Notes de la commune et du bailleur égales : c’est la note finale ; une seule : celle-là ; aucune : la note statistique ; différentes : la note de leur accord, sinon celle qui valait la veille.';

const DEFINITIONS: readonly Definition[] = [
  { name: 'Notes', text: NOTES_MEANING },
  {
    name: 'Note statistique',
    text: 'Calculée sur l’enquête d’occupation du parc social (OPS), ou donnée. Pas de note sous le taux de réponse et le nombre de logements que la convention fixe.',
    code: 'note_statistique',
  },
  { name: 'Motif', text: 'Pourquoi la note finale est celle-là, ou pourquoi il n’y en a pas.', code: 'motif' },
];

/** The notes for people: one row for each residence. */
export function fragilityWorkbook(report: FragilityReport, letterhead: Letterhead): Workbook {
  return {
    sheets: [
      sheet({ name: 'Notes de fragilité', columns: NOTE_COLUMNS, rows: report.residences }, 2),
      presentationSheet({
        title: FRAGILITY_TITLE,
        facts: headFacts(letterhead, report, [['Jour des notes', frenchDay(report.on)]]),
        definitions: DEFINITIONS,
      }),
    ],
    data: dataSheet({ ...fragilityTable(report), name: 'Données' }),
  };
}
