import type { Position } from '#event-store';
import type { LateWrite } from '#processing';
import type { CounterDocument, CounterFamily, CounterGrain, CounterSeries } from './model';
import type { Step } from './steps';
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
  private readonly series: CounterSeries;
  /** Where the event stands whose steps the sheet is taking: one event may bring several days to the same month. */
  private taking: Position | null = null;

  constructor(
    private readonly family: CounterFamily,
    grain: CounterGrain,
    private readonly period: string,
    private position: Position,
    groups: readonly string[],
  ) {
    this.series = `${family}/${grain}`;
    this.id = sheetId(this.series, period);
    for (let at = 0; at < groups.length; at += 2) this.texts.set(groups[at]!, groups[at + 1]!);
  }

  /**
   * Takes a step of an event, unless the sheet already held the event, which is then being applied again.
   * @returns whether this is the event's first step here: the sheet is then to be stored
   */
  take({ groups, counters, by }: Step, position: Position): boolean {
    const first = this.taking !== position;
    if (first && this.position >= position) return false;
    this.taking = position;
    this.position = position;
    for (const group of groups[this.family]) this.vectors.change(group, this.texts, counters, by);
    return first;
  }

  /** To be stored by the batch after the event. A batch stores a sheet once, after all its events: only then is it worth packing. */
  write(): LateWrite<CounterDocument> {
    return { collection: 'counters', id: this.id, position: this.position, bodyAtCommit: this.packed };
  }

  private readonly packed = (): CounterDocument => {
    this.vectors.drain(this.texts);
    const groups: string[] = [];
    for (const [group, text] of this.texts) groups.push(group, text);
    return { series: this.series, period: this.period, groups };
  };
}
