import { dayOf, normalForm, parseDay, type Day } from '#kernel';

/** Why a cell could not be read: in French, what was expected. */
export class Unreadable {
  constructor(readonly message: string) {}
}

/** The kind of values of a column. It decides how spellings by Excel or by an office are corrected before the reading. */
export type CellForm = 'code' | 'text' | 'day' | 'number' | 'yes-no' | 'choice';

/** Reads a trimmed cell that is not empty. Equal values have equal canonical texts, whatever their spelling. */
export interface CellReader<Value> {
  readonly form: CellForm;
  read(text: string): Value | Unreadable;
  /** Default: the value as text. */
  canonical?(value: Value): string;
}

/** Reads a cell of a file or a request; undefined where the cell is empty. */
export function readText<Value>(reader: CellReader<Value>, cell: string): Value | Unreadable | undefined {
  const text = cell.trim();
  const normal = normalForm(text);
  if (normal === '') return undefined;
  // A text keeps its line ends. A code keeps its invisible characters, so that they are reported as a fault.
  return reader.read(reader.form === 'text' || reader.form === 'code' ? text : normal);
}

/** Remembers the values that were read, because the same few texts come back in many rows. The memory is bounded, for columns with many texts. */
export function remembering<Value>(read: (text: string) => Value | Unreadable): (text: string) => Value | Unreadable {
  const known = new Map<string, Value | Unreadable>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = read(text);
      if (known.size >= 10_000) known.clear();
      known.set(text, value);
    }
    return value;
  };
}

const FRENCH = /^(\d{2})\/(\d{2})\/(\d{4})$/;
export const DAY_EXPECTED = 'une date du calendrier est attendue : AAAA-MM-JJ ou JJ/MM/AAAA';
const NOT_A_DAY = new Unreadable(DAY_EXPECTED);

/** A calendar day, `AAAA-MM-JJ` or `JJ/MM/AAAA`. */
export const calendarDay: CellReader<Day> = { form: 'day', read: remembering(readDay) };

function readDay(found: string): Day | Unreadable {
  const french = FRENCH.exec(found);
  if (french) return dayOf(Number(french[3]), Number(french[2]), Number(french[1])) ?? NOT_A_DAY;
  return parseDay(found) ?? NOT_A_DAY;
}
