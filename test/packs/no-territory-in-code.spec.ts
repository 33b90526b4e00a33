import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { conventionOf, packRows } from './support/pack';

const ROOT = join(__dirname, '../..');
/** The files that may name the territory: the demonstration, which is about it, and tests. */
const APART = /^libs\/demo\/|^apps\/cli\/src\/commands\/demo\.ts$|\/testing\/|\.spec\.ts$/;
/**
 * The files whose examples may name a commune: columns of files and of the bodies of commands, the schema of the convention, and the
 * documentation of the API.
 */
const EXAMPLES =
  /^libs\/exchange\/src\/(files\/|template-convention\.ts$)|^libs\/convention\/src\/reading\/texts\.ts$|\/household-columns\.ts$|-bodies\.ts$|\.dto\.ts$|^apps\/web\/src\/api\/schema\.d\.ts$/;

const { territoire } = conventionOf('sqy');
const communes = packRows('sqy', 'communes.csv');
const named = (file: string, ...columns: readonly string[]) =>
  packRows('sqy', file).flatMap((row) => columns.map((column) => row[column]!));

const NAMES = [
  ...[territoire.siren!, territoire.nom, 'SQY'],
  ...named('bailleurs.csv', 'code_bailleur', 'nom'),
  ...named('tables/districts.csv', 'code_qpv', 'nom'),
  ...named('tables/priority-residences.csv', 'residence'),
];
const COMMUNES = communes.flatMap((row) => [row['code_insee']!, row['nom']!]);

const sources = ['libs', 'apps'].flatMap((folder) => filesOf(join(ROOT, folder))).filter((path) => !APART.test(path));

it('reads all the sources', () => {
  expect(sources.length).toBeGreaterThan(300);
});

it('finds the SIREN and the names of the territory nowhere in the code', () => {
  expect(sources.flatMap((path) => found(path, NAMES))).toEqual([]);
});

it('finds its communes nowhere in the code but in examples', () => {
  const others = sources.filter((path) => !EXAMPLES.test(path));
  expect(others.flatMap((path) => found(path, COMMUNES))).toEqual([]);
});

function found(path: string, names: readonly string[]): string[] {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return names.filter((name) => wholeWord(name).test(text)).map((name) => `${path}: ${name}`);
}

/** Matches the name as a whole word only, because some names are short. */
function wholeWord(name: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'u');
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|js|json)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}
