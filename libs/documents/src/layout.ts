import type { Content, Style, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Block, PrintedDocument, PrintedTable } from './document';
import { printable, printableCell } from './printable';

const INK = '#1d2b3a';
const RULE = '#b8c2cc';
const SHADE = '#eef2f6';
const WARNING = '#8a4b00';
const MARGIN = 40;

const STYLES: Readonly<Record<string, Style>> = {
  title: { fontSize: 18, bold: true, margin: [0, 0, 0, 4] },
  about: { fontSize: 10, margin: [0, 0, 0, 2] },
  section: { fontSize: 12, bold: true, margin: [0, 14, 0, 4] },
  before: { fontSize: 11, margin: [0, 0, 0, 3] },
  subject: { fontSize: 11, bold: true, margin: [0, 24, 0, 8] },
  text: { margin: [0, 6, 0, 0] },
  paragraph: { fontSize: 10.5, margin: [0, 10, 0, 0], lineHeight: 1.3 },
  notice: { margin: [0, 8, 0, 0], bold: true, color: WARNING },
  foot: { fontSize: 7.5 },
  signature: { margin: [0, 0, 0, 54], color: '#4a5a6a' },
};

/** The layout of a document on A4 pages. The head of a table is repeated on each page, and no row is split over two pages. */
export function layoutOf(document: PrintedDocument): TDocumentDefinitions {
  return {
    // PDF/A (ISO 19005-3), for archives and for screen readers: the file contains its fonts, its language and its title.
    version: '1.7',
    subset: 'PDF/A-3b',
    language: 'fr-FR',
    displayTitle: true,
    info: infoOf(document),
    pageSize: 'A4',
    pageOrientation: document.paper,
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN + 16],
    defaultStyle: { font: 'Roboto', fontSize: 9, color: INK, lineHeight: 1.15 },
    styles: STYLES,
    footer: (page, pages) => footOf(document.foot, page, pages),
    content: [
      ...(document.before ?? []).map((text) => ({ text: printable(text), style: 'before' })),
      { text: printable(document.title), style: document.before ? 'subject' : 'title' },
      ...document.about.map((text) => ({ text: printable(text), style: 'about' })),
      ...document.blocks.map(contentOf),
    ],
  };
}

function infoOf({ title, about, keywords, asOf }: PrintedDocument): TDocumentDefinitions['info'] {
  const made = new Date(asOf ?? 0);
  return {
    title,
    subject: about.join(' · '),
    ...(keywords !== undefined && { keywords }),
    producer: 'Mixité',
    creator: 'Mixité',
    creationDate: made,
    modDate: made,
  };
}

function footOf(text: string, page: number, pages: number): Content {
  return {
    style: 'foot',
    margin: [MARGIN, 12, MARGIN, 0],
    columns: [
      { text: printable(text), width: '*' },
      { text: `page ${page} sur ${pages}`, width: 'auto', alignment: 'right' },
    ],
  };
}

function contentOf(block: Block): Content {
  switch (block.kind) {
    case 'text':
    case 'paragraph':
    case 'notice':
      return { text: printable(block.text), style: block.kind };
    case 'table':
      return tableOf(block.table);
    case 'section':
      return { unbreakable: true, stack: [{ text: printable(block.title), style: 'section' }, tableOf(block.table)] };
    case 'signatures':
      return signaturesOf(block.signers);
  }
}

function signaturesOf(signers: readonly string[]): Content {
  const room = signers.map((signer) => ({
    width: '*',
    stack: [
      { text: printable(signer), bold: true },
      { text: 'Nom, qualité et signature', style: 'signature' },
    ],
  }));
  const place = 'Fait à ………………………………………, le ………………………';
  return {
    unbreakable: true,
    margin: [0, 22, 0, 0],
    stack: [{ text: place, margin: [0, 0, 0, 10] }, { columns: room }],
  };
}

function tableOf({ title, columns, rows, total }: PrintedTable): Content {
  const line = (cells: readonly string[], style: Style = {}): TableCell[] =>
    cells.map((text, at) => ({ text: printableCell(text), alignment: columns[at]!.align, ...style }));
  const head = line(
    columns.map(({ header }) => header),
    { bold: true, fillColor: SHADE },
  );
  const above = title === undefined ? [] : [titleRow(title, columns.length)];
  const last = total ? [line(total, { bold: true, fillColor: SHADE })] : [];
  return {
    margin: [0, title === undefined ? 6 : 14, 0, 0],
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0,
      hLineColor: () => RULE,
      paddingTop: () => 3,
      paddingBottom: () => 3,
    },
    table: {
      headerRows: 1 + above.length,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ isWide, width }) => (isWide ? '*' : (width ?? 'auto'))),
      body: [...above, head, ...rows.map((row) => line(row)), ...last],
    },
  };
}

/** The title of a table as its first row, over all of its columns. */
function titleRow(title: string, columns: number): TableCell[] {
  const cell = { text: printable(title), colSpan: columns, fontSize: 11, bold: true };
  return [cell, ...Array.from({ length: columns - 1 }, () => ({}))];
}
