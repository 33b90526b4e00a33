import { normalForm } from '#kernel';
import { DAY_FOR_CODE, NUMBER_FOR_CODE, readText, Unreadable, type CellForm } from '#cells';
import type { FileMapping } from './mapping/mapping';
import type { RawCell } from './source';
import type { Column } from './spec';

/** Reads one cell: gives its value, `undefined` for an empty cell, or the reason why it is unreadable. */
export type ReadCell = (cell: RawCell) => unknown;

const FORMULA = new Unreadable('une formule : copiez la colonne et collez-en les valeurs');
const ERROR = new Unreadable('Excel signale une erreur dans cette cellule');

/** The reader of the cells of a column. Where a mapping gives the office's own words or dates, they are translated first. */
export function cellReader(
  column: Column,
  mapping: FileMapping | undefined,
  unmapped: (value: string) => void,
): ReadCell {
  const { reader } = column;
  const values = mapping?.values.get(column.name);
  const dates = mapping?.dates.get(column.name);
  if (!values && !dates) return (cell) => (typeof cell === 'string' ? plain(cell) : special(cell, reader.form, plain));
  return (cell) => (typeof cell === 'string' ? translated(cell) : special(cell, reader.form, plain, translated));

  function plain(cell: string): unknown {
    const text = withoutProgramMarks(cell);
    return typeof text === 'string' ? readText(reader, text) : text;
  }

  function translated(cell: string): unknown {
    const found = normalForm(cell);
    if (found === '') return undefined;
    const text = values?.get(found) ?? withoutProgramMarks(cell);
    if (typeof text !== 'string' || text === '') return text === '' ? undefined : text;
    const ours = dates ? dates.read(normalForm(text)) : text;
    const value = ours instanceof Unreadable ? ours : readText(reader, ours);
    if (values && !values.has(found) && value instanceof Unreadable) unmapped(found);
    return value;
  }
}

/** What databases write for an unknown value. */
const NOTHING = new Set(['NULL', '(null)', '\\N']);
/** What spreadsheets write for an error, in French or English. */
const SHEET_ERROR = /^#(?:N\/A|N\/D|REF!|VALEUR!|VALUE!|NOM\??|NAME\?|DIV\/0!|NUL!|NULL!|NOMBRE!|NUM!)$/;
/** How people keep a text from becoming a number or a formula in a spreadsheet: `="078"`, or an apostrophe before it. */
const KEPT_AS_TEXT = /^="(.*)"$|^'(?=[=+\-@\d])/s;

/** The text that was meant, without what a program added. */
function withoutProgramMarks(cell: string): string | Unreadable {
  const first = cell.charCodeAt(0);
  // A text that begins with a letter or a digit has no such addition, except `NULL`.
  if (first > 0x2f && first !== 0x3d && first !== 0x4e && first !== 0x5c) return cell;
  const text = cell.trim();
  if (NOTHING.has(text)) return '';
  if (SHEET_ERROR.test(text)) return ERROR;
  return text.replace(KEPT_AS_TEXT, (_, kept: string | undefined) => kept ?? '');
}

/** Reads a cell of which Excel gives the kind. Excel may have changed what was typed. */
function special(
  cell: Exclude<RawCell, string>,
  form: CellForm,
  read: (text: string) => unknown,
  translated: (text: string) => unknown = read,
): unknown {
  const forCode = form === 'code' || form === 'text';
  switch (cell.kind) {
    case 'formula':
      return FORMULA;
    case 'error':
      return ERROR;
    case 'day':
      return forCode ? DAY_FOR_CODE : read(cell.text);
    case 'number':
      return forCode ? NUMBER_FOR_CODE : translated(cell.text);
    case 'boolean':
      return form === 'yes-no' ? read(cell.text === 'VRAI' ? 'O' : 'N') : translated(cell.text);
  }
}
