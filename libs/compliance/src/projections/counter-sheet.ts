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
  /** Where the event stands whose steps the sheet is taking: one event may bring several days to the same month. */
  private taking: Position | null = null;
  /** A batch has it and has not made it yet: what changes until then is in it. */
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

  /** Takes a step of an event, unless the sheet already held the event, which is then being applied again. */
  take({ groups, counters, by }: Step, position: Position): void {
    if (this.taking !== position && this.position >= position) return;
    this.taking = position;
    this.position = position;
    for (const group of groups[this.family]) this.vectors.change(group, counters, by);
  }

  /** To be stored by the batch after its events: only then is it worth packing. Undefined where the batch has it already. */
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
