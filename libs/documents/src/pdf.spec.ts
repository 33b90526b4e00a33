import { instantOf } from '#kernel';
import type { PrintedDocument } from './document';
import { pdfOf } from './pdf';
import { readPdf } from './testing';

const DOCUMENT: PrintedDocument = {
  title: 'État « d’essai » — œuvre',
  about: ['Saint-Quentin-en-Yvelines'],
  foot: 'au pied',
  paper: 'portrait',
  asOf: instantOf(1_700_000_000_000),
  blocks: [
    { kind: 'notice', text: 'À ne pas manquer' },
    {
      kind: 'table',
      table: {
        columns: [
          { header: 'Bailleur', align: 'left', isWide: true },
          { header: 'Baux', align: 'right' },
        ],
        rows: Array.from({ length: 120 }, (_, at) => [`Bailleur ${at}`, String(at)]),
        total: ['Ensemble', '7140'],
      },
    },
    { kind: 'text', text: 'Ce que cela veut dire.' },
  ],
};

it('contains every word, and declares its title and its language', async () => {
  const { pages, title, language } = readPdf(await pdfOf(DOCUMENT));
  expect([title, language]).toEqual([DOCUMENT.title, 'fr-FR']);
  const text = pages.join('\n');
  for (const word of [DOCUMENT.title, 'Saint-Quentin-en-Yvelines', 'À ne pas manquer', 'Ensemble 7140'])
    expect(text).toContain(word);
  for (let at = 0; at < 120; at += 1) expect(text).toContain(`Bailleur ${at} ${at}\n`);
});

it('repeats the head of a table, the foot and the number on every page', async () => {
  const { pages } = readPdf(await pdfOf(DOCUMENT));
  expect(pages.length).toBeGreaterThan(2);
  pages.forEach((page, at) => {
    expect(page).toContain('Bailleur Baux');
    expect(page).toContain('au pied');
    expect(page).toContain(`page ${at + 1} sur ${pages.length}`);
  });
});

it('never splits a section over two pages', async () => {
  const rows = Array.from({ length: 8 }, (_, at) => [`ligne ${at}`]);
  const blocks = Array.from({ length: 9 }, (_, at) => ({
    kind: 'section' as const,
    title: `Section ${at}`,
    table: { columns: [{ header: `Tête ${at}`, align: 'left' as const, isWide: true }], rows },
  }));
  const { pages } = readPdf(await pdfOf({ ...DOCUMENT, blocks }));
  expect(pages.length).toBeGreaterThan(1);
  const lines = pages.map((page) => page.match(/^ligne \d$/gm)?.length ?? 0);
  expect(lines.reduce((sum, count) => sum + count)).toBe(72);
  for (const count of lines) expect(count % 8).toBe(0);
});

it('has the same bytes whenever the same state is printed', async () => {
  expect(Buffer.compare(await pdfOf(DOCUMENT), await pdfOf(DOCUMENT))).toBe(0);
  const later = { ...DOCUMENT, asOf: instantOf(1_700_000_001_000) };
  expect(Buffer.compare(await pdfOf(DOCUMENT), await pdfOf(later))).not.toBe(0);
});

it('prints as plain text what looks like an instruction', async () => {
  const about = ['<b>gras</b>', '${7*7}', 'https://example.org/image.png', '/etc/passwd'];
  const { pages } = readPdf(await pdfOf({ ...DOCUMENT, about }));
  for (const line of about) expect(pages[0]).toContain(line);
});

it('keeps every column on the sheet, however long a name without spaces is', async () => {
  const name = 'Plaine de Neauphle, tranche ferme et tranches conditionnelles du programme'.replaceAll(' ', '\u00a0');
  const columns = Array.from({ length: 7 }, (_, at) => ({
    header: `Colonne ${at}`,
    align: at === 0 ? ('left' as const) : ('right' as const),
    isWide: at === 0,
  }));
  for (const long of [name, 'x'.repeat(74)]) {
    const table = { columns, rows: [[long, '120', '1', '0', '119', '0,2', 'août 2026']] };
    const { pages, rightEdges } = readPdf(await pdfOf({ ...DOCUMENT, blocks: [{ kind: 'table', table }] }));
    expect(pages[0]).toMatch(/Colonne\s6/);
    expect(Math.max(...rightEdges)).toBeLessThan(0.95);
  }
});

it('has a title on every page of a table, and room for the signatures', async () => {
  const table = {
    title: 'Un long tableau',
    columns: [{ header: 'Ligne', align: 'left' as const, isWide: true }],
    rows: Array.from({ length: 100 }, (_, at) => [`ligne ${at}`]),
  };
  const signatures = { kind: 'signatures' as const, signers: ['Pour l’essai', 'Pour le préfet'] };
  const { pages } = readPdf(await pdfOf({ ...DOCUMENT, blocks: [{ kind: 'table', table }, signatures] }));
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) expect(page).toContain('Un long tableau');
  for (const words of ['Fait à', 'Pour l’essai', 'Pour le préfet', 'Nom, qualité et signature'])
    expect(pages.at(-1)).toContain(words);
});
