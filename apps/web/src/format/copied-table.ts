/** A table for a spreadsheet: its heads, then its cells, as texts that the page shows. */
export type CopiedTable = readonly (readonly string[])[];

/** Cells parted by tabs. What would part cells or lines becomes a space. */
export const tabbedText = (table: CopiedTable): string =>
  table.map((line) => line.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\r\n');

/** The same as HTML: a spreadsheet keeps « 01/02/2023 » and « 2-4 » as they are in its cells of text. */
export function tableHtml([heads = [], ...lines]: CopiedTable): string {
  const row = (tag: string, cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${row('th', heads)}</thead><tbody>${lines.map((line) => row('td', line)).join('')}</tbody></table>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (found) => ENTITIES[found]!);
