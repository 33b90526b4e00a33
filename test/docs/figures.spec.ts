import { FIGURE_CODES, figureWords, REHOUSING_FIGURE_NAMES } from '#compliance';
import { OBJECTIVE_FIGURES, REHOUSING_FIGURES } from '#convention';
import { page, plain, rowsOf } from './support/pages';

/** The figures of docs/fr/chiffres.md: `code` to the cells after it. */
const DESCRIBED = figuresOf('docs/fr/chiffres.md');
const CODES = [...new Set<string>([...FIGURE_CODES, ...OBJECTIVE_FIGURES, ...REHOUSING_FIGURES])];
const COUNTS = /(\d+) \/ (\d+)/;

function figuresOf(path: string): ReadonlyMap<string, readonly string[]> {
  const rows = rowsOf(plain(page(path))).flatMap(([code = '', ...cells]): [string, readonly string[]][] => {
    const found = /^`([A-Z][A-Z0-9_]+)`$/.exec(code);
    return found ? [[found[1]!, cells]] : [];
  });
  expect(rows.map(([code]) => code)).toEqual([...new Set(rows.map(([code]) => code))]);
  return new Map(rows);
}

/** The name that a report prints: in its own report, a figure of rehousing stands under « Parmi les ménages relogés définitivement ». */
function nameOf(code: string): string {
  return (REHOUSING_FIGURE_NAMES as Readonly<Record<string, string>>)[code] ?? figureWords(code, []).name;
}

/** `142 / 1178` in one of the cells. */
function countsIn(cells: readonly string[]): string | undefined {
  return cells.map((cell) => COUNTS.exec(cell)?.[0]).find(Boolean);
}

/** The counts of the demonstration in docs/figures.md: its table of figures, and that of the grid. */
function countsOfFigures(): ReadonlyMap<string, string> {
  const rows = rowsOf(page('docs/figures.md'));
  const counts = new Map<string, string>();
  for (const [first = '', ...cells] of rows) {
    const code = /^`([A-Z0-9_]+)`$/.exec(first)?.[1];
    const isCell = code !== undefined && /^(?:LOW|MEDIUM|HIGH)_(?:IN|OUTSIDE)$/.test(code);
    if (isCell)
      ['Q1', 'Q2', 'Q34'].forEach((quartile, at) =>
        counts.set(`${quartile}_FRAGILITY_${code}_QPV`, `${cells[at + 1]} / ${cells[0]}`),
      );
    else if (code && FIGURE_CODES.includes(code) && countsIn(cells)) counts.set(code, countsIn(cells)!);
  }
  return counts;
}

it('docs/fr/chiffres.md has every figure of the product, and no other', () => {
  expect([...DESCRIBED.keys()].sort()).toEqual([...CODES].sort());
});

it.each(CODES)('docs/fr/chiffres.md gives %s the name that reports print', (code) => {
  expect(DESCRIBED.get(code)?.[0]?.replaceAll("'", '’')).toBe(plain(nameOf(code)));
});

it.each(FIGURE_CODES)('docs/fr/chiffres.md has the same example of %s as docs/figures.md', (code) => {
  expect(countsIn(DESCRIBED.get(code)!)).toBe(countsOfFigures().get(code) ?? 'an example in docs/figures.md');
});

it('the rates of the examples follow from their counts', () => {
  for (const [code, cells] of DESCRIBED) {
    const [, counted, among, rate] = /(\d+) \/ (\d+) = ([\d,]+) %/.exec(cells.join(' ')) ?? [];
    if (rate)
      expect([code, ((100 * Number(counted)) / Number(among)).toFixed(1)]).toEqual([code, rate.replace(',', '.')]);
  }
});

it('docs/fr/relogement.md names the figures of rehousing as the report does', () => {
  const names = rowsOf(plain(page('docs/fr/relogement.md'))).map(([name]) => name);
  expect(names).toEqual(expect.arrayContaining(Object.values(REHOUSING_FIGURE_NAMES).map(plain)));
});

it('docs/fr/prefet.md has the examples of docs/figures.md', () => {
  const examples = rowsOf(plain(page('docs/fr/prefet.md'))).flatMap(([, outside = '', eligible = '', rate = '']) =>
    /^\d+$/.test(outside) ? [`${eligible} / ${outside} = ${rate.replace(',', '.')}`] : [],
  );
  expect(examples).toHaveLength(2);
  for (const example of examples) expect(page('docs/figures.md')).toContain(example);
});
