import { typedDay } from '../format/days';
import { typedAsOf } from './as-of-text';
import { oneOf, type Search } from './search';

/** A day of the address that is none. */
export interface WrongDay {
  readonly name: string;
  readonly value: string;
}

const DAYS = ['from', 'to', 'on'] as const;

/** The same address, its days as the API takes them where a person typed them in French. */
export function inApiDays(search: Search): Search {
  const days = [...DAYS.map((name) => [name, typedDay] as const), ['as-of', typedAsOf] as const].flatMap(
    ([name, read]) => {
      const text = oneOf(search, name);
      const day = text === undefined ? undefined : read(text);
      return day === undefined ? [] : [[name, day] as const];
    },
  );
  return { ...search, ...Object.fromEntries(days) };
}

/** The first day of the address that is no day, or no instant for `as-of`; of an address that `inApiDays` has read. */
export function wrongDay(search: Search): WrongDay | undefined {
  for (const name of [...DAYS, 'as-of']) {
    const value = oneOf(search, name);
    if (value === undefined || typedDay(value) !== undefined) continue;
    if (name !== 'as-of' || asOfIn(search) === undefined) return { name, value };
  }
  return undefined;
}

/** The moment that an address asks for, a day or an instant; undefined where it asks for none, or for what is none. */
export function asOfIn(search: Search): string | undefined {
  const text = oneOf(search, 'as-of');
  return text !== undefined && (typedDay(text) !== undefined || isInstant(text)) ? text : undefined;
}

const isInstant = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(new Date(text).getTime());
