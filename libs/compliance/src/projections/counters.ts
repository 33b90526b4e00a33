import { START, type Position } from '#event-store';
import { monthOf, type Day } from '#kernel';
import type { Batch } from '#processing';
import { CounterSheet, sheetId } from './counter-sheet';
import type { CounterDocument, CounterFamily, CounterGrain } from './model';
import type { Step, Tally } from './tally';

const FAMILIES: readonly CounterFamily[] = ['territory', 'residence'];
/** Sheets kept between events. */
const CAPACITY = 512;

type DaySteps = readonly [Day, readonly Step[]];

/** The counter documents, by day and by month. */
export class Counters {
  private readonly sheets = new Map<string, CounterSheet>();

  /** Brings an event's changes to the sheets, month by month: each sheet is put with the whole of them. */
  async apply(tally: Tally, position: Position, batch: Batch): Promise<void> {
    const event = {};
    for (const days of byMonth(tally)) {
      this.trim();
      const month = monthOf(days[0]![0]);
      for (const family of FAMILIES) {
        const monthly = this.known(family, 'month', month) ?? (await this.load(family, 'month', month, batch));
        for (const [day, steps] of days) {
          const daily = this.known(family, 'day', day) ?? (await this.load(family, 'day', day, batch));
          daily.take(steps, position, event);
          batch.put(daily.write());
        }
        // After the last wait: what an earlier event left to store must not show a part of this one.
        for (const [, steps] of days) monthly.take(steps, position, event);
        batch.put(monthly.write());
      }
    }
  }

  forget(): void {
    this.sheets.clear();
  }

  private known(family: CounterFamily, grain: CounterGrain, period: string): CounterSheet | undefined {
    return this.sheets.get(sheetId(`${family}/${grain}`, period));
  }

  private async load(family: CounterFamily, grain: CounterGrain, period: string, batch: Batch): Promise<CounterSheet> {
    const id = sheetId(`${family}/${grain}`, period);
    const stored = await batch.get<CounterDocument>('counters', id);
    const sheet = new CounterSheet(family, grain, period, stored?.position ?? START, stored?.body.groups ?? {});
    this.sheets.set(id, sheet);
    return sheet;
  }

  /** Drops the older half: what a batch was given to put, the batch gives back. */
  private trim(): void {
    if (this.sheets.size <= CAPACITY) return;
    let excess = this.sheets.size - CAPACITY / 2;
    for (const id of this.sheets.keys()) {
      if (excess-- <= 0) return;
      this.sheets.delete(id);
    }
  }
}

function byMonth(tally: Tally): Iterable<readonly DaySteps[]> {
  if (tally.days.size < 2) return tally.days.size === 0 ? [] : [[...tally.days]];
  const months = new Map<string, DaySteps[]>();
  for (const entry of tally.days) {
    const month = monthOf(entry[0]);
    const days = months.get(month);
    if (days) days.push(entry);
    else months.set(month, [entry]);
  }
  return months.values();
}
