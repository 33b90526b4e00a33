import { CRITERIA, DEFAULT_PROOFS } from '#criteria';
import { page, rowsOf, spansOf } from './support/pages';

it('docs/fr/criteres.md has every criterion, with its default kinds of proof', () => {
  const rows = rowsOf(page('docs/fr/criteres.md')).map(([criterion = '', , kinds = '']) => [
    ...spansOf(criterion),
    ...spansOf(kinds),
  ]);
  expect(rows).toEqual(CRITERIA.map((criterion) => [criterion, ...DEFAULT_PROOFS[criterion].flat()]));
});
