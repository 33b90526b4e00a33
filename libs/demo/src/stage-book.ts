import { csv, type Row } from './csv';

/** Rows collected by the day on which they are recorded, and by file. */
export class StageBook {
  private readonly rows = new Map<string, Map<string, Row[]>>();
  private readonly texts = new Map<string, Map<string, string>>();

  add(day: string, file: string, rows: readonly Row[]): void {
    if (rows.length === 0) return;
    const files = entry(this.rows, day, () => new Map<string, Row[]>());
    entry(files, file, () => [] as Row[]).push(...rows);
  }

  addText(day: string, file: string, text: string): void {
    entry(this.texts, day, () => new Map<string, string>()).set(file, text);
  }

  /** The days, in their order. */
  days(): readonly string[] {
    return [...new Set([...this.rows.keys(), ...this.texts.keys()])].sort();
  }

  /** The files of a day: file name → text. */
  filesOf(day: string): ReadonlyMap<string, string> {
    const ofRows = [...(this.rows.get(day) ?? [])].map(([file, rows]) => [file, csv(rows)] as const);
    return new Map([...(this.texts.get(day) ?? []), ...ofRows]);
  }
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
