import { ValidateBy, type ValidationArguments } from 'class-validator';
import { parseSort } from '#http';
import { FIGURE_CODES, isPublicFigureCode, UNPRINTED_CODES } from '../figures/figure';
import { ALLOCATION_WORDS, SORT_WORDS } from '../lists/allocation-columns';
import type { SortWord } from '../lists/allocation-lists';

export const PART_WORDS = ['numerateur', 'denominateur'] as const;
export type PartWord = (typeof PART_WORDS)[number];

const KNOWN_CODES: readonly string[] = [...FIGURE_CODES, ...UNPRINTED_CODES];

/** The code of a figure. */
export function IsFigureCode(): PropertyDecorator {
  return ValidateBy({
    name: 'figureCode',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'string' && (KNOWN_CODES.includes(value) || isPublicFigureCode(value)),
      defaultMessage: () =>
        `le code d’un chiffre, parmi ${KNOWN_CODES.join(', ')}, ou PUBLIC_ suivi du code d’un public de la convention`,
    },
  });
}

/** A parameter that is valid only together with another one. */
export function GoesWith(other: string, expected: string): PropertyDecorator {
  return ValidateBy({
    name: 'goesWith',
    validator: {
      validate: (_value: unknown, args?: ValidationArguments) =>
        (args?.object as Readonly<Record<string, unknown>> | undefined)?.[other] !== undefined,
      defaultMessage: () => `« ${other} » aussi : ${expected}`,
    },
  });
}

const DEFAULT_ORDER: readonly SortWord[] = [{ word: 'date_bail', direction: 'asc' }];

/** The order of the list of allocations; undefined where the text names none. */
export function parseSortOrder(text: string | undefined): readonly SortWord[] | undefined {
  return text === undefined ? DEFAULT_ORDER : parseSort(text, SORT_WORDS);
}

/** Columns, each once: those of the list by default. */
export function AreColumns(columns: readonly string[] = ALLOCATION_WORDS): PropertyDecorator {
  return ValidateBy({
    name: 'columns',
    validator: {
      validate: (value: unknown) => {
        const words: readonly unknown[] = [value].flat();
        return words.every((word) => columns.includes(word as string)) && new Set(words).size === words.length;
      },
      defaultMessage: () => `des colonnes, chacune une fois, parmi ${columns.join(', ')}`,
    },
  });
}
