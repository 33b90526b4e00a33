import * as fc from 'fast-check';
import { invisibleIn, normalForm } from './normal-form';

describe('the normal form of a text', () => {
  it.each([
    ['ATT-1', 'ATT-1'],
    ['', ''],
    ['N°\u00a0de bail', 'N° de bail'],
    ['Date de\r\nsignature', 'Date de signature'],
    ['a \u2003\t\u202f b', 'a b'],
    ['\u00a0ATT\u00a02\u3000', 'ATT 2'],
    ['re\u0301sidence', 'résidence'],
    ['RES-2\u200b', 'RES-2'],
    ['ATT\u00ad-3', 'ATT-3'],
    ['\u200e15/03/2024', '15/03/2024'],
    ['RES\u20112', 'RES-2'],
    ['\ufeff\ufeffcode', 'code'],
    ['\u200b', ''],
  ])('of %j is %j', (text, expected) => expect(normalForm(text)).toBe(expected));

  it.each([
    ['capitals', 'Att-1', 'ATT-1'],
    ['an accent', 'residence', 'résidence'],
    ['a dash', 'ATT–1', 'ATT-1'],
    ['a space', 'ATT 1', 'ATT1'],
  ])('keeps visible differences: %s', (_case, one, other) => expect(normalForm(one)).not.toBe(normalForm(other)));

  const texts = fc.string({
    unit: fc.constantFrom('a', 'e', '\u0301', ' ', '\u00a0', '\n', '\u200b', '\u00ad', '-', '\u2011'),
  });

  it('does not change a normal form', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'grapheme' })), (text) => {
        expect(normalForm(normalForm(text))).toBe(normalForm(text));
      }),
    );
  });

  it('ignores invisible characters and the width of spaces', () => {
    const invisible = fc.constantFrom(
      '\u200b',
      '\u200c',
      '\u200d',
      '\u00ad',
      '\u2060',
      '\ufeff',
      '\u200e',
      '\u202a',
      '\ufe0f',
      '\u034f',
    );
    const space = fc.constantFrom('\u00a0', '\u202f', '\u2009', '\t', '\r\n', '  ', '\u3000');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('ATT', '2024', 'é', '-', ' '), fc.option(invisible), space)),
        (parts) => {
          const plain = parts.map(([part]) => part).join('');
          const spelt = parts.map(([part, hidden, blank]) => (part === ' ' ? blank : part) + (hidden ?? '')).join('');
          expect(normalForm(spelt)).toBe(normalForm(plain));
          expect(normalForm(spelt.normalize('NFD'))).toBe(normalForm(plain));
        },
      ),
    );
  });
});

describe('an invisible character', () => {
  it('is found, with the text before it', () => {
    expect(invisibleIn('RES-2\u200b')).toEqual({ code: 'U+200B', character: '\u200b', before: 'RES-2' });
    expect(invisibleIn('\u00adATT')).toMatchObject({ code: 'U+00AD', before: '' });
    expect(invisibleIn('N°\u00a0de bail')).toBeUndefined();
    expect(invisibleIn('ATT-1')).toBeUndefined();
  });
});
