import type { Position } from '#event-store';

interface Waiter {
  readonly position: Position;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Callers that wait until a position is written. */
export class Waiters {
  private waiting: readonly Waiter[] = [];

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  add(position: Position): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting = [...this.waiting, { position, resolve, reject }];
    });
  }

  reached(position: Position): void {
    if (this.isEmpty) return;
    const arrived = this.waiting.filter((waiter) => waiter.position <= position);
    this.waiting = this.waiting.filter((waiter) => waiter.position > position);
    for (const waiter of arrived) waiter.resolve();
  }

  rejectAll(error: Error): void {
    const refused = this.waiting;
    this.waiting = [];
    for (const waiter of refused) waiter.reject(error);
  }
}
