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
    return readText(reader, cell);
  }

  function translated(cell: string): unknown {
    const found = normalForm(cell);
    if (found === '') return undefined;
    const text = values?.get(found) ?? cell;
    if (text === '') return undefined;
    const iso = dates ? dates.toIso(normalForm(text)) : text;
    const value =
      iso === undefined ? new Unreadable(`une date de la forme ${dates?.text} est attendue`) : readText(reader, iso);
    if (values && !values.has(found) && value instanceof Unreadable) unmapped(found);
    return value;
  }
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
