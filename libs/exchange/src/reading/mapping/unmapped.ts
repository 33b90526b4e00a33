/** A value that neither the mapping nor our own words know. */
export interface UnmappedValue {
  readonly file: string;
  readonly column: string;
  readonly value: string;
  readonly count: number;
}

/** Different values kept a file; beyond it they are one more symptom of the same wrong column. */
const MOST_VALUES = 10_000;

/** Counts the values that a mapping leaves out, in the order of their first appearance. */
export class UnmappedValues {
  private readonly counts = new Map<string, { file: string; column: string; value: string; count: number }>();

  add(file: string, column: string, value: string): void {
    const key = JSON.stringify([file, column, value]);
    const known = this.counts.get(key);
    if (known) known.count++;
    else if (this.counts.size < MOST_VALUES) this.counts.set(key, { file, column, value, count: 1 });
  }

  list(): readonly UnmappedValue[] {
    return [...this.counts.values()];
  }
}
