import fc from 'fast-check';
import { parseShare, shareText } from './share-text';

describe('an exact share as files write it', () => {
  it.each([
    ['25 %', 1, 4],
    ['25%', 1, 4],
    ['12,5 %', 1, 8],
    ['12.50 %', 1, 8],
    ['1/3', 1, 3],
    ['2 / 6', 1, 3],
    ['0 %', 0, 1],
    ['100 %', 1, 1],
    ['33,3333 %', 333_333, 1_000_000],
    ['25\u202f%', 1, 4],
  ])('%s is %i/%i', (text, numerator, denominator) => {
    expect(parseShare(text)).toEqual({ numerator, denominator });
  });

  it.each(['', '25', '0,25', '101 %', '4/3', '1/0', '-1 %', '25 % ', '1/3 %', '12,55555 %', '1e1 %'])(
    '“%s” is not a share',
    (text) => expect(parseShare(text)).toBeUndefined(),
  );

  it('is written in one way only, and read back the same', () => {
    expect(['25 %', '12,50 %', '2/6', '0 %', '3/7', '33,3333 %'].map((text) => shareText(parseShare(text)!))).toEqual([
      '25 %',
      '12,5 %',
      '1/3',
      '0 %',
      '3/7',
      '33,3333 %',
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 1, max: 999_999 }), (a, b) => {
        const share = parseShare(`${Math.min(a, b)}/${b}`)!;
        expect(parseShare(shareText(share))).toEqual(share);
      }),
    );
  });
});
