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
  /** Packed vectors by group; those of the slab are newer. */
  private readonly texts = new Map<string, string>();
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
    groups: readonly string[],
  ) {
    const series: CounterSeries = `${family}/${grain}`;
    const packed = (): readonly string[] => this.pack();
    this.id = sheetId(series, period);
    this.body = {
      series,
      period,
      get groups() {
        return packed();
      },
    };
    for (let at = 0; at < groups.length; at += 2) this.texts.set(groups[at]!, groups[at + 1]!);
  }

  /** Takes a step of an event. False where the sheet already holds the whole event, which is being applied again. */
  take({ groups, counters, by }: Step, position: Position, event: object): boolean {
    if (this.taking !== event && this.position >= position) return false;
    this.taking = event;
    this.position = position;
    for (const group of groups[this.family]) this.vectors.change(group, this.texts, counters, by);
    return true;
  }

  /** To be stored by the batch after the event. */
  write(): DocumentWrite<CounterDocument> {
    return { collection: 'counters', id: this.id, position: this.position, body: this.body };
  }

  private pack(): readonly string[] {
    this.vectors.drain(this.texts);
    const groups: string[] = [];
    for (const [group, text] of this.texts) groups.push(group, text);
    return groups;
  }
}
