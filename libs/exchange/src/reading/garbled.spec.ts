import * as fc from 'fast-check';
import { ALLOCATIONS, LANDLORDS } from '../files';
import { decoded } from './encoding';
import { isGarbled } from './garbled';
import { csvOf, readTable, readWorkbook, textCell, workbookOf } from './testing/tables';

/** Texts that offices write. Some have rare signs that are right. */
const FRENCH = [
  'Résidence',
  'Sacré-Cœur',
  'Château',
  'L’Haÿ-les-Roses',
  'Noël',
  'Où',
  'Ça',
  'Maïs',
  'île',
  'Âge',
  'Élancourt',
  'À côté',
  'ex æquo',
  '« Les Prés »',
  '“Les Prés”',
  '12 m²',
  'n° 3',
  '3½ pièces',
  'janvier–mars',
  'et…',
  'l´abri',
  '50 €',
  '5 ‰',
  'Mixité™',
  'habitant·e',
  'habitant•e•s',
  'Quoi ?',
];
const french = fc.array(fc.constantFrom(...FRENCH), { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

/** A UTF-8 text, read as Windows-1252. */
async function readAsWindows1252(text: string): Promise<string> {
  let read = '';
  for await (const chunk of decoded(csvOf(text), 'windows-1252')) read += chunk.toString('utf8');
  return read;
}

/** French letters of old programs, read as Windows-1252. The bytes of other letters are not defined there. */
const DOS: Readonly<Record<string, string>> = {
  é: '‚',
  è: 'Š',
  ê: 'ˆ',
  à: '…',
  ç: '‡',
  ô: '“',
  î: 'Œ',
  û: '–',
  â: 'ƒ',
};
const MAC: Readonly<Record<string, string>> = { é: 'Ž', à: 'ˆ', ô: '™', î: '”', û: 'ž', â: '‰' };
const LATIN9: Readonly<Record<string, string>> = { œ: '½', Œ: '¼', '€': '¤' };
const writtenIn = (letters: Readonly<Record<string, string>>, text: string) =>
  [...text].map((each) => letters[each] ?? each).join('');

describe('a text that cannot be French', () => {
  it.each([
    ["R‚sidence du Clos … l'abri", 'a text of DOS'],
    ['Résidence du Sacré-C½ur', 'a text of Latin-9'],
    ['RŽsidence du Clos ˆ c™tŽ', 'a text of an old Mac'],
    ['RÃ©sidence des ChÃªnes', 'UTF-8 in another encoding'],
    ['lâ€™Ã®le', 'UTF-8 in another encoding'],
    ['R\ufffdsidence', 'a text that lost a character'],
    ['R?sidence', 'a text that lost a character'],
  ])('%s is %s', (text) => expect(isGarbled(text, 'windows-1252')).toBe(true));

  it('is never a right French text', () => {
    fc.assert(
      fc.property(french, fc.constantFrom('utf-8' as const, 'windows-1252' as const), (text, encoding) => {
        expect([text, isGarbled(text, encoding)]).toEqual([text, false]);
      }),
    );
  });

  it('may be a foreign name, where the file is in UTF-8', () => {
    expect([isGarbled('Jan Žižka', 'utf-8'), isGarbled('Jan Žižka', 'windows-1252')]).toEqual([false, true]);
  });

  it.each([...'éèêëàâäçôöîïûùüœæÉÈÀÇŒ’“…«»°'])('is UTF-8 that was read as Windows-1252: %s', async (letter) => {
    const read = await readAsWindows1252(`pr${letter}s`);
    for (const encoding of ['utf-8', 'windows-1252'] as const)
      expect([read, isGarbled(read, encoding)]).toEqual([read, true]);
  });

  it.each([
    ['DOS', DOS, ['Résidence', 'Forêt', 'Château', 'Façade', 'Hôtel']],
    ['an old Mac', MAC, ['Résidence', 'Hôtel', 'Château', 'à', 'Île dîme', 'Août']],
    ['Latin-9', LATIN9, ['Cœur', '50 €']],
  ])('is a French text written by %s', (_program, letters, texts) => {
    for (const text of texts) {
      const read = writtenIn(letters, text);
      expect([read, isGarbled(read, 'windows-1252')]).toEqual([read, true]);
    }
  });
});

describe('garbled texts of a file', () => {
  it('are one warning for a column, with the first value and how many there are', async () => {
    const bytes = Buffer.from('code_bailleur;nom\nL-1;Un\nL-2;R\x82sidence\nL-3;Ch\x83teau\n', 'latin1');
    const { rows, faults, warnings } = await readTable(csvOf(bytes), LANDLORDS);
    expect([rows.length, faults]).toEqual([3, []]);
    expect(warnings).toMatchObject([
      { line: 3, column: 'nom', value: 'R‚sidence', message: expect.stringContaining('2 cellules') },
    ]);
  });

  it('are found in codes, where rows have faults, and before a record that cannot be read', async () => {
    const { faults, warnings } = await readTable(csvOf('code_bailleur;nom\nL-Ã©;\nL-2;x"\n'), LANDLORDS);
    expect(faults.map(({ line }) => line)).toEqual([2, 3]);
    expect(warnings).toMatchObject([{ line: 2, column: 'code_bailleur', value: 'L-Ã©' }]);
  });

  it('are found in a workbook', async () => {
    const row = (...cells: string[]) => `<row>${cells.map(textCell).join('')}</row>`;
    const book = await workbookOf(row('code_bailleur', 'nom') + row('L-1', 'RÃ©sidence'));
    const { warnings } = await readWorkbook(book, LANDLORDS);
    expect(warnings).toMatchObject([{ line: 2, column: 'nom', value: 'RÃ©sidence' }]);
  });

  it('are not looked for in columns of choices and numbers, whose readers say what they expect', async () => {
    const { faults, warnings } = await readTable(
      csvOf(`${ALLOCATIONS.columns.map(({ name }) => name).join(';')}\nA;2024-01-01 Ã©${';'.repeat(22)}\n`),
      ALLOCATIONS,
    );
    expect([faults.length > 0, warnings]).toEqual([true, []]);
  });
});
