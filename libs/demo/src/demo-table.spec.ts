import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoNumbers } from './testing/demo-numbers';

interface TableRow {
  readonly name: string;
  readonly printed: string;
  readonly derived: string;
  readonly demo: string;
  readonly source: string;
}

const NONE = '—';
/** A whole number, or a percentage. Other cells are words, such as "about 548". */
const NUMBER = /^\d[\d ]*(?:\.\d)?(?: %)?$/;

/** The rows of the tables of docs/demo.md whose first cell is a name. */
function tableRows(): TableRow[] {
  const text = readFileSync(join(__dirname, '../../../docs/demo.md'), 'utf8');
  return text.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const name = /^`(\S+)`$/.exec(cells[1] ?? '')?.[1];
    if (name === undefined || cells.length !== 8) return [];
    return [{ name, printed: cells[3]!, derived: cells[4]!, demo: cells[5]!, source: cells[6]! }];
  });
}

const rows = tableRows();
const numbers = demoNumbers();

describe('the table of docs/demo.md', () => {
  it('has each number of the demonstration once', () => {
    expect(rows.map(({ name }) => name).sort()).toEqual([...numbers.keys()].sort());
  });

  it.each(rows)('$name: the demonstration has $demo', ({ name, demo }) => {
    expect(numbers.get(name)).toBe(demo);
  });

  it('has in the demonstration what is printed or derived', () => {
    for (const { name, printed, derived, demo } of rows)
      for (const cell of [printed, derived]) if (NUMBER.test(cell)) expect([name, demo]).toEqual([name, cell]);
  });

  it('says of each number that is neither printed nor derived that it is made up', () => {
    const madeUp = rows.filter(({ printed, derived }) => printed === NONE && derived === NONE);
    expect(madeUp.length).toBeGreaterThan(0);
    for (const { name, source } of madeUp) expect([name, source.includes('fictif')]).toEqual([name, true]);
  });
});
