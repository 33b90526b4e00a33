/** A value that neither the mapping nor our format has. */
export interface UnmappedValue {
  readonly file: string;
  readonly column: string;
  readonly value: string;
  readonly count: number;
}

/** How many different values are kept. More of them only show again that the column is wrong. */
const MOST_VALUES = 10_000;

/** Counts the values that a mapping does not have, in the order of their first appearance. */
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
