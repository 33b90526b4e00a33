import { OBJECTIVE_SCOPES, REHOUSING_FIGURES, shareText } from '#convention';
import { FIGURE_CODES, UNPRINTED_CODES } from '../figures/figure';
import { figureWords, objectiveWords, scopeWord, targetWords } from './words';

const CODES = [...FIGURE_CODES, ...UNPRINTED_CODES, ...REHOUSING_FIGURES];

it('gives every figure a French name of its own, and says what it counts', () => {
  const words = CODES.map((code) => figureWords(code, []));
  expect(new Set(words.map(({ name }) => name)).size).toBe(CODES.length);
  for (const { name, definition } of words) {
    expect(name).not.toMatch(/^Public :|_/);
    expect(definition).toMatch(/^(Parmi|Les baux).*\.$/);
  }
});

it('gives the figure of a public the name that the convention gives to the public', () => {
  expect(figureWords('PUBLIC_SENIORS', [{ code: 'seniors', name: 'Seniors' }]).name).toBe('Public : Seniors');
  expect(figureWords('PUBLIC_SENIORS', []).name).toBe('Public : PUBLIC_SENIORS');
});

it.each([
  [null, null],
  [{ min: 0.25 }, 'au moins 25 %'],
  [{ max: 1 / 3 }, 'au plus 1/3'],
  [{ equal: 0.125 }, 'égal à 12,5 %'],
  [{ max: 0 }, 'aucune (0 %)'],
  [{ min: 0.1, max: 0.3333 }, 'au moins 10 % et au plus 33,33 %'],
])('writes the target %j as « %s »', (target, text) => expect(targetWords(target)).toBe(text));

it.each([
  ['min', { numerator: 1, denominator: 4 }, { min: 0.25 }],
  ['max', { numerator: 1, denominator: 6 }, { max: 1 / 6 }],
  ['equal', { numerator: 1, denominator: 2 }, { equal: 0.5 }],
  ['max', { numerator: 0, denominator: 1 }, { max: 0 }],
] as const)(
  'writes an objective and the target that follows from it in the same words: %s %j',
  (operator, share, target) =>
    expect(objectiveWords({ operator, valueText: shareText(share) })).toBe(targetWords(target)),
);

it.each([
  ['tendTo', '70 %', 'tendre vers 70 %'],
  ['zero', null, 'aucune (0 %)'],
  ['monitor', null, 'suivi, sans cible'],
] as const)('writes %s %s as « %s »', (operator, valueText, text) =>
  expect(objectiveWords({ operator, valueText })).toBe(text),
);

it.each(OBJECTIVE_SCOPES)('has a French word for the scope %s of an objective', (kind) =>
  expect(scopeWord(kind)).toMatch(/^[A-ZÀÉ][^_]+$/),
);
