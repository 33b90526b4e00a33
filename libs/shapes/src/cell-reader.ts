import { normalForm } from '#kernel';

/** Why a cell could not be read: in French, what was expected. */
export class Unreadable {
  constructor(readonly message: string) {}
}

/** What a column holds, for what Excel and an office's own spelling do to it. */
export type CellForm = 'code' | 'text' | 'day' | 'number' | 'yes-no' | 'choice';

/** Reads a trimmed cell that is not empty. Equal values have equal canonical texts, however they were spelt. */
export interface CellReader<Value> {
  readonly form: CellForm;
  read(text: string): Value | Unreadable;
  /** Default: the value as text. */
  canonical?(value: Value): string;
}

/** Reads a cell as it stands in a file or a request; undefined where it says nothing. */
export function readText<Value>(reader: CellReader<Value>, cell: string): Value | Unreadable | undefined {
  const text = cell.trim();
  const normal = normalForm(text);
  if (normal === '') return undefined;
  // A text keeps its line ends, and a code with an invisible character says so.
  return reader.read(reader.form === 'text' || reader.form === 'code' ? text : normal);
}

/** Remembers what was read: the same few texts come back in row after row. Bounded, for columns where they do not. */
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
