/** Rows of which the next ones can be seen before they are taken. Several sheets may take their rows from them. */
export class PeekableRows<Row> {
  private readonly iterator: AsyncIterator<Row> | Iterator<Row>;
  private readonly waiting: Row[] = [];
  private taken = 0;
  private isOver = false;

  constructor(rows: Iterable<Row> | AsyncIterable<Row>) {
    this.iterator = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  }

  /** The next rows, at most so many. They stay to be taken. */
  async peek(count: number): Promise<readonly Row[]> {
    while (!this.isOver && this.waiting.length - this.taken < count) {
      const next = await this.iterator.next();
      if (next.done) this.isOver = true;
      else this.waiting.push(next.value);
    }
    return this.waiting.slice(this.taken, this.taken + count);
  }

  async ended(): Promise<boolean> {
    if (this.taken < this.waiting.length) return false;
    this.waiting.length = this.taken = 0;
    return (await this.peek(1)).length === 0;
  }

  /** The row that `ended` found. */
  take(): Row {
    return this.waiting[this.taken++]!;
  }

  /** Closes the source, also where the reader leaves before the last row. */
  async close(): Promise<void> {
    await this.iterator.return?.();
  }
}
