import { PROBLEM_CODES, problemOf } from '#http';
import { page, plain, rowsOf } from './support/pages';

/** The problems of docs/fr/messages.md: code, title, what to do. */
const DESCRIBED = rowsOf(plain(page('docs/fr/messages.md'))).flatMap(([code = '', title = '', advice = '']) => {
  const found = /^`([a-z-]+)`$/.exec(code);
  return found ? [{ code: found[1]!, title: title.replaceAll("'", '’'), advice }] : [];
});

it('docs/fr/messages.md has every problem of the catalogue once, and no other', () => {
  expect(DESCRIBED.map(({ code }) => code).sort()).toEqual([...PROBLEM_CODES].sort());
});

it.each(DESCRIBED)('docs/fr/messages.md gives $code its title, and says what to do', ({ code, title, advice }) => {
  expect(title).toBe(plain(problemOf(code).title));
  expect(advice).toMatch(/\p{L}{3}/u);
});
