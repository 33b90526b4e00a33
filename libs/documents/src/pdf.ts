import { dirname, join, sep } from 'node:path';
import type { PrintedDocument } from './document';
import { layoutOf } from './layout';

/** The document as a PDF, made here and now: a large one keeps its thread busy. */
export async function pdfOf(document: PrintedDocument): Promise<Uint8Array> {
  const pdfmake = await loadedPdfmake();
  return pdfmake.createPdf(layoutOf(document)).getBuffer();
}

/** Loaded by who prints alone: it is large. */
async function loadedPdfmake(): Promise<typeof import('pdfmake')> {
  const { default: pdfmake } = await import('pdfmake');
  const folder = join(dirname(require.resolve('pdfmake/package.json')), 'fonts', 'Roboto');
  const face = (name: string): string => join(folder, `Roboto-${name}.ttf`);
  pdfmake.setFonts({
    Roboto: {
      normal: face('Regular'),
      bold: face('Medium'),
      italics: face('Italic'),
      bolditalics: face('MediumItalic'),
    },
  });
  // A document is words and figures: whatever they say, nothing else is fetched or read for it.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(folder + sep));
  return pdfmake;
}
