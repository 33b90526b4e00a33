import { dirname, join, sep } from 'node:path';
import type { PrintedDocument } from './document';
import { layoutOf } from './layout';

/** Makes the PDF in the current thread, which a large document keeps busy. */
export async function pdfOf(document: PrintedDocument): Promise<Uint8Array> {
  const pdfmake = await loadedPdfmake();
  return pdfmake.createPdf(layoutOf(document)).getBuffer();
}

/** pdfmake is large, so it is loaded only when a document is printed. */
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
  // A document contains only texts and figures. Whatever the texts are, no other file is read and no address is called.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(folder + sep));
  return pdfmake;
}
