import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { isEmail, ValidateBy } from 'class-validator';
import { parseDay, parseSemester, readAsOf, type AsOf } from '#kernel';
import { calendarDay, Unreadable } from '#shapes';

/** The form of a code in the files of an import. */
const CODE = /^[^\p{Cc}|]{1,100}$/u;
const MOST_VALUES = 200;

/** The message of each decorator says what was expected; the problem adds the parameter and the value found. */
function Parameter(name: string, accepts: (value: unknown) => boolean, expected: string): PropertyDecorator {
  return ValidateBy({ name, validator: { validate: accepts, defaultMessage: () => expected } });
}

/** A day, `AAAA-MM-JJ` or `JJ/MM/AAAA` as in the files; the handler gets the first form. */
export function IsCalendarDay(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => isoDay(value)),
    Parameter(
      'calendarDay',
      (value) => typeof value === 'string' && parseDay(value) !== undefined,
      'un jour du calendrier, AAAA-MM-JJ ou JJ/MM/AAAA',
    ),
  );
}

/** A day of either form in the first; what is no day stays as it came, for the message. */
function isoDay(value: unknown): unknown {
  const read = typeof value === 'string' ? calendarDay.read(value) : value;
  return read instanceof Unreadable ? value : read;
}

export function IsSemester(): PropertyDecorator {
  return Parameter(
    'semester',
    (value) => typeof value === 'string' && parseSemester(value) !== undefined,
    'un semestre, AAAA-S1 ou AAAA-S2',
  );
}

/** A value of `as-of`: a day, or an instant with its offset. */
export function IsDayOrInstant(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => isoDay(value)),
    Parameter(
      'dayOrInstant',
      (value) => typeof value === 'string' && parseAsOf(value) !== undefined,
      'un jour (AAAA-MM-JJ ou JJ/MM/AAAA) ou un instant RFC 3339 (2024-03-31T18:00:00+02:00)',
    ),
  );
}

export function IsOneOf(values: readonly string[]): PropertyDecorator {
  return Parameter(
    'oneOf',
    (value) => typeof value === 'string' && values.includes(value),
    `une valeur parmi ${values.join(', ')}`,
  );
}

/** One of the values, or several if the parameter is repeated. The value `alone` cannot be combined with another. */
export function AreSomeOf(values: readonly string[], alone?: string): PropertyDecorator {
  const several = alone === undefined ? '' : ` (« ${alone} » ne se combine pas)`;
  return Parameter(
    'someOf',
    (value) => everyText(value, (text) => values.includes(text) && (text !== alone || !Array.isArray(value))),
    `une ou plusieurs valeurs parmi ${values.join(', ')}${several}`,
  );
}

/** One code that the files use. */
export function IsCode(): PropertyDecorator {
  return Parameter(
    'code',
    (value) => typeof value === 'string' && CODE.test(value),
    'un code des fichiers (100 caractères au plus)',
  );
}

/** One code that the files use, or several if the parameter is repeated. */
export function AreCodes(what: string): PropertyDecorator {
  return Parameter('codes', (value) => everyText(value, (text) => CODE.test(text)), `${what} (100 caractères au plus)`);
}

/** For a JSON body: a list of codes that the files use, which may be empty. */
export function AreListedCodes(what: string): PropertyDecorator {
  return Parameter(
    'listedCodes',
    (value) => Array.isArray(value) && value.every((text) => typeof text === 'string' && CODE.test(text)),
    what,
  );
}

export function IsWholeNumber(least: number, most: number): PropertyDecorator {
  return Parameter(
    'wholeNumber',
    (value) => typeof value === 'string' && /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most,
    `un nombre entier de ${least} à ${most}`,
  );
}

/** For a JSON body: a whole number. */
export function IsInteger(least: number, most: number): PropertyDecorator {
  return Parameter(
    'integer',
    (value) => Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most,
    `un nombre entier de ${least} à ${most}`,
  );
}

/** A text that is not empty, up to a length. Line breaks are the only control characters. */
export function IsText(longest: number): PropertyDecorator {
  return Parameter(
    'text',
    (value) =>
      typeof value === 'string' && value.trim() !== '' && value.length <= longest && !/[^\P{Cc}\n]/u.test(value),
    `un texte de 1 à ${longest} caractères`,
  );
}

/** An electronic address. */
export function IsEmailAddress(): PropertyDecorator {
  return Parameter('email', (value) => typeof value === 'string' && isEmail(value), 'une adresse électronique');
}

/** For a JSON body. A query string has texts instead of booleans. */
export function IsTrueOrFalse(): PropertyDecorator {
  return Parameter('trueOrFalse', (value) => typeof value === 'boolean', 'true ou false');
}

/** An opaque text that an earlier answer gave. */
export function IsOpaque(expected: string): PropertyDecorator {
  return Parameter('opaque', (value) => typeof value === 'string' && /^[\w-]{1,4096}$/.test(value), expected);
}

/** A parameter that may be repeated. */
export type OneOrMore = string | readonly string[];

export function valuesOf(parameter: OneOrMore | undefined): readonly string[] {
  if (parameter === undefined) return [];
  return typeof parameter === 'string' ? [parameter] : parameter;
}

/** Reads `as-of` (formats.md, Commands): a day without a time means its end, in the time zone of the territory. */
export function parseAsOf(text: string): AsOf | undefined {
  // In a query string, the plus sign of an offset arrives as a space where it was not escaped.
  return readAsOf(text.replace(/ (?=\d{2}:\d{2}$)/, '+'));
}

function everyText(value: unknown, accepts: (text: string) => boolean): boolean {
  const values = Array.isArray(value) ? (value as unknown[]) : [value];
  return values.length <= MOST_VALUES && values.every((each) => typeof each === 'string' && accepts(each));
}
