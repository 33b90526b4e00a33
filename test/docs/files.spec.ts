import { FILES, type FileSpec } from '#exchange';
import { page, rowsOf, spansOf } from './support/pages';

const SECTIONS = new Map(
  page('docs/fr/fichiers.md')
    .split(/^## `/m)
    .slice(1)
    .map((section): [string, string] => [section.slice(0, section.indexOf('`')), section]),
);

/** `**code_insee** *`: a key in bold, a star where the column is required. */
function described(file: string): readonly string[] {
  return rowsOf(SECTIONS.get(file) ?? '').flatMap(([cell = '']) => {
    const [key, star] = [cell.includes('**') ? '**' : '', cell.includes('\\*') ? ' *' : ''];
    return spansOf(cell).map((name) => `${key}${name}${key}${star}`);
  });
}

function specified({ columns, key }: FileSpec): readonly string[] {
  return columns.map(({ field, name, required }) => {
    const mark = (key as readonly string[]).includes(field) ? '**' : '';
    return `${mark}${name}${mark}${required ? ' *' : ''}`;
  });
}

it.each(FILES.map((spec) => [spec.file, spec] as const))(
  'docs/fr/fichiers.md has every column of %s, its key and what is required',
  (file, spec) => {
    expect(described(file)).toEqual(specified(spec));
  },
);

it('docs/fr/fichiers.md has every file, and no other table', () => {
  const tables = [...SECTIONS.keys()].filter((name) => name.endsWith('.csv'));
  expect(tables.sort()).toEqual(FILES.map(({ file }) => file).sort());
});
