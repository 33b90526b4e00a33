import { crc32 } from 'node:zlib';

/** A cell of Excel: a text, a real number, a boolean, or a cell that `percent`, `realDay` or `formula` makes. */
export type Cell = string | number | boolean | null | { readonly xml: string };

const DAY_MILLISECONDS = 86_400_000;
const DAY_ZERO = Date.UTC(1899, 11, 30);
const STYLES = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>';

/** A day that Excel stores as a number and shows as a day. */
export function realDay(day: string): Cell {
  return { xml: ` s="1"><v>${(Date.parse(`${day}T00:00:00Z`) - DAY_ZERO) / DAY_MILLISECONDS}</v>` };
}

/** A fraction that Excel shows with a percent sign. */
export function percent(fraction: number): Cell {
  return { xml: ` s="2"><v>${fraction}</v>` };
}

export function formula(text: string, value: string): Cell {
  return { xml: ` t="str"><f>${text}</f><v>${value}</v>` };
}

/** A workbook with these rows in its first sheet and others in its second. It does not use the product's own writer. */
export function workbook(rows: readonly (readonly Cell[])[], second: readonly (readonly Cell[])[] = []): Buffer {
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  return storedZip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Un" sheetId="1" r:id="rId1"/><sheet name="Deux" sheetId="2" r:id="rId2"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation(1, 'worksheet', 'worksheets/sheet1.xml')}${relation(2, 'worksheet', 'worksheets/sheet2.xml')}${relation(3, 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': sheet(rows),
    'xl/worksheets/sheet2.xml': sheet(second),
  });
}

function sheet(rows: readonly (readonly Cell[])[]): string {
  const lines = rows.map((row, index) => `<row r="${index + 1}">${row.map(cellXml).join('')}</row>`);
  return `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: Cell): string {
  if (cell === null) return '<c/>';
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'object') return `<c${cell.xml}</c>`;
  const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

function storedZip(parts: Readonly<Record<string, string>>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const [nameBytes, bytes] = [Buffer.from(name), Buffer.from(content)];
    // The fields from the needed version to the length of the name are the same in both headers. Day 33 is 1 January 1980.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(33, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, nameBytes, bytes]);
    bodies.push(body);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, nameBytes);
    offset += body.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(bodies.length, 8);
  end.writeUInt16LE(bodies.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, entries, end]);
}
