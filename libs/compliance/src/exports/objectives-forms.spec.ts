import type { Letterhead } from '#convention';
import { day, instantOf } from '#kernel';
import type { ObjectivesReport } from '../objectives/reported';
import { objectivesDocument } from './objectives-document';
import { objectivesWorkbook } from './objectives-workbook';

const LETTERHEAD: Letterhead = {
  territory: { id: '200058782', label: 'Saint-Quentin-en-Yvelines', timeZone: 'Europe/Paris' },
  siren: '200058782',
  convention: 'Convention d’essai',
  publics: [],
  motives: [],
};
const REPORT: ObjectivesReport = {
  from: day('2023-01-01'),
  to: day('2023-12-31'),
  asOf: instantOf(Date.parse('2024-01-31T23:30:00Z')),
  position: '0000000000030541' as ObjectivesReport['position'],
  unknownQuartile: 1012,
  partialQuartile: 3,
  targetsOn: day('2023-12-31'),
  targetsChanged: false,
  objectives: [],
};
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

it('counts the unknown quartiles on paper, under the table', () => {
  const { blocks } = objectivesDocument(REPORT, LETTERHEAD);
  const texts = blocks.flatMap((block) => (block.kind === 'text' ? [plain(block.text)] : []));
  expect(texts).toContain(
    'Quartile inconnu : 1 012 baux de la période ; connu seulement comme 2 à 4 : 3. Un quartile inconnu compte dans les dénominateurs et dans aucun quartile.',
  );
});

it('counts them on the title sheet of the workbook', async () => {
  const presentation = objectivesWorkbook(REPORT, LETTERHEAD).sheets[1]!;
  const rows: (readonly unknown[])[] = [];
  for await (const row of presentation.rows) rows.push(row);
  expect(rows.map((row) => row.slice(0, 2))).toContainEqual([
    'Quartiles inconnus',
    '1012 ; connus seulement comme 2 à 4 : 3',
  ]);
});
