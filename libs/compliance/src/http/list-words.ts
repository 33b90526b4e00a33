import { ValidateBy, type ValidationArguments } from 'class-validator';
import { FIGURE_CODES, isPublicFigureCode, UNPRINTED_CODES } from '../figures/figure';
import { SORT_WORDS, type AllocationWord } from '../lists/allocation-columns';
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

const MOST_WORDS = 3;
const DEFAULT_ORDER: readonly SortWord[] = [{ word: 'date_bail', direction: 'asc' }];

export function IsSortOrder(): PropertyDecorator {
  return ValidateBy({
    name: 'sortOrder',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && parseSortOrder(value) !== undefined,
      defaultMessage: () =>
        `au plus ${MOST_WORDS} colonnes parmi ${SORT_WORDS.join(', ')}, « - » devant pour décroître`,
    },
  });
}

/** Reads `-date_bail,code_residence`. Undefined where the text names an unknown column, one column twice, or too many. */
export function parseSortOrder(text: string | undefined): readonly SortWord[] | undefined {
  if (text === undefined) return DEFAULT_ORDER;
  const order = text.split(',').map((part): SortWord => {
    const descending = part.startsWith('-');
    return { word: part.slice(descending ? 1 : 0) as AllocationWord, direction: descending ? 'desc' : 'asc' };
  });
  const words = new Set(order.map(({ word }) => word));
  const known = [...words].every((word) => SORT_WORDS.includes(word));
  return known && words.size === order.length && order.length <= MOST_WORDS ? order : undefined;
}
