import { spawnSync } from 'node:child_process';

/** The content of a PDF. */
export interface ReadPdf {
  /** The text of each page, with its lines in order. */
  readonly pages: readonly string[];
  readonly title: string | undefined;
  readonly language: string | undefined;
  /** The right edge of the text of each page, as a share of the width of the sheet: above 1, a text is cut. */
  readonly rightEdges: readonly number[];
}

/** This code runs in a process of its own, because the PDF reader exists only as ES modules. */
const READER = `
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
const pieces = [];
for await (const piece of process.stdin) pieces.push(piece);
const pdf = await getDocumentProxy(new Uint8Array(Buffer.concat(pieces)));
const { text } = await extractText(pdf);
const { info } = await getMeta(pdf);
const rightEdges = [];
for (let number = 1; number <= pdf.numPages; number += 1) {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const [, , width] = page.view;
  // A space between two cells is as wide as the hole: it shows nothing that could be cut.
  const shown = items.filter(({ str }) => str.trim() !== '');
  rightEdges.push(Math.max(0, ...shown.map((item) => item.transform[4] + item.width)) / width);
}
process.stdout.write(JSON.stringify({ pages: text, title: info.Title, language: info.Language, rightEdges }));
`;

/** Reads a PDF with another program. No-break spaces become plain spaces. */
export function readPdf(pdf: Uint8Array): ReadPdf {
  const words = ['--input-type=module', '--eval', READER];
  const { stdout, stderr, status } = spawnSync(process.execPath, words, { input: pdf, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the PDF could not be read: ${stderr}`);
  return JSON.parse(stdout.replaceAll('\u00a0', ' ')) as ReadPdf;
}
