import { ValidateBy } from 'class-validator';
import { endOfDay, parseDay, parseInstant, type Instant } from '#kernel';

const CODE = /^[\p{L}\p{N}][\p{L}\p{N} ._:/-]{0,63}$/u;
const MOST_VALUES = 200;

/** Each decorator's message says what was expected: the problem adds the parameter and the value found. */
function Parameter(name: string, accepts: (value: unknown) => boolean, expected: string): PropertyDecorator {
  return ValidateBy({ name, validator: { validate: accepts, defaultMessage: () => expected } });
}

export function IsCalendarDay(): PropertyDecorator {
  return Parameter(
    'calendarDay',
    (value) => typeof value === 'string' && parseDay(value) !== undefined,
    'un jour du calendrier, AAAA-MM-JJ',
  );
}

/** A day, or an instant with its offset: what `as-of` takes. */
export function IsDayOrInstant(): PropertyDecorator {
  return Parameter(
    'dayOrInstant',
    (value) => typeof value === 'string' && parseAsOf(value) !== undefined,
    'un jour AAAA-MM-JJ ou un instant RFC 3339 (2024-03-31T18:00:00+02:00)',
  );
}

export function IsOneOf(values: readonly string[]): PropertyDecorator {
  return Parameter(
    'oneOf',
    (value) => typeof value === 'string' && values.includes(value),
    `une valeur parmi ${values.join(', ')}`,
  );
}

/** One of the values, or several by repeating the parameter. */
export function AreSomeOf(values: readonly string[]): PropertyDecorator {
  return Parameter(
    'someOf',
    (value) => everyText(value, (text) => values.includes(text)),
    `une ou plusieurs valeurs parmi ${values.join(', ')}`,
  );
}

/** One code of the files, or several by repeating the parameter. */
export function AreCodes(what: string): PropertyDecorator {
  return Parameter('codes', (value) => everyText(value, (text) => CODE.test(text)), `${what} (64 caractères au plus)`);
}

export function IsWholeNumber(least: number, most: number): PropertyDecorator {
  return Parameter(
    'wholeNumber',
    (value) => typeof value === 'string' && /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most,
    `un nombre entier de ${least} à ${most}`,
  );
}

/** An opaque text that an earlier answer gave. */
export function IsOpaque(expected: string): PropertyDecorator {
  return Parameter('opaque', (value) => typeof value === 'string' && /^[\w-]{1,4096}$/.test(value), expected);
}

/** The values of a parameter that may be repeated. */
export function valuesOf(parameter: string | readonly string[] | undefined): readonly string[] {
  if (parameter === undefined) return [];
  return typeof parameter === 'string' ? [parameter] : parameter;
}

/** An RFC 3339 instant, or the end of a day in the territory's time zone (formats.md, Commands). */
export function parseAsOf(text: string): Instant | undefined {
  const asDay = parseDay(text);
  // In a query string, an offset's plus sign that nobody escaped arrives as a space.
  return asDay ? endOfDay(asDay) : parseInstant(text.replace(/ (?=\d{2}:\d{2}$)/, '+'));
}

function everyText(value: unknown, accepts: (text: string) => boolean): boolean {
  const values = Array.isArray(value) ? (value as unknown[]) : [value];
  return values.length <= MOST_VALUES && values.every((each) => typeof each === 'string' && accepts(each));
}
