import Table from 'cli-table3';

/** No line between two rows, because a report has dozens of rows. */
const CHARS = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };
/** A column takes a border and a space on each side. */
const AROUND = 3;
/** A column of texts is not made narrower than this. */
const NARROWEST = 8;

type Cell = string | number;

/**
 * A table for a terminal, with numbers aligned to the right. It has plain spaces only, so that a user can search for a text that is shown.
 * @param columns the characters of a line of the terminal; longer texts then continue on the next line of their cell. Without a limit
 * where absent, as for a file or another program.
 * @throws Error where a row has more or fewer cells than the head: a cell would then be read under the header of another
 */
export function tableText(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  columns: number | undefined = process.stdout.columns,
): string {
  const odd = rows.find((row) => row.length !== head.length);
  if (odd) throw new Error(`a table has ${head.length} headers and a row of ${odd.length} cells`);
  const isNumber = head.map((_, at) => rows.some((row) => typeof row[at] === 'number'));
  const colAligns = isNumber.map((number): 'left' | 'right' => (number ? 'right' : 'left'));
  const widths = columns === undefined ? undefined : fittedWidths([head, ...rows], isNumber, columns);
  const fitted = (cells: readonly Cell[]): Cell[] =>
    widths ? cells.map((cell, at) => wrapped(String(cell), widths[at]!)) : [...cells];
  const table = new Table({ chars: CHARS, head: fitted(head).map(String), style: { head: [], border: [] }, colAligns });
  for (const row of rows) table.push(fitted(row));
  return table.toString().replaceAll('\u00a0', ' ');
}

/** The widths of the columns on a line of the terminal. The widest columns of texts give up their room first, numbers none. */
function fittedWidths(lines: readonly (readonly Cell[])[], isNumber: readonly boolean[], columns: number): number[] {
  const longest = (from: readonly (readonly Cell[])[], at: number): number =>
    Math.max(1, ...from.map((line) => String(line[at]).length));
  const widths = isNumber.map((_, at) => longest(lines, at));
  const least = isNumber.map((number, at) =>
    number ? longest(lines.slice(1), at) : Math.min(longest(lines, at), NARROWEST),
  );
  const room = columns - 1 - AROUND * widths.length;
  for (let excess = widths.reduce((sum, width) => sum + width, 0) - room; excess > 0; excess--) {
    const shrinkable = widths.map((width, at) => (width > least[at]! ? width : 0));
    const widest = shrinkable.indexOf(Math.max(...shrinkable));
    if (shrinkable[widest] === 0) break;
    widths[widest]!--;
  }
  return widths;
}

/** The text in lines of a width. A word that is too long is split. */
function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ').flatMap((each) => pieces(each, width))) {
      if (line === '') line = word;
      else if (line.length + 1 + word.length <= width) line += ` ${word}`;
      else {
        lines.push(line);
        line = word;
      }
    }
    lines.push(line);
  }
  return lines.join('\n');
}

/** The word, or its pieces where it is too long. They end after `_` or `-` where possible. */
function pieces(word: string, width: number): readonly string[] {
  if (word.length <= width) return [word];
  const end = Math.max(word.lastIndexOf('_', width - 1), word.lastIndexOf('-', width - 1)) + 1;
  const cut = end > 0 ? end : width;
  return [word.slice(0, cut), ...pieces(word.slice(cut), width)];
}
