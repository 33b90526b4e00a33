/** Keeps pieces of work some time apart, so that all that comes meanwhile is done in one. */
export class Pace {
  private wake: () => void = () => undefined;

  constructor(private readonly milliseconds: number) {}

  /** Resolves once work that began then lies far enough back (`performance.now()`), or when hurried. */
  async rest(begun: number): Promise<void> {
    const left = begun + this.milliseconds - performance.now();
    if (left <= 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, left);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Ends the rest under way. */
  hurry(): void {
    this.wake();
  }
}
