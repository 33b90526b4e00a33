import { day, instantOf } from '#kernel';
import {
  leasesLine,
  objectivesLine,
  reportPaper,
  tableBlock,
  unknownQuartilesFact,
  unknownQuartilesText,
  type ReportPaper,
} from './report-paper';

const ISSUER = { territory: { label: 'SQY', timeZone: 'Europe/Paris' }, siren: null, convention: null };
const STATE = { asOf: instantOf(Date.parse('2024-01-31T22:59:59Z')), position: '0000000000030541' };
const TABLE = tableBlock([{ header: 'Code', align: 'left' }], [['R1']], { title: 'Résidences', total: ['1'] });
const OWN: ReportPaper = {
  title: 'Titre',
  about: ['Période', false],
  paper: 'portrait',
  contents: 'figures',
  notices: ['Attention', false, undefined],
  blocks: [TABLE],
  meaning: [false, 'Ce que cela veut dire'],
  signers: ['Pour le préfet'],
};
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

it('has the head, then notices, own blocks, meaning, and room to sign, in this order', () => {
  const { title, about, foot, paper, blocks } = reportPaper(OWN, ISSUER, STATE);
  expect([title, paper, foot.startsWith('Mixité · réf. ')]).toEqual(['Titre', 'portrait', true]);
  expect(about.map(plain)).toEqual(['SQY', 'Période', 'État au 31 janvier 2024 à 23 h 59']);
  expect(blocks).toEqual([
    { kind: 'notice', text: 'Attention' },
    TABLE,
    { kind: 'text', text: 'Ce que cela veut dire' },
    { kind: 'signatures', signers: ['Pour SQY', 'Pour le préfet'] },
  ]);
  expect(TABLE).toMatchObject({ kind: 'table', table: { title: 'Résidences', rows: [['R1']], total: ['1'] } });
});

it('is signed by its own signers where it is not the territory’s, and by nobody where there are none', () => {
  const last = (ownSigners: readonly string[]) => reportPaper({ ...OWN, ownSigners }, ISSUER, STATE).blocks.at(-1);
  expect(last(['Le président'])).toEqual({ kind: 'signatures', signers: ['Le président'] });
  expect(last([])).toEqual({ kind: 'text', text: 'Ce que cela veut dire' });
});

it.each([
  ['figures', 'ces chiffres n’en contiennent qu’une partie'],
  ['state', 'cet état n’en contient qu’une partie'],
] as const)('says first of %s that an import is not completely written', (contents, words) => {
  const [first] = reportPaper({ ...OWN, contents }, ISSUER, { ...STATE, incompleteImport: { import: 'x' } }).blocks;
  expect(first).toEqual({ kind: 'notice', text: expect.stringContaining(words) as string });
});

it('writes the period, the day of the objectives and the unknown quartiles the same way in every paper', () => {
  expect(plain(leasesLine({ from: day('2023-01-01'), to: day('2023-06-30') }))).toBe(
    'Baux signés du 1er janvier 2023 au 30 juin 2023',
  );
  expect(plain(String(objectivesLine(day('2023-06-30'))))).toBe('Objectifs en vigueur le 30 juin 2023');
  expect(objectivesLine(undefined)).toBe(false);
  const counts = { unknownQuartile: 1012, partialQuartile: 3 };
  expect(plain(unknownQuartilesText(counts, 'baux de la période'))).toBe(
    'Quartile inconnu : 1 012 baux de la période ; connu seulement comme 2 à 4 : 3.',
  );
  expect(unknownQuartilesFact(counts)).toEqual(['Quartiles inconnus', '1012 ; connus seulement comme 2 à 4 : 3']);
  expect(unknownQuartilesFact(counts, 'baux du semestre')[1]).toMatch(/^1012 baux du semestre ; /);
});
