import * as fc from 'fast-check';
import {
  calendarDay,
  decimal,
  code,
  codes,
  communeCode,
  communeCodeOrAbroad,
  householdNumber,
  integer,
  landlordCode,
  latitude,
  livingSurface,
  money,
  oneOf,
  percentage,
  period,
  shareOfCeiling,
  shownCell,
  text,
  Unreadable,
  year,
  yesNo,
  type CellReader,
} from '.';

function read(reader: CellReader<unknown>, found: string): unknown {
  const value = reader.read(found);
  return value instanceof Unreadable ? 'unreadable' : value;
}

function messageOf(reader: CellReader<unknown>, found: string): string {
  const value = reader.read(found);
  return value instanceof Unreadable ? value.message : '';
}

describe('cells', () => {
  it('that are nested too deeply have no text', () => {
    const deep = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`) as unknown;
    expect(shownCell(deep)).toBe('…');
    expect(shownCell([1, { a: 2 }])).toBe('[1,{"a":2}]');
  });

  it.each([
    ['2024-02-29', '2024-02-29'],
    ['29/02/2024', '2024-02-29'],
    ['2023-02-29', 'unreadable'],
    ['31/04/2024', 'unreadable'],
    ['1/2/2024', 'unreadable'],
    ['2024-02-29T10:00', 'unreadable'],
  ])('day %s: %s', (found, expected) => expect(read(calendarDay, found)).toBe(expected));

  it.each([
    ['12345,6', 1_234_560],
    ['12 345.60 €', 1_234_560],
    ['12\u00a0345,60\u00a0€', 1_234_560],
    ['12\u202f345,600', 1_234_560],
    ['0', 0],
    ['-0', 0],
    ['1,005', 'unreadable'],
    ['1 23,4', 'unreadable'],
    ['12,345.60', 'unreadable'],
    ['-1', 'unreadable'],
    ['1e3', 'unreadable'],
    ['€', 'unreadable'],
  ])('money %s: %s', (found, expected) => expect(read(money, found)).toBe(expected));

  it.each([
    [percentage, '33,3333333333333 %', '33.3333333333333'],
    [percentage, '100,00', '100'],
    [percentage, '100,01', 'unreadable'],
    [shareOfCeiling, '39,99 %', '39.99'],
    [shareOfCeiling, '1 000', '1000'],
    [shareOfCeiling, '1000,01', 'unreadable'],
    [shareOfCeiling, '-1', 'unreadable'],
    [livingSurface, '58,5', 5_850],
    [livingSurface, '0,01', 1],
    [livingSurface, '0', 'unreadable'],
    [integer(1, 5), '5,0', 5],
    [integer(1, 5), '0', 'unreadable'],
    [integer(1, 5), '2,5', 'unreadable'],
    [year, '2024', 2024],
    [year, '24', 'unreadable'],
    [period, '2023', '2023'],
    [period, '2023-S2', '2023-S2'],
    [period, '2023-S3', 'unreadable'],
    [period, '2023-T1', 'unreadable'],
    [decimal, '13 800,50', '13800.5'],
    [decimal, '-0,25 %', '-0.25'],
    [decimal, '-0', '0'],
    [decimal, '1,1234567', 'unreadable'],
    [decimal, 'beaucoup', 'unreadable'],
    [latitude, '48,77500', '48.775'],
    [latitude, '-90', '-90'],
    [latitude, '90,1', 'unreadable'],
    [yesNo, 'o', true],
    [yesNo, 'N', false],
    [yesNo, 'oui', 'unreadable'],
    [oneOf(['T1', 'T2']), 'T2', 'T2'],
    [oneOf(['T1', 'T2']), 'T8', 'unreadable'],
    [householdNumber, '078abc123456789012', '078ABC123456789012'],
    [householdNumber, 'ab-12345', 'AB-12345'],
    [landlordCode, '552046484', '552046484'],
    [landlordCode, '552046485', 'unreadable'],
    [landlordCode, 'L-1', 'L-1'],
    [landlordCode, 'L-', 'unreadable'],
    [communeCode, '78621', '78621'],
    [communeCode, '2a004', '2A004'],
    [communeCode, '99351', 'unreadable'],
    [communeCodeOrAbroad, '99351', '99351'],
    [text, 'e\u0301', 'é'],
    [text, 'a\r\nb', 'a\nb'],
    [text, 'a\u001fb', 'unreadable'],
    [code, 'a|b', 'unreadable'],
  ] as [CellReader<unknown>, string, unknown][])('reads %#: %s', (reader, found, expected) => {
    expect(read(reader, found)).toBe(expected);
  });

  it('reads a list, and keeps each code once', () => {
    expect(read(codes, 'QN1 | QN2|QN1|')).toEqual(['QN1', 'QN2']);
  });

  it('asks for the format Text where Excel changed a code into a number', () => {
    for (const reader of [code, text, householdNumber])
      for (const found of ['7,8E+16', '7.80123456789012E16', '7.8e+016', '7e16', '1,2E-7', '12E+3'])
        expect(messageOf(reader, found)).toContain('format Texte');
  });

  it('asks for it too where any program wrote a number with an exponent', () => {
    const digits = fc.integer({ min: 1e9, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(digits, fc.constantFrom('', '+', '+0'), fc.boolean(), (number, plus, comma) => {
        const [mantissa, exponent] = number.toExponential().split('e+');
        const found = `${mantissa!.includes('.') ? mantissa : `${mantissa}.0`}E${plus}${exponent}`;
        expect(messageOf(code, comma ? found.replace('.', ',') : found)).toContain('format Texte');
      }),
    );
  });

  it.each(['12E3', '7E1', '078E12', 'E12', '2E', 'B1E16'])(
    'takes the code %s, which looks like a number with an exponent',
    (found) => {
      expect(read(code, found)).toBe(found);
    },
  );

  it('proposes the nearest commune', () => {
    expect(messageOf(communeCode, '786621')).toBe(
      '« 786621 » n’est pas un code INSEE connu ; le plus proche est 78621 (Trappes)',
    );
  });

  it('reads any amount in any spelling to the same cents', () => {
    const separators = fc.constantFrom('', ' ', '\u00a0', '\u202f');
    const units = fc.constantFrom('', '€', ' €', '\u00a0€', '\u202f%');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999_999 }),
        separators,
        fc.constantFrom(',', '.'),
        units,
        (cents, by, point, unit) => {
          const whole = String(Math.floor(cents / 100)).replace(/(?<=\d)(?=(\d{3})+$)/g, by);
          expect(read(money, `${whole}${point}${String(cents % 100).padStart(2, '0')}${unit}`)).toBe(cents);
        },
      ),
    );
  });
});
