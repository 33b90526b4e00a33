/** Runs pieces of work one after the other, in the order they were asked. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.last.then(work);
    this.last = result.catch(() => undefined);
    return result;
  }

  /** Resolves when all that was asked so far has ended, well or not. */
  async idle(): Promise<void> {
    await this.last;
  }
}
