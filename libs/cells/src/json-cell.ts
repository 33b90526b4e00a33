import { readText, Unreadable, type CellForm, type CellReader } from '#shapes';

const LONGEST_VALUE = 200;
/** A larger JSON number may have lost digits when it was parsed. */
const LONG_NUMBER = 1e15;

const LONG_CODE = new Unreadable('un code de 16 chiffres ou plus est attendu entre guillemets');
const NOT_A_CELL = new Unreadable('un texte, un nombre, true, false ou null est attendu');
const NOT_A_FLAG = new Unreadable('un texte ou un nombre est attendu');

/** Reads a value of a JSON object as the cell of a column; undefined where the value is absent or empty. */
export function readJsonCell<Value>(given: unknown, reader: CellReader<Value>): Value | Unreadable | undefined {
  switch (typeof given) {
    case 'undefined':
      return undefined;
    case 'string':
      return readText(reader, given);
    case 'number':
      return isCode(reader.form) && Math.abs(given) >= LONG_NUMBER ? LONG_CODE : reader.read(String(given));
    case 'boolean':
      return reader.form === 'yes-no' ? reader.read(given ? 'O' : 'N') : NOT_A_FLAG;
    default:
      return given === null ? undefined : NOT_A_CELL;
  }
}

/** The value as a fault shows it. */
export function shownCell(given: unknown): string {
  if (given === undefined || given === null) return '';
  return (typeof given === 'string' ? given.trim() : JSON.stringify(given)).slice(0, LONGEST_VALUE);
}

function isCode(form: CellForm): boolean {
  return form === 'code' || form === 'text';
}
