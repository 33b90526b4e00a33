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
