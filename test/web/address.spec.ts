import fc from 'fast-check';
import { civilPeriod, kindOf, periodIn, periodLabel } from '../../apps/web/src/url/period';
import { listOf, oneOf, parseSearch, stringifySearch } from '../../apps/web/src/url/search';

const name = fc.stringMatching(/^[a-z][a-z_-]{0,12}$/);
const value = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((text) => text.isWellFormed());
/** A list of one is the same address as its value. */
const search = fc.dictionary(name, fc.oneof(value, fc.array(value, { minLength: 2, maxLength: 4 })), {
  noNullPrototype: true,
});

describe('the query of an address', () => {
  it('is read back as it was written', () => {
    fc.assert(fc.property(search, (given) => expect(parseSearch(stringifySearch(given))).toEqual(given)));
  });

  it('is written once: reading and writing it again changes nothing', () => {
    fc.assert(
      fc.property(search, (given) => {
        const text = stringifySearch(given);
        expect(stringifySearch(parseSearch(text))).toBe(text);
      }),
    );
  });

  it('repeats the name of a list, as the API reads it, and leaves out what is empty', () => {
    expect(stringifySearch({ note: ['4', '5'], en_qpv: 'O', quartile: '', commune: undefined })).toBe(
      '?note=4&note=5&en_qpv=O',
    );
    expect(stringifySearch({ quartile: '' })).toBe('');
    const read = parseSearch('?note=4&note=5&en_qpv=O');
    expect([listOf(read, 'note'), listOf(read, 'en_qpv'), listOf(read, 'commune')]).toEqual([['4', '5'], ['O'], []]);
    expect(oneOf(read, 'note')).toBe('4');
  });
});

describe('the period of an address', () => {
  const year = fc.integer({ min: 1990, max: 2100 });

  it('is known again as the year, the half or the quarter that it is', () => {
    const kinds = [
      ['year', 1],
      ['semester', 2],
      ['quarter', 4],
    ] as const;
    fc.assert(
      fc.property(year, fc.constantFrom(...kinds), fc.nat(), (of, [kind, parts], draw) => {
        const part = (draw % parts) + 1;
        const period = civilPeriod(kind, of, part);
        expect(kindOf(period)).toEqual({ kind, year: of, part });
        expect(periodIn(parseSearch(stringifySearch({ ...period })))).toEqual(period);
      }),
    );
  });

  it('is told in French', () => {
    const label = (from: string, to: string) => periodLabel({ from, to }, (day) => day);
    expect(label('2024-01-01', '2024-12-31')).toBe('Année 2024');
    expect(label('2024-01-01', '2024-06-30')).toBe('1er semestre 2024');
    expect(label('2024-04-01', '2024-06-30')).toBe('2e trimestre 2024');
    expect(label('2024-04-01', '2024-06-29')).toBe('Du 2024-04-01 au 2024-06-29');
  });

  it('is none where the address names only half of it', () => {
    expect(periodIn(parseSearch('?from=2024-01-01'))).toBeUndefined();
  });
});
