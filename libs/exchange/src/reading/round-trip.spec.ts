import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvTable, xlsxTable, type Table } from '#tables';
import { defineFile, optional, required } from './spec';
import { calendarDay, integer, money, text, yesNo } from '#cells';
import { xlsxSource } from './source';
import { csvOf, inFolder, readTable } from './testing/tables';

interface Row {
  readonly name: string;
  readonly day: string | null;
  readonly rent: string | null;
  readonly count: number;
  readonly yes: boolean;
}

const ROWS: readonly Row[] = [
  { name: 'Un "deux" ; trois\nquatre & <cinq>', day: '2024-03-01', rent: '412.3', count: 3, yes: true },
  { name: 'Élancourt _x0041_', day: null, rent: null, count: -2, yes: false },
];

const SPEC = defineFile({
  file: 'sortie.csv',
  key: ['name'],
  columns: {
    name: required('Nom', text, ''),
    day: optional('Jour', calendarDay, ''),
    rent: optional('Loyer', money, ''),
    count: required('Nombre', integer(-10, 10), ''),
    yes: required('Oui', yesNo, ''),
  },
});

function tableOf(rows: Table<Row>['rows']): Table<Row> {
  return {
    name: 'Liste: [des] résidences/logements de la commune',
    rows,
    columns: [
      { header: 'Nom', kind: 'text', value: (row) => row.name },
      { header: 'Jour', kind: 'day', value: (row) => row.day },
      { header: 'Loyer', kind: 'decimal', value: (row) => row.rent },
      { header: 'Nombre', kind: 'integer', value: (row) => row.count },
      { header: 'Oui', kind: 'yes-no', value: (row) => row.yes },
    ],
  };
}

async function gathered<T>(pieces: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

async function csvOfTexts(...texts: readonly string[]): Promise<readonly string[]> {
  const columns = [{ header: 'a', kind: 'text' as const, value: (cell: string) => cell }];
  const written = (await gathered(csvTable({ name: 'a', columns, rows: texts }))).join('');
  return written.split('\r\n').slice(1, -1);
}

async function readXlsx(table: Table<Row>, sheetRows?: number) {
  return inFolder(async (folder) => {
    const bytes = Buffer.concat(await gathered(xlsxTable(table, sheetRows)));
    await writeFile(join(folder, 'a.xlsx'), bytes);
    return { bytes, ...(await readTable(xlsxSource('a.xlsx', join(folder, 'a.xlsx')), SPEC)) };
  });
}

const FACTS = [
  { name: ROWS[0]!.name, day: '2024-03-01', rent: 41_230, count: 3, yes: true },
  { name: ROWS[1]!.name, day: null, rent: null, count: -2, yes: false },
];

describe('a CSV written', () => {
  it('has a BOM, semicolons, CRLF and decimals with a comma', async () => {
    const written = (await gathered(csvTable(tableOf([ROWS[0]!])))).join('');
    expect(written).toBe(
      '\ufeffNom;Jour;Loyer;Nombre;Oui\r\n"Un ""deux"" ; trois\nquatre & <cinq>";2024-03-01;412,3;3;O\r\n',
    );
  });

  it('is read back unchanged', async () => {
    const { rows } = await readTable(csvOf((await gathered(csvTable(tableOf(ROWS)))).join('')), SPEC);
    expect(rows).toEqual(FACTS);
  });

  it('protects texts from being run as formulas, and keeps numbers unchanged', async () => {
    expect(await csvOfTexts('=1+1', '+a', '-b', '@c', '\td', '-12,5', '+33', 'a=b', "'x")).toEqual([
      "'=1+1",
      "'+a",
      "'-b",
      "'@c",
      "'\td",
      '-12,5',
      '+33',
      'a=b',
      "'x",
    ]);
    expect(await csvOfTexts('\rx')).toEqual([`"'\rx"`]);
  });

  it('writes a long list in pieces', async () => {
    const pieces = await gathered(csvTable(tableOf(Array.from({ length: 10_000 }, () => ROWS[1]!))));
    expect(pieces.length).toBeGreaterThan(2);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(70_000);
  });
});

describe('a workbook written', () => {
  it('is read back unchanged, with real days and numbers', async () => {
    const { rows, faults } = await readXlsx(tableOf(ROWS));
    expect(faults).toEqual([]);
    expect(rows).toEqual(FACTS);
  });

  it('keeps texts that look like formulas as texts', async () => {
    const { rows, faults } = await readXlsx(tableOf([{ ...ROWS[0]!, name: '=1+1' }]));
    expect(faults).toEqual([]);
    expect(rows).toMatchObject([{ name: '=1+1' }]);
  });

  it('continues on another sheet where one is full', async () => {
    const { bytes, rows } = await readXlsx(
      tableOf([1, 2, 3, 4, 5].map((count) => ({ ...ROWS[0]!, name: `n${count}`, count }))),
      3,
    );
    expect(rows).toHaveLength(2);
    expect(bytes.includes('xl/worksheets/sheet3.xml')).toBe(true);
    expect(bytes.includes('xl/worksheets/sheet4.xml')).toBe(false);
  });

  it('is complete without any row', async () => {
    expect(await readXlsx(tableOf([]))).toMatchObject({ rows: [], faults: [] });
  });

  it('asks for rows only as fast as it is read, and closes them when reading stops', async () => {
    let asked = 0;
    let closed = false;
    async function* endless() {
      try {
        for (;;) yield { ...ROWS[0]!, name: `${Math.sin(++asked)}`.repeat(10) };
      } finally {
        closed = true;
      }
    }
    let size = 0;
    for await (const chunk of xlsxTable(tableOf(endless()))) if ((size += chunk.length) > 100_000) break;
    expect(asked).toBeLessThan(50_000);
    expect(closed).toBe(true);
  });

  it('fails where its rows fail', async () => {
    function* broken() {
      yield ROWS[0]!;
      throw new Error('gone');
    }
    await expect(gathered(xlsxTable(tableOf(broken())))).rejects.toThrow('gone');
  });
});
