import type { Position } from '#event-store';
import type { DocumentWrite } from '#read-store';
import type { CounterDocument, CounterFamily, CounterGrain, CounterSeries } from './model';
import type { Step } from './tally';
import { VectorSlab } from './vector-slab';

export function sheetId(series: CounterSeries, period: string): string {
  return `${series}/${period}`;
}

/** A counter document being worked on: only the groups that are touched are unpacked, and packed again when it is stored. */
export class CounterSheet {
  private readonly texts: Record<string, string>;
  private readonly vectors = new VectorSlab();
  private readonly id: string;
  /** What it holds when it is read: a batch stores a sheet once, after all its events, and only then is it worth packing. */
  private readonly body: CounterDocument;
  /** The event whose deltas the sheet is taking: one event may bring several days to the same month. */
  private taking: object | null = null;

  constructor(
    private readonly family: CounterFamily,
    grain: CounterGrain,
    period: string,
    private position: Position,
    groups: Readonly<Record<string, string>>,
  ) {
    const series: CounterSeries = `${family}/${grain}`;
    const packed = (): Record<string, string> => this.pack();
    this.id = sheetId(series, period);
    this.body = {
      series,
      period,
      get groups() {
        return packed();
      },
    };
    this.texts = { ...groups };
  }

  /** Takes the steps of an event, unless the sheet already holds them (the event is being applied again). */
  take(steps: readonly Step[], position: Position, event: object): void {
    if (this.taking !== event && this.position >= position) return;
    this.taking = event;
    this.position = position;
    for (const { groups, counters, by } of steps) {
      for (const group of groups[this.family]) this.vectors.change(group, this.texts[group], counters, by);
    }
  }

  /** To be stored by the batch after the event. */
  write(): DocumentWrite<CounterDocument> {
    return { collection: 'counters', id: this.id, position: this.position, body: this.body };
  }

  private pack(): Record<string, string> {
    this.vectors.drain(this.texts);
    return this.texts;
  }
}
