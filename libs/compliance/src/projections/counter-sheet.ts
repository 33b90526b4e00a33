import type { Position } from '#event-store';
import type { LateWrite } from '#processing';
import type { DocumentWrite } from '#read-store';
import type { CounterDocument, CounterFamily, CounterGrain, CounterSeries } from './model';
import type { Step } from './steps';
import { VectorSlab } from './vector-slab';

const COLLECTION = 'counters';

export function sheetId(series: CounterSeries, period: string): string {
  return `${series}/${period}`;
}

/** A counter document being worked on. */
export class CounterSheet {
  private readonly vectors: VectorSlab;
  private readonly id: string;
  private readonly series: CounterSeries;
  /** The position of the event whose steps are being taken. One event may have steps on several days of the same month. */
  private taking: Position | null = null;
  /** True from the moment a batch takes the write until the batch packs the sheet: the write includes all changes until then. */
  private isPut = false;

  constructor(
    private readonly family: CounterFamily,
    grain: CounterGrain,
    private readonly period: string,
    private position: Position,
    groups: readonly string[],
  ) {
    this.series = `${family}/${grain}`;
    this.id = sheetId(this.series, period);
    this.vectors = new VectorSlab(groups);
  }

  /** Takes a step of an event, unless the sheet already holds the event: then the event is being applied again. */
  take({ groups, counters, by }: Step, position: Position): void {
    if (this.taking !== position && this.position >= position) return;
    this.taking = position;
    this.position = position;
    for (const group of groups[this.family]) this.vectors.change(group, counters, by);
  }

  /** A write that the batch makes after its events, so that the sheet is packed only once. Undefined where the batch already has it. */
  write(): LateWrite<CounterDocument> | undefined {
    if (this.isPut) return undefined;
    this.isPut = true;
    return { collection: COLLECTION, id: this.id, made: () => this.packed() };
  }

  private packed(): DocumentWrite<CounterDocument> {
    this.isPut = false;
    const { id, position, series, period } = this;
    return { collection: COLLECTION, id, position, body: { series, period, groups: this.vectors.packed() } };
  }
}
