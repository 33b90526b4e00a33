import { START, type Position } from '#event-store';
import { monthOf, type Day } from '#kernel';
import type { Batch } from '#processing';
import { CounterSheet, sheetId } from './counter-sheet';
import type { CounterDocument, CounterFamily, CounterSeries } from './model';
import type { DayDeltas, Tally } from './tally';

const FAMILIES: readonly CounterFamily[] = ['territory', 'residence'];
/** Sheets kept unpacked between events. */
const CAPACITY = 1024;

/** The counter documents, by day and by month. */
export class Counters {
  private readonly sheets = new Map<string, CounterSheet>();

  /** Brings an event's changes to the sheets, month by month so that each is put with the whole of them. */
  async apply(tally: Tally, position: Position, batch: Batch): Promise<void> {
    if (tally.days.size === 0) return;
    const event = {};
    if (tally.days.size === 1) {
      await this.applyMonth([...tally.days], position, batch, event);
      return;
    }
    for (const days of byMonth(tally)) await this.applyMonth(days, position, batch, event);
  }

  forget(): void {
    this.sheets.clear();
  }

  private async applyMonth(
    days: readonly (readonly [Day, DayDeltas])[],
    position: Position,
    batch: Batch,
    event: object,
  ): Promise<void> {
    this.trim();
    const taken = new Set<CounterSheet>();
    const steps: (() => void)[] = [];
    for (const [day, deltas] of days) {
      for (const family of FAMILIES) {
        const daily = await this.sheet(`${family}/day`, day, batch);
        const monthly = await this.sheet(`${family}/month`, monthOf(day), batch);
        taken.add(daily).add(monthly);
        steps.push(() => {
          daily.take(deltas[family], position, event);
          monthly.take(deltas[family], position, event);
        });
      }
    }
    // From here on nothing waits: a batch stored meanwhile would hold a part of the event.
    for (const step of steps) step();
    for (const sheet of taken) batch.put(sheet.write());
  }

  private async sheet(series: CounterSeries, period: string, batch: Batch): Promise<CounterSheet> {
    const id = sheetId(series, period);
    const known = this.sheets.get(id);
    if (known) return known;
    const stored = await batch.get<CounterDocument>('counters', id);
    const sheet = new CounterSheet(series, period, stored?.position ?? START, stored?.body.groups ?? {});
    this.sheets.set(id, sheet);
    return sheet;
  }

  /** Drops the older half: what a batch has been given to put, the batch gives back. */
  private trim(): void {
    if (this.sheets.size <= CAPACITY) return;
    let excess = this.sheets.size - CAPACITY / 2;
    for (const id of this.sheets.keys()) {
      if (excess-- <= 0) return;
      this.sheets.delete(id);
    }
  }
}

function byMonth(tally: Tally): Iterable<(readonly [Day, DayDeltas])[]> {
  const months = new Map<string, (readonly [Day, DayDeltas])[]>();
  for (const entry of tally.days) {
    const month = monthOf(entry[0]);
    const days = months.get(month);
    if (days) days.push(entry);
    else months.set(month, [entry]);
  }
  return months.values();
}
