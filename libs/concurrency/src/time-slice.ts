import { yieldToEventLoop } from './sleep';

const SLICE_MS = 5;

/** A long piece of work asks it whether it has held the process for some 5 ms, and then lets the rest of the process run. */
export class TimeSlice {
  private end = performance.now() + SLICE_MS;

  isOver(): boolean {
    return performance.now() >= this.end;
  }

  /** Lets everything else that is ready run, and begins another slice. */
  async yield(): Promise<void> {
    await yieldToEventLoop();
    this.end = performance.now() + SLICE_MS;
  }
}
