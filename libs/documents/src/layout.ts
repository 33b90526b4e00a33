import type { Content, Style, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Block, PrintedDocument, PrintedTable } from './document';

const INK = '#1d2b3a';
const RULE = '#b8c2cc';
const SHADE = '#eef2f6';
const WARNING = '#8a4b00';
const MARGIN = 40;

const STYLES: Readonly<Record<string, Style>> = {
  title: { fontSize: 18, bold: true, margin: [0, 0, 0, 4] },
  about: { fontSize: 10, margin: [0, 0, 0, 2] },
  section: { fontSize: 12, bold: true, margin: [0, 14, 0, 4] },
  text: { margin: [0, 6, 0, 0] },
  notice: { margin: [0, 8, 0, 0], bold: true, color: WARNING },
  foot: { fontSize: 7.5 },
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
      { text: document.title, style: 'title' },
      ...document.about.map((text) => ({ text, style: 'about' })),
      ...document.blocks.map(contentOf),
    ],
  };
}

function infoOf({ title, about, asOf }: PrintedDocument): TDocumentDefinitions['info'] {
  const made = new Date(asOf ?? 0);
  return {
    title,
    subject: about.join(' · '),
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
      { text, width: '*' },
      { text: `page ${page} sur ${pages}`, width: 'auto', alignment: 'right' },
    ],
  };
}

function contentOf(block: Block): Content {
  switch (block.kind) {
    case 'text':
    case 'notice':
      return { text: block.text, style: block.kind };
    case 'table':
      return tableOf(block.table);
    case 'section':
      return { unbreakable: true, stack: [{ text: block.title, style: 'section' }, tableOf(block.table)] };
  }
}

function tableOf({ columns, rows, total }: PrintedTable): Content {
  const line = (cells: readonly string[], style: Style = {}): TableCell[] =>
    cells.map((text, at) => ({ text, alignment: columns[at]!.align, ...style }));
  const head = columns.map(({ header, align }) => ({ text: header, alignment: align, bold: true, fillColor: SHADE }));
  const last = total ? [line(total, { bold: true, fillColor: SHADE })] : [];
  return {
    margin: [0, 6, 0, 0],
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0,
      hLineColor: () => RULE,
      paddingTop: () => 3,
      paddingBottom: () => 3,
    },
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ isWide, width }) => (isWide ? '*' : (width ?? 'auto'))),
      body: [head, ...rows.map((row) => line(row)), ...last],
    },
  };
}
