import { yieldToEventLoop } from './waiting';

const SLICE_MS = 5;

/** Shows a long piece of work when it has blocked the process for some 5 ms; the work should then yield. */
export class TimeSlice {
  private end = performance.now() + SLICE_MS;

  isOver(): boolean {
    return performance.now() >= this.end;
  }

  /** Lets all other ready work run, then begins the next slice. */
  async yield(): Promise<void> {
    await yieldToEventLoop();
    this.end = performance.now() + SLICE_MS;
  }
}
