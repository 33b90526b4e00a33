import { COMMUNES } from '../files';
import { DEFAULT_LIMITS } from './limits';
import { csvOf, generatedCsv, readTable, readWorkbook, textCell, workbookOf, zipped } from './testing/tables';

const MEBIBYTE = 1024 * 1024;
const HEADER = Buffer.from('code_insee;nom\n');
const ROW = Buffer.from('78621;Trappes\n78208;Élancourt\n'.repeat(1000));

/** The header, then the same chunk repeated. */
function repeated(chunk: Buffer, times: number, start: Buffer = HEADER) {
  return generatedCsv(function* () {
    yield start;
    for (let count = 0; count < times; count++) yield chunk;
  });
}

describe('a hostile CSV file is refused with one fault', () => {
  it('where it is larger than the limit, without being read to its end', async () => {
    let served = 0;
    const endless = generatedCsv(function* () {
      for (;;) {
        served += ROW.length;
        yield ROW;
      }
    });
    const { faults, rows } = await readTable(endless, COMMUNES, {
      limits: { ...DEFAULT_LIMITS, fileBytes: 2 * MEBIBYTE },
    });
    expect(faults).toMatchObject([{ line: 0, message: 'fichier trop grand : 2 Mio au plus sont acceptés' }]);
    expect(rows).toEqual([]);
    expect(served).toBeLessThan(3 * MEBIBYTE);
  });

  it('where a quote is never closed, at the record in which it opens', async () => {
    const open = Buffer.from('code_insee;nom\n78208;Élancourt\n78621;"Trappes\n');
    const { faults, rows } = await readTable(repeated(ROW, 200, open), COMMUNES);
    expect(faults).toMatchObject([{ line: 3, message: expect.stringContaining('guillemet') }]);
    expect(faults[0]?.message).toContain('1 Mio');
    expect(rows).toHaveLength(1);
  });

  it('where a quote is not closed in a short file', async () => {
    const { faults } = await readTable(csvOf('code_insee;nom\n78621;"Trappes\n78208;x\n'), COMMUNES);
    expect(faults).toMatchObject([{ line: 2, message: expect.stringContaining('n’est pas fermé') }]);
  });

  it('where a quote is inside a cell', async () => {
    const { faults } = await readTable(csvOf('code_insee;nom\n78621;Trappes "centre"\n'), COMMUNES);
    expect(faults).toMatchObject([{ line: 2, message: expect.stringContaining('se doublent') }]);
  });

  it('where it has more than 1 000 columns', async () => {
    const wide = Buffer.from(`code_insee;nom${';x'.repeat(999)}\n`);
    expect((await readTable(repeated(ROW, 1, wide), COMMUNES)).faults).toMatchObject([
      { line: 1, message: '1001 colonnes : 1000 au plus sont acceptées' },
    ]);
  });

  it('where a record is over 1 MiB', async () => {
    const { faults } = await readTable(repeated(Buffer.alloc(64 * 1024, 'x'), 40), COMMUNES);
    expect(faults).toMatchObject([{ line: 2, message: expect.stringContaining('plus de 1 Mio') }]);
  });

  it.each([
    ['UTF-16', Buffer.from('\ufeffcode_insee;nom\n', 'utf16le'), 'UTF-16'],
    ['a NUL byte', Buffer.from('code_insee;nom\n78621;\0\n'), 'octet nul'],
    ['bytes of no encoding', Buffer.from('code_insee;nom\n78621;\xe9\x81\n', 'latin1'), 'encodage inconnu'],
    ['a wrong BOM', Buffer.from('\xef\xbb\xbfcode_insee;nom\n78621;\xe9\n', 'latin1'), 'BOM'],
  ])('where it holds %s', async (_, bytes, sentence) => {
    expect((await readTable(csvOf(bytes, 1), COMMUNES)).faults).toMatchObject([
      { line: 0, message: expect.stringContaining(sentence) },
    ]);
  });
});

describe('a hostile workbook is refused with one fault', () => {
  const row = `<row>${textCell('code_insee')}${textCell('nom')}</row>`;

  it('where it inflates beyond the ratio', async () => {
    const bytes = await workbookOf(row + ' '.repeat(3 * MEBIBYTE));
    expect((await readWorkbook(bytes, COMMUNES)).faults).toMatchObject([
      { message: expect.stringContaining('anormalement compressé') },
    ]);
  });

  it('where it inflates beyond the size', async () => {
    const limits = { ...DEFAULT_LIMITS, inflatedBytes: 10_000 };
    const bytes = await workbookOf(row + ' '.repeat(20_000));
    expect((await readWorkbook(bytes, COMMUNES, { limits })).faults).toMatchObject([
      { message: expect.stringContaining('décompressé') },
    ]);
  });

  it('where its entry gives a wrong size', async () => {
    const bytes = await workbookOf(row + ' '.repeat(50_000));
    // The sizes of the parts in the central directory.
    for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 1))
      bytes.writeUInt32LE(100, at + 24);
    expect((await readWorkbook(bytes, COMMUNES)).faults).toHaveLength(1);
  });

  it('where a tag of its XML has no end', async () => {
    const noise = Array.from({ length: 400_000 }, (_, index) =>
      ((index * 2_654_435_761) % 4_294_967_296).toString(36),
    ).join('');
    const bytes = await workbookOf(`${row}<!--${noise}-->`);
    expect((await readWorkbook(bytes, COMMUNES)).faults).toMatchObject([
      { message: expect.stringContaining('trop longue') },
    ]);
  });

  it.each([
    ['too many columns', `<row>${textCell('code_insee')}${'<c r="ZZZ1"><v>1</v></c>'}</row>`, 'plus de 1000 colonnes'],
    ['a cell over 1 MiB', `${row}<row>${textCell('x'.repeat(1_100_000))}</row>`, '1 Mio'],
    ['XML that is broken', `${row}<row><c>`, 'endommagé'],
    ['an entity that it defines', `${row}<row>${textCell('&boom;')}</row>`, 'endommagé'],
  ])('where it has %s', async (_, rows, sentence) => {
    const limits = { ...DEFAULT_LIMITS, inflationRatio: 1e6 };
    expect((await readWorkbook(await workbookOf(rows), COMMUNES, { limits })).faults).toMatchObject([
      { message: expect.stringContaining(sentence) },
    ]);
  });

  it.each([
    ['no zip', Buffer.from('code_insee;nom\n78621;Trappes\n'), 'enregistrez en XLSX'],
    ['empty', Buffer.alloc(0), 'XLSX'],
    ['protected by a password', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'mot de passe'],
  ])('where it is %s', async (_, bytes, sentence) => {
    expect((await readWorkbook(bytes, COMMUNES)).faults).toMatchObject([
      { line: 0, message: expect.stringContaining(sentence) },
    ]);
  });

  it.each([
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
    ['a zip of something else', 'lisez-moi.txt'],
    ['a workbook of LibreOffice', 'content.xml'],
  ])('where it is %s, and says how to save it', async (_, content) => {
    const bytes = typeof content === 'string' ? await zipped([{ name: content, content: ['<x/>'] }]) : content;
    expect((await readWorkbook(bytes, COMMUNES)).faults).toMatchObject([
      { message: expect.stringContaining('enregistrez en XLSX') },
    ]);
  });

  it('where its bytes are damaged', async () => {
    const bytes = await workbookOf(row + textCell('x').repeat(50));
    bytes.fill(0xff, 60, 90);
    expect((await readWorkbook(bytes, COMMUNES)).faults).toHaveLength(1);
  });
});
