import Table from 'cli-table3';

/** No line between two rows, because a report has dozens of rows. */
const CHARS = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };

/** A table for a terminal, with numbers aligned to the right. It has plain spaces only, so that a user can search for a text that is shown. */
export function tableText(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const colAligns = head.map((_, index) => (rows.some((row) => typeof row[index] === 'number') ? 'right' : 'left'));
  const table = new Table({ chars: CHARS, head: [...head], style: { head: [], border: [] }, colAligns });
  for (const row of rows) table.push([...row]);
  return table.toString().replaceAll('\u00a0', ' ');
}
