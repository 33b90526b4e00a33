import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { printable, printableCell } from './printable';

interface Font {
  hasGlyphForCodePoint(point: number): boolean;
}
// The reader of fonts that pdfmake itself uses.
const { openSync } = jest.requireActual<{ openSync(path: string): Font }>('fontkit');
const folder = join(dirname(require.resolve('pdfmake/package.json')), 'fonts', 'Roboto');
const fonts = ['Regular', 'Medium'].map((name) => openSync(join(folder, `Roboto-${name}.ttf`)));
const hasGlyph = (character: string): boolean =>
  fonts.every((font) => font.hasGlyphForCodePoint(character.codePointAt(0)!));

it('contains only characters that the font has, whatever the text', () => {
  for (let point = 0; point < 0x30000; point += 1) {
    const text = printable(String.fromCodePoint(point));
    const missing = [...text].filter((character) => character !== '\n' && !hasGlyph(character));
    if (missing.length > 0) throw new Error(`U+${point.toString(16)} is printed as a character without a glyph`);
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) =>
      [...printableCell(text)].every((character) => character === '\n' || hasGlyph(character)),
    ),
  );
});

it.each([
  ['1\u202f645\u00a0€', '1\u00a0645\u00a0€'],
  ['cœur, Élancourt, ≥ 25 % — « oui »', 'cœur, Élancourt, ≥ 25 % — « oui »'],
  ['e\u0301', 'é'],
  ['invi\u200bsible\ufeff', 'invisible'],
  ['ḥ', 'h'],
  ['居', '\ufffd'],
  ['ligne\r\nsuivante', 'ligne\nsuivante'],
])('prints %j as %j', (text, printed) => expect(printable(text)).toBe(printed));

it('lets a line end inside a word that is too long for a column, and nowhere else', () => {
  expect(printableCell('1\u00a0645 et « court »')).toBe('1\u00a0645 et « court »');
  expect(printableCell('Plaine\u00a0de\u00a0Neauphle,\u00a0tranche\u00a0ferme')).toBe(
    'Plaine de Neauphle, tranche ferme',
  );
  expect(printableCell('a'.repeat(50))).toBe(`${'a'.repeat(24)}\u200b${'a'.repeat(24)}\u200baa`);
});
