import { FIGURE_CODES, figureWords as filesSay, UNPRINTED_CODES } from '#compliance';
import { REHOUSING_FIGURES } from '#convention';
import { figureWords as pagesSay } from '../../apps/web/src/words/figures';

describe('the words of the pages', () => {
  // A reader has the file beside the page.
  it.each([...FIGURE_CODES, ...UNPRINTED_CODES])('call %s as the files do', (code) =>
    expect(pagesSay(code)).toEqual(filesSay(code, [])),
  );
  it.each([...REHOUSING_FIGURES])('name %s', (code) => expect(pagesSay(code).name).not.toBe(code));
});
