const BREATH_MS = 5;

/** Lets the rest of the process run when a long piece of work has held it for some 5 ms. */
export class Breath {
  private until = performance.now() + BREATH_MS;

  isDue(): boolean {
    return performance.now() >= this.until;
  }

  /** Waits for the turn of everything else that is ready. */
  async take(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.until = performance.now() + BREATH_MS;
  }
}
