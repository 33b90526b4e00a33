import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../../..');

export function page(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The Markdown pages of a folder, by their paths; not those of its folders. */
export function pagesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `${folder}/${name}`);
}

/** The cells of each row of the tables of a page, without its headers and lines. A bar within a cell is written `\|`. */
export function rowsOf(text: string): readonly (readonly string[])[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    const isRow = line.startsWith('| ') && !isLine(line) && !isLine(lines[at + 1] ?? '');
    return isRow ? [cellsOf(line)] : [];
  });
}

/** The text of each code span in a text. */
export function spansOf(text: string): readonly string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, span]) => span!);
}

/** The lines of the blocks of code and the code spans of a page. */
export function codeOf(text: string): readonly string[] {
  const [prose, blocks] = [[] as string[], [] as string[]];
  text.split(/^\s*```.*$/m).forEach((part, at) => (at % 2 === 0 ? prose : blocks).push(part));
  return [...blocks.flatMap((block) => block.split('\n')), ...prose.flatMap(spansOf)];
}

/** Plain spaces in the place of those of French typography. */
export function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}

function isLine(line: string): boolean {
  return /^\|[\s:|-]+\|$/.test(line);
}

function cellsOf(line: string): readonly string[] {
  return line
    .slice(1, line.lastIndexOf('|'))
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
}
