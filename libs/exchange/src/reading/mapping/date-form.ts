import { Unreadable } from '#cells';

/** How an office writes its days, such as `JJ.MM.AAAA` or `J/M/AA HH:MM:SS`. */
export interface DateForm {
  readonly text: string;
  /** The day as `AAAA-MM-JJ`, which the calendar may not have; or why not. */
  read(found: string): string | Unreadable;
}

const FORM = /^(?<day>.*?)(?<time>[ T]HH:MM(?::SS)?)?$/;
const PART = /JJ?|MM?|AAAA|AA/g;
/** A year of two digits is of this century up to 49 (2049), and of the last century from 50 on (1950). */
const LAST_OF_THIS_CENTURY = 49;

/** What each part of a form reads. One letter means one digit or two. */
const DIGITS: Readonly<Record<string, string>> = {
  J: '(?<d>\\d{1,2})',
  JJ: '(?<d>\\d{2})',
  M: '(?<m>\\d{1,2})',
  MM: '(?<m>\\d{2})',
  AA: '(?<y>\\d{2})',
  AAAA: '(?<y>\\d{4})',
};
/** Some programs leave the seconds out; others add fractions of a second. */
const TIME = '(?:[ T](?<time>\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?))';
const MIDNIGHT = /^0{1,2}:00(?::00(?:[.,]0+)?)?$/;

/** The form that the text describes: a day, a month and a year, each once, with separators; then a time or none. Undefined otherwise. */
export function dateForm(text: string): DateForm | undefined {
  const { day = '', time } = FORM.exec(text)?.groups ?? {};
  const parts = day.match(PART) ?? [];
  const kinds = new Set(parts.map((part) => part[0]));
  if (parts.length !== 3 || kinds.size !== 3 || /[A-Za-z0-9]/.test(day.replace(PART, ''))) return undefined;
  const dayPattern = day.replace(/[^A-Za-z0-9]/g, '\\$&').replace(PART, (part) => DIGITS[part]!);
  const pattern = new RegExp(`^${dayPattern}${time === undefined ? '' : TIME}$`);
  const other = new Unreadable(`une date de la forme ${text} est attendue`);
  const notMidnight = new Unreadable(
    `une date de la forme ${text} est attendue, à minuit : avec une autre heure, le jour dépend du fuseau de l’export`,
  );
  return {
    text,
    read: (found) => {
      const groups = pattern.exec(found)?.groups;
      if (!groups) return other;
      if (groups['time'] !== undefined && !MIDNIGHT.test(groups['time'])) return notMidnight;
      return `${yearOf(groups['y']!)}-${groups['m']!.padStart(2, '0')}-${groups['d']!.padStart(2, '0')}`;
    },
  };
}

function yearOf(digits: string): string {
  if (digits.length === 4) return digits;
  return `${Number(digits) <= LAST_OF_THIS_CENTURY ? '20' : '19'}${digits}`;
}
