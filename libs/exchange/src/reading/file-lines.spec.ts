import * as fc from 'fast-check';
import { COMMUNES } from '../files';
import { FileLines, lineText } from './file-lines';
import { csvOf, readTable, readWorkbook, textCell, workbookOf } from './testing/tables';

const linesOf = (text: string, chunk?: number) => {
  const lines = new FileLines();
  return readTable(csvOf(text, chunk), COMMUNES, { lines }).then(({ all, faults }) => ({
    lines: all.map(({ line }) => [line, lines.fileLine(line)]),
    faults: faults.map(({ line, message }) => [line, lines.fileLine(line), message]),
  }));
};

describe('the line of a record in its file', () => {
  it('counts blank lines, and line breaks within cells', async () => {
    const text =
      '\n\ncode_insee;nom\r\n;;\r\n78621;"Trappes\r\nla ville"\r\n\n78208;Élancourt\n78688;"a\n\nb"\n78490;Plaisir';
    expect((await linesOf(text)).lines).toEqual([
      [2, 5],
      [3, 8],
      [4, 9],
      [5, 12],
    ]);
  });

  it('is the line of a quote that is not closed', async () => {
    const { faults } = await linesOf('code_insee;nom\n\n78621;"Trappes"\n\n78208;"Élancourt\n78688;Voisins\n');
    expect(faults).toEqual([[3, 5, expect.stringContaining('guillemet')]]);
  });

  it('is the row of a sheet', async () => {
    const lines = new FileLines();
    const rows = `<row r="3">${textCell('code_insee')}${textCell('nom')}</row><row r="7">${textCell('78621')}${textCell('a')}</row><row>${textCell('78208')}${textCell('b')}</row>`;
    const { all } = await readWorkbook(await workbookOf(rows), COMMUNES, { lines });
    expect(all.map(({ line }) => lines.fileLine(line))).toEqual([7, 8]);
    expect(lines.fileLine(1)).toBe(3);
  });

  it('is given in the message about a repeated key', async () => {
    const { faults } = await linesOf('code_insee;nom\n\n78621;a\n78621;b\n');
    expect(faults).toMatchObject([[3, 4, expect.stringContaining('déjà donné à la ligne 2 (ligne 3 du fichier)')]]);
    expect(lineText(4, 4)).toBe('ligne 4');
  });

  it('is right for any chunks, blank lines and line breaks', async () => {
    const part = fc.tuple(fc.nat(2), fc.nat(2), fc.constantFrom('\n', '\r\n'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        async (parts, chunk, bom) => {
          let text = `${bom ? '\ufeff' : ''}code_insee;nom\n`;
          const expected: number[][] = [];
          for (const [index, [blank, breaks, end]] of parts.entries()) {
            text += end.repeat(blank);
            expected.push([index + 2, text.split('\n').length]);
            text += `${78_100 + index};"é${end.repeat(breaks)}x"${end}`;
          }
          expect((await linesOf(text, chunk)).lines).toEqual(expected);
        },
      ),
    );
  });
});
