import * as fc from 'fast-check';
import { tableText } from './text-table';

const HEAD = ['code', 'nom', 'baux'];
const ROWS = [
  ['Q1_REHOUSED_OUTSIDE_QPV', 'Hors des quartiers prioritaires, premier quartile ou relogement', 1_178],
  ['Q1', 'Premier quartile', 7],
];

it('leaves each row on one line where nothing limits its width, as in a file', () => {
  expect(tableText(HEAD, ROWS, undefined).split('\n')).toHaveLength(5);
});

it('continues long texts on the next line of their cell where the terminal is narrow', () => {
  expect(tableText(HEAD, ROWS, 60)).toBe(
    [
      '┌─────────────────────────┬────────────────────────┬──────┐',
      '│ code                    │ nom                    │ baux │',
      '│ Q1_REHOUSED_OUTSIDE_QPV │ Hors des quartiers     │ 1178 │',
      '│                         │ prioritaires, premier  │      │',
      '│                         │ quartile ou relogement │      │',
      '│ Q1                      │ Premier quartile       │    7 │',
      '└─────────────────────────┴────────────────────────┴──────┘',
    ].join('\n'),
  );
});

it('never writes a line longer than the terminal, and loses no letter', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'é', '_', '-', ' '), minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(word, word, fc.nat(9_999)), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 40, max: 120 }),
      (rows, columns) => {
        const text = tableText(HEAD, rows, columns);
        for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
        const letters = (all: string): number => [...all].filter((letter) => letter === 'é').length;
        expect(letters(text)).toBe(letters(rows.flat().join('')));
      },
    ),
  );
});

it('refuses a row that has not as many cells as there are headers', () => {
  expect(() => tableText(HEAD, [['Q1', 'Premier quartile']])).toThrow('3 headers and a row of 2 cells');
  expect(() => tableText(HEAD, [['Q1', 'Premier quartile', 7, '—']])).toThrow('a row of 4 cells');
});
