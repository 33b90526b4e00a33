import Table from 'cli-table3';

/** No rule between two rows: a report has dozens. */
const CHARS = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };

/** A table for a terminal: numbers to the right. Its spaces are those that one types, so that what is seen can be searched for. */
export function tableText(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const colAligns = head.map((_, index) => (rows.some((row) => typeof row[index] === 'number') ? 'right' : 'left'));
  const table = new Table({ chars: CHARS, head: [...head], style: { head: [], border: [] }, colAligns });
  for (const row of rows) table.push([...row]);
  return table.toString().replaceAll('\u00a0', ' ');
}
