import { normalForm } from '#kernel';
import { DAY_FOR_CODE, NUMBER_FOR_CODE, readText, Unreadable, type CellForm } from './cells';
import type { FileMapping } from './mapping/mapping';
import type { RawCell } from './source';
import type { Column } from './spec';

/** Reads one cell: the value, `undefined` for an empty one, or why not. */
export type ReadCell = (cell: RawCell) => unknown;

const FORMULA = new Unreadable('une formule : copiez la colonne et collez-en les valeurs');
const ERROR = new Unreadable('Excel signale une erreur dans cette cellule');

/** What reads the cells of a column, through the office's own spelling where a mapping tells it. */
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

/** What databases write where they know nothing. */
const NOTHING = new Set(['NULL', '(null)', '\\N']);
/** What spreadsheets write of an error, in French or English. */
const SHEET_ERROR = /^#(?:N\/A|N\/D|REF!|VALEUR!|VALUE!|NOM\??|NAME\?|DIV\/0!|NUL!|NULL!|NOMBRE!|NUM!)$/;
/** What keeps a spreadsheet from making a number of a text: `="078"`, or an apostrophe, as before what would be a formula. */
const KEPT_AS_TEXT = /^="(.*)"$|^'(?=[=+\-@\d])/s;

/** The text that was meant, where a program wrote it its own way. */
function withoutProgramMarks(cell: string): string | Unreadable {
  const first = cell.charCodeAt(0);
  // Letters and digits, but the N of NULL, begin no such text.
  if (first > 0x2f && first !== 0x3d && first !== 0x4e && first !== 0x5c) return cell;
  const text = cell.trim();
  if (NOTHING.has(text)) return '';
  if (SHEET_ERROR.test(text)) return ERROR;
  return text.replace(KEPT_AS_TEXT, (_, kept: string | undefined) => kept ?? '');
}

/** What Excel says of a cell decides first: it may have changed what was typed. */
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
