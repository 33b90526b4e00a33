import { CodedError } from './refusal';

/** A calendar day, `AAAA-MM-JJ`: days compare as strings. */
export type Day = string & { readonly __day: true };
/** An instant in UTC, `AAAA-MM-JJTHH:MM:SS.mmmZ`: instants compare as strings. */
export type Instant = string & { readonly __instant: true };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const RFC_3339 = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?([Zz]|[+-]\d{2}:\d{2})$/;
export const DEFAULT_TIME_ZONE = 'Europe/Paris';

/** The day that the text names; undefined where the text is no day (30 February, another form). */
export function parseDay(text: string): Day | undefined {
  const match = DAY.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/**
 * The day with that year (1000 to 9999), month (1 to 12) and day of the month; undefined where the calendar has no such
 * day.
 */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month))
    return undefined;
  return `${year}-${pad(month)}-${pad(date)}` as Day;
}

/** The day that the text names. @throws CodedError `invalid-day` */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new CodedError('invalid-day', `not a calendar day: ${text}`);
  return parsed;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function yearOf(of: Day): number {
  return Number(of.slice(0, 4));
}

/** `AAAA-MM` */
export function monthOf(of: Day): string {
  return of.slice(0, 7);
}

/** The month (`AAAA-MM`) that is `count` months later, or earlier where the count is negative. */
export function addMonths(month: string, count: number): string {
  const months = Number(month.slice(0, -3)) * 12 + Number(month.slice(-2)) - 1 + count;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${pad((months % 12) + 1)}`;
}

export function addDays(from: Day, count: number): Day {
  const date = new Date(`${from}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10) as Day;
}

/** The same day of the month, this many months later; the last day of the month where the month is too short. */
export function movedByMonths(from: Day, months: number): Day {
  const [year, month, date] = from.split('-').map(Number) as [number, number, number];
  const moved = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(moved / 12), (moved % 12) + 1];
  return dayOf(y, m, Math.min(date, daysInMonth(y, m)))!;
}

/** Parses an RFC 3339 instant, or undefined. */
export function parseInstant(text: string): Instant | undefined {
  if (!RFC_3339.test(text) || !parseDay(text.slice(0, 10))) return undefined;
  const time = Date.parse(text.replace(' ', 'T'));
  return Number.isNaN(time) ? undefined : instantOf(time);
}

/** An instant from milliseconds since 1970. */
export function instantOf(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant;
}

/** The last millisecond of the day in the zone (days of 23 and 25 hours included). */
export function endOfDay(of: Day, timeZone: string = DEFAULT_TIME_ZONE): Instant {
  const nextMidnight = Date.parse(`${addDays(of, 1)}T00:00:00Z`);
  const guess = nextMidnight - offsetAt(nextMidnight, timeZone);
  return instantOf(nextMidnight - offsetAt(guess, timeZone) - 1);
}

/** The first instant of the day in the zone. */
export function startOfDay(of: Day, timeZone: string = DEFAULT_TIME_ZONE): Instant {
  return instantOf(Date.parse(endOfDay(addDays(of, -1), timeZone)) + 1);
}

/** The day that the instant falls on in the zone. */
export function dayAt(instant: Instant, timeZone: string = DEFAULT_TIME_ZONE): Day {
  const time = Date.parse(instant);
  return new Date(time + offsetAt(time, timeZone)).toISOString().slice(0, 10) as Day;
}

/** The local time of the instant in the zone: `AAAA-MM-JJ HH:MM:SS`. */
export function wallClock(instant: Instant, timeZone: string = DEFAULT_TIME_ZONE): string {
  const time = Date.parse(instant);
  return new Date(time + offsetAt(time, timeZone)).toISOString().slice(0, 19).replace('T', ' ');
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** A zone of today changes its offset at a quarter of an hour of UTC, never within one. */
const QUARTER_HOUR_MS = 900_000;
/** The offset of the quarter of an hour that was last asked for, by zone: asking the formatter takes a hundred times longer. */
const lastOffsets = new Map<string, { readonly quarter: number; readonly offset: number }>();

/** The difference between local time and UTC at that time, in milliseconds. */
function offsetAt(time: number, timeZone: string): number {
  const quarter = Math.floor(time / QUARTER_HOUR_MS);
  const last = lastOffsets.get(timeZone);
  if (last?.quarter === quarter) return last.offset;
  const offset = formattedOffset(time, timeZone);
  lastOffsets.set(timeZone, { quarter, offset });
  return offset;
}

function formattedOffset(time: number, timeZone: string): number {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  const parts = Object.fromEntries(formatter.formatToParts(time).map((part) => [part.type, Number(part.value)]));
  const wall = Date.UTC(
    parts['year']!,
    parts['month']! - 1,
    parts['day'],
    parts['hour'],
    parts['minute'],
    parts['second'],
  );
  return wall - Math.floor(time / 1000) * 1000;
}

function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** A moment as commands accept it. A day without a time means its end in the time zone, which is known only later. */
export type AsOf = Day | Instant;

/** Reads an RFC 3339 instant, or a day without a time; undefined where the text is neither. */
export function readAsOf(text: string): AsOf | undefined {
  return parseDay(text) ?? parseInstant(text);
}

export function instantAsOf(asOf: AsOf, timeZone: string = DEFAULT_TIME_ZONE): Instant {
  const bare = parseDay(asOf);
  return bare ? endOfDay(bare, timeZone) : (asOf as Instant);
}

/** Combines `readAsOf` and `instantAsOf`, where the zone is known; undefined where the text is neither. */
export function parseAsOf(text: string, timeZone: string = DEFAULT_TIME_ZONE): Instant | undefined {
  const asOf = readAsOf(text);
  return asOf && instantAsOf(asOf, timeZone);
}

/** The source of the present time. Only `systemClock` reads the system's clock. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => instantOf(Date.now()) };
