import { readPdf } from '#documents/testing';
import { mixite, temporaryFolders } from './support/mixite';
import { csvFiles, OPERATIONS, TERRITORY } from './support/territory';

const folders = temporaryFolders();
afterAll(() => folders.removeAll());

const LONG = 'Plaine de Neauphle, tranche ferme et tranches conditionnelles du programme'.replaceAll(' ', '\u00a0');
/** The heads of the last columns, which a long name must not push off the sheet. */
const LAST_COLUMNS = [/Rythme\s+mensuel/, /Fin\s+projetée/];

it('prints every column of the rehousing report where the name of an operation has no place to end a line', async () => {
  const [first, ...others] = OPERATIONS['operations.csv']!;
  const files = { ...TERRITORY, ...OPERATIONS, 'operations.csv': [{ ...first, nom: LONG }, ...others] };
  const data = folders.make();
  expect((await mixite(['import', folders.of(csvFiles(files)), '--data', data])).code).toBe(0);
  const { bytes } = await mixite(['report', 'rehousing', '--format', 'pdf', '--data', data]);
  const { pages, rightEdges } = readPdf(bytes);
  for (const head of LAST_COLUMNS) expect(pages[0]).toMatch(head);
  expect(pages[0]!.replace(/\s+/g, ' ')).toContain(LONG.replaceAll('\u00a0', ' '));
  expect(Math.max(...rightEdges)).toBeLessThan(0.95);
});
