import { START, type Position } from '#event-store';
import { monthOf, type Day } from '#kernel';
import type { Batch } from '#processing';
import { CounterSheet, sheetId } from './counter-sheet';
import type { CounterDocument, CounterFamily, CounterGrain } from './model';
import type { Step } from './steps';

const FAMILIES: readonly CounterFamily[] = ['territory', 'residence'];
/** Sheets kept between events: enough for more than a year of days, because the rows of files are not in the order of their days. */
const CAPACITY = 1_024;

/** The counter documents, by day and by month. */
export class Counters {
  private readonly sheets = new Map<string, CounterSheet>();
  /** The sheets that count a day: its own and its month's. */
  private readonly byDay = new Map<Day, readonly CounterSheet[]>();

  /** Brings all the steps of an event to the sheets. Waits only where the store must be asked for some of them. */
  apply(steps: readonly Step[], position: Position, batch: Batch): Promise<void> | void {
    for (const { day } of steps) if (!this.byDay.has(day)) return this.applyOnceLoaded(steps, position, batch);
    this.take(steps, position, batch);
  }

  forget(): void {
    this.sheets.clear();
    this.byDay.clear();
  }

  private async applyOnceLoaded(steps: readonly Step[], position: Position, batch: Batch): Promise<void> {
    this.trim();
    for (const { day } of steps) if (!this.byDay.has(day)) this.byDay.set(day, await this.sheetsOf(day, batch));
    this.take(steps, position, batch);
  }

  /** Takes all the steps of an event without waiting in between: a write left by an earlier event must not include a part of this one. */
  private take(steps: readonly Step[], position: Position, batch: Batch): void {
    for (const step of steps) {
      for (const sheet of this.byDay.get(step.day)!) {
        sheet.take(step, position);
        const write = sheet.write();
        if (write) batch.put(write);
      }
    }
  }

  private async sheetsOf(day: Day, batch: Batch): Promise<readonly CounterSheet[]> {
    const sheets: CounterSheet[] = [];
    for (const family of FAMILIES)
      sheets.push(await this.sheet(family, 'day', day, batch), await this.sheet(family, 'month', monthOf(day), batch));
    return sheets;
  }

  private async sheet(family: CounterFamily, grain: CounterGrain, period: string, batch: Batch): Promise<CounterSheet> {
    const id = sheetId(`${family}/${grain}`, period);
    let sheet = this.sheets.get(id);
    if (!sheet) {
      const stored = await batch.get<CounterDocument>('counters', id);
      sheet = new CounterSheet(family, grain, period, stored?.position ?? START, stored?.body.groups ?? []);
      this.sheets.set(id, sheet);
    }
    return sheet;
  }

  /** Drops the older half of the sheets. The batch gives back a sheet that it was given and has not stored yet. */
  private trim(): void {
    if (this.sheets.size <= CAPACITY) return;
    this.byDay.clear();
    let excess = this.sheets.size - CAPACITY / 2;
    for (const id of this.sheets.keys()) {
      if (excess-- <= 0) return;
      this.sheets.delete(id);
    }
  }
}
