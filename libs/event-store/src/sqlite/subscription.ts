import { yieldToEventLoop } from '#concurrency';
import type { RecordedEvent } from '../event';
import type { EventsHandler, SubscribeOptions, Subscription } from '../port';
import { positionOf, rowOf } from './position';
import type { EventReader } from './reader';

const PAGE = 500;

/** Registers a function to call when there may be new events. Returns a function that unregisters it. */
export type NewEventsSignal = (wake: () => void) => () => void;

/** Reads pages from a position on. At the head it waits for the signal. One page is handled at a time. */
export class PagedSubscription implements Subscription {
  private readonly unregister: () => void;
  private readonly ended: Promise<void>;
  private after: number;
  private stopped = false;
  private dirty = true;
  private caughtUp = false;
  private wakeSleeper: () => void = () => undefined;

  constructor(
    private readonly reader: EventReader,
    private readonly options: SubscribeOptions,
    private readonly handler: EventsHandler,
    signal: NewEventsSignal,
  ) {
    this.after = rowOf(options.after);
    this.unregister = signal(() => this.wake());
    this.ended = this.run();
  }

  stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    return this.ended;
  }

  private wake(): void {
    this.dirty = true;
    this.wakeSleeper();
  }

  private async run(): Promise<void> {
    try {
      while (await this.goesOn()) await this.handlePage();
    } catch (error) {
      this.stopped = true;
      this.options.onError?.(error);
    } finally {
      this.unregister();
    }
  }

  /** False once stopped. Lets the rest of the process run between two pages. */
  private async goesOn(): Promise<boolean> {
    if (this.dirty) await yieldToEventLoop();
    else await new Promise<void>((resolve) => (this.wakeSleeper = resolve));
    return !this.stopped;
  }

  private async handlePage(): Promise<void> {
    const last = this.reader.lastPosition();
    const { types } = this.options;
    const events = this.reader.readAll({ from: positionOf(this.after), types, maxCount: PAGE });
    this.dirty = events.length === PAGE;
    if (events.length > 0) await this.handle(events);
    if (events.length < PAGE) this.reachHead(last);
  }

  private async handle(events: readonly RecordedEvent[]): Promise<void> {
    this.caughtUp = false;
    await this.handler(events);
    this.after = rowOf(events[events.length - 1]!.position);
  }

  /** All events up to `last` have been seen, even those that the filter dropped. */
  private reachHead(last: number): void {
    this.after = Math.max(this.after, last);
    if (this.caughtUp) return;
    this.caughtUp = true;
    this.options.onCaughtUp?.();
  }
}
