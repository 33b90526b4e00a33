import { isUtf8 } from 'node:buffer';
import * as fc from 'fast-check';
import { csvLine, serialOfDay } from '#tables';
import type { ResidenceFacts } from '#territory';
import { RESIDENCES } from '../files';
import { csvOf, readTable, readWorkbook, textCell, workbookOf } from './testing/tables';

/** One of the ways in which a file can be written. */
interface Spelling {
  readonly order: readonly number[];
  readonly frenchDays: boolean;
  readonly comma: boolean;
  readonly quoteAll: boolean;
  readonly lineEnd: string;
  readonly encoding: 'utf-8' | 'bom' | 'windows-1252';
  readonly padding: string;
}

const NAMES = RESIDENCES.columns.map((column) => column.name);
const WORDS = 'Éàçœ€–’ ;"\'abcDEF123\n,'.split('');

const day = fc
  .date({ min: new Date('1901-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const degrees = fc.integer({ min: -900_000, max: 900_000 }).map((value) => String(value / 10_000));
const word = fc.string({ unit: fc.constantFrom(...WORDS), minLength: 1, maxLength: 20 }).map((text) => `x${text}x`);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const residence = fc.record({
  code: fc.stringMatching(/^[A-Z]{1,3}-[0-9]{1,4}$/),
  name: word,
  commune: fc.constantFrom('78621', '78208', '2A004', '01004'),
  landlord: fc.constantFrom('552046484', 'L-1'),
  districts: fc.uniqueArray(fc.constantFrom('QN1', 'QN2', 'QN3'), { maxLength: 3 }),
  dwellings: fc.integer({ min: 0, max: 99_999 }),
  openedOn: maybe(day),
  agreementOn: maybe(day),
  latitude: maybe(degrees),
  longitude: maybe(degrees),
  sector: maybe(fc.constantFrom('S-1', 'S 2')),
});

const spelling: fc.Arbitrary<Spelling> = fc.record({
  order: fc.shuffledSubarray(
    NAMES.map((_, index) => index),
    { minLength: NAMES.length },
  ),
  frenchDays: fc.boolean(),
  comma: fc.boolean(),
  quoteAll: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  encoding: fc.constantFrom('utf-8' as const, 'bom' as const, 'windows-1252' as const),
  padding: fc.constantFrom('', ' ', '\u00a0'),
});

type Residence = typeof residence extends fc.Arbitrary<infer R> ? R : never;

function cellsOf(row: Residence, how: Pick<Spelling, 'frenchDays' | 'comma'>): readonly string[] {
  const days = (value: string | null) =>
    value && how.frenchDays ? value.split('-').reverse().join('/') : (value ?? '');
  const decimals = (value: string | null) => (how.comma ? (value ?? '').replace('.', ',') : (value ?? ''));
  const { districts, dwellings, openedOn, agreementOn, latitude, longitude, sector } = row;
  const texts = [row.code, row.name, row.commune, row.landlord, districts.join('|')];
  const numbers = [decimals(latitude), decimals(longitude)];
  return [...texts, String(dwellings), days(openedOn), days(agreementOn), ...numbers, sector ?? ''];
}

function csvBytes(rows: readonly Residence[], how: Spelling): Uint8Array {
  const ordered = (cells: readonly string[]) => how.order.map((index) => cells[index]!);
  const quote = (cell: string) => (how.quoteAll ? `"${cell.replaceAll('"', '""')}"` : csvLine([cell]).slice(0, -2));
  const lines = [ordered(NAMES), ...rows.map((row) => ordered(cellsOf(row, how)))].map((cells) =>
    cells
      .map((cell) => (/[";\n]/.test(cell) || how.quoteAll ? quote(cell) : how.padding + cell + how.padding))
      .join(';'),
  );
  const text = lines.join(how.lineEnd) + how.lineEnd;
  const bytes = windows1252(text);
  // The bytes of a few texts in Windows-1252 (ç–œ) are also valid UTF-8 of another text. The rule reads them as UTF-8, and no rule could know better.
  if (how.encoding === 'windows-1252' && !isUtf8(bytes)) return bytes;
  return Buffer.from((how.encoding === 'bom' ? '\ufeff' : '') + text, 'utf8');
}

function windows1252(text: string): Uint8Array {
  const high: Record<string, number> = { '€': 0x80, œ: 0x9c, '–': 0x96, '’': 0x92 };
  return Uint8Array.from([...text].map((character) => high[character] ?? character.charCodeAt(0)));
}

function xlsxRows(rows: readonly Residence[], order: readonly number[]): string {
  const row = (cells: readonly string[]) => `<row>${order.map((index) => cells[index]!).join('')}</row>`;
  const escape = (text: string) => textCell(text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\n/g, '&#10;'));
  const number = (text: string | null) => (text === null ? '<c/>' : `<c><v>${text}</v></c>`);
  const days = (text: string | null) => (text === null ? '<c/>' : `<c s="2"><v>${serialOfDay(text)}</v></c>`);
  return (
    row(NAMES.map(escape)) +
    rows
      .map((facts) => {
        const texts = cellsOf(facts, { frenchDays: false, comma: false }).slice(0, 5).map(escape);
        const { dwellings, openedOn, agreementOn, latitude, longitude, sector } = facts;
        return row([
          ...texts,
          number(String(dwellings)),
          days(openedOn),
          days(agreementOn),
          number(latitude),
          number(longitude),
          sector === null ? '<c/>' : escape(sector),
        ]);
      })
      .join('')
  );
}

const rowsOf = fc.uniqueArray(residence, { selector: (row) => row.code, minLength: 1, maxLength: 4 });

describe('a row in any spelling', () => {
  it('gives the same facts and the same canonical text from any CSV', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf, spelling, spelling, async (rows, one, other) => {
        const first = await readTable(csvOf(csvBytes(rows, one)), RESIDENCES);
        const second = await readTable(csvOf(csvBytes(rows, other), 1000), RESIDENCES);
        expect(first.faults).toEqual([]);
        expect(first.rows).toEqual(rows as unknown as ResidenceFacts[]);
        expect(second.valid).toEqual(first.valid);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same from a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf, spelling, async (rows, how) => {
        const csv = await readTable(csvOf(csvBytes(rows, how), 1000), RESIDENCES);
        const xlsx = await readWorkbook(await workbookOf(xlsxRows(rows, how.order)), RESIDENCES);
        expect(xlsx.faults).toEqual([]);
        expect(xlsx.valid).toEqual(csv.valid);
      }),
      { numRuns: 25 },
    );
  });

  it('has another canonical text where one fact differs', async () => {
    await fc.assert(
      fc.asyncProperty(residence, residence, spelling, async (row, other, how) => {
        const cellsOfOne = async (facts: Residence) =>
          (await readTable(csvOf(csvBytes([facts], how)), RESIDENCES)).valid[0]?.cells;
        expect((await cellsOfOne(row)) === (await cellsOfOne(other))).toBe(
          JSON.stringify(row) === JSON.stringify(other),
        );
      }),
      { numRuns: 40 },
    );
  });
});
