import {
  breachBetween,
  chainDigest,
  HISTORY_START,
  pointAfter,
  type ChainedEvent,
  type ChainPoint,
} from '#event-store';
import type { Instant } from '#kernel';
import { eventOf } from './event-line';
import { afterClosing, closingWrong, lineAltered, lineGoesBack, lineMisplaced, lineUnreadable } from './faults';
import { closingOf, headerOf, parsed, type HistoryClosing, type HistoryHeader } from './history-form';

/** Checks a history file line by line, and refuses the first line that does not follow the one before it. */
export class FileWalk {
  header: HistoryHeader | undefined;
  /** Undefined until the closing line has been read. */
  closing: HistoryClosing | undefined;
  /** The last event, and the one before it. */
  point: ChainPoint = HISTORY_START;
  before: ChainPoint = HISTORY_START;
  lines = 0;
  private first: Instant | null = null;

  /**
   * @param text one line without its newline
   * @returns the event of the line; undefined for the first line and the last line
   * @throws CodedError that names the line, the expected event and the expected values
   */
  take(text: string): ChainedEvent | undefined {
    if (this.closing) throw afterClosing(this.lines + 1);
    this.lines += 1;
    if (!this.header) return this.begin(headerOf(text));
    const line = parsed(text);
    const closing = closingOf(line);
    if (closing) return this.end(closing);
    return this.follow(eventOf(line));
  }

  /** The content that a closing line must have at this point. */
  summary(): HistoryClosing {
    const { ordinal, digest, recordedAt } = this.point;
    const events = ordinal - this.header!.after.ordinal;
    const lastRecordedAt = events === 0 ? null : recordedAt;
    return { events, ordinal, digest, firstRecordedAt: this.first, lastRecordedAt };
  }

  private begin(header: HistoryHeader): undefined {
    this.header = header;
    this.point = header.after;
    this.before = header.after;
  }

  private follow(event: ChainedEvent | undefined): ChainedEvent {
    const { point } = this;
    const where = { line: this.lines, ordinal: point.ordinal + 1 };
    if (!event) throw lineUnreadable(where);
    switch (breachBetween(point, event)) {
      case 'ordinal':
        throw lineMisplaced(where, event.ordinal);
      case 'digest':
        throw lineAltered(where, chainDigest(point.digest, event), event.digest);
      case undefined:
    }
    if (event.position <= point.position) throw lineGoesBack(where, point.position, event.position);
    this.first ??= event.recordedAt;
    this.before = point;
    this.point = pointAfter(point, event);
    return event;
  }

  private end(found: Partial<HistoryClosing>): undefined {
    const expected = this.summary();
    for (const [field, label] of Object.entries(LABELS) as [keyof HistoryClosing, string][])
      if (found[field] !== expected[field])
        throw closingWrong(this.lines, label, expected[field] ?? 'aucun', found[field] ?? 'aucun');
    this.closing = expected;
  }
}

const LABELS: Readonly<Record<keyof HistoryClosing, string>> = {
  events: "nombre d'événements",
  ordinal: 'rang du dernier événement',
  digest: 'empreinte du dernier événement',
  firstRecordedAt: 'première heure',
  lastRecordedAt: 'dernière heure',
};
