import type { Position } from '#event-store';
import type { DocumentWrite } from '#read-store';
import { addPacked, addTo, emptyVector, packed, type Vector } from '../figures/vector';
import type { CounterDocument, CounterSeries } from './model';
import type { GroupDeltas } from './tally';

export function sheetId(series: CounterSeries, period: string): string {
  return `${series}/${period}`;
}

/** A counter document being worked on: only the groups that are touched are unpacked, and packed again when it is stored. */
export class CounterSheet {
  private readonly texts: Record<string, string>;
  private readonly unpacked = new Map<string, Vector>();
  /** The event whose deltas the sheet is taking: one event may bring several days to the same month. */
  private taking: object | null = null;

  constructor(
    private readonly series: CounterSeries,
    private readonly period: string,
    private position: Position,
    groups: Readonly<Record<string, string>>,
  ) {
    this.texts = { ...groups };
  }

  /** Adds the deltas of an event, unless the sheet already holds them (the event is being applied again). */
  take(deltas: GroupDeltas, position: Position, event: object): void {
    if (this.taking !== event && this.position >= position) return;
    this.taking = event;
    this.position = position;
    for (const [group, delta] of deltas) addTo(this.vector(group), delta);
  }

  /**
   * The document as it is when it is read, not as it is now: a batch stores a sheet once, after all its events, and only then
   * is it worth packing.
   */
  write(): DocumentWrite<CounterDocument> {
    const packedGroups = (): Record<string, string> => this.pack();
    const body: CounterDocument = {
      series: this.series,
      period: this.period,
      get groups() {
        return packedGroups();
      },
    };
    return { collection: 'counters', id: sheetId(this.series, this.period), position: this.position, body };
  }

  private vector(group: string): Vector {
    let vector = this.unpacked.get(group);
    if (!vector) {
      vector = emptyVector();
      addPacked(vector, this.texts[group] ?? '');
      this.unpacked.set(group, vector);
    }
    return vector;
  }

  private pack(): Record<string, string> {
    for (const [group, vector] of this.unpacked) this.texts[group] = packed(vector);
    this.unpacked.clear();
    return this.texts;
  }
}
