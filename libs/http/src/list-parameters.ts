import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, ValidateBy } from 'class-validator';
import { AreCodes, AreSomeOf, IsCalendarDay, IsDayOrInstant, IsOneOf, IsOpaque, IsWholeNumber } from './parameters';

/* The parameters that lists share, each optional, with its documentation. */

export function Codes(description: string, example: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({
      type: [String],
      description: `${description} ; à répéter pour plusieurs`,
      example: [example],
    }),
    IsOptional(),
    AreCodes('un code des fichiers, ou plusieurs en répétant le paramètre'),
  );
}

/** `alone`: the word for "none", which cannot be asked together with values. */
export function Choices(values: readonly string[], description: string, alone?: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({
      enum: values,
      isArray: true,
      description: `${description} ; à répéter pour plusieurs${alone ? ` (« ${alone} » ne se combine pas)` : ''}`,
      example: [values[0]],
    }),
    IsOptional(),
    AreSomeOf(values, alone),
  );
}

export function Choice(values: readonly string[], description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ enum: values, description, example: values[0] }),
    IsOptional(),
    IsOneOf(values),
  );
}

export function DayParameter(description: string, example: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, format: 'date', description, example }),
    IsOptional(),
    IsCalendarDay(),
  );
}

/** The position of an earlier answer. The new answer shows the history up to this position at least. */
export function WaitPosition(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({
      description: 'Ne répondre qu’avec ce qui est écrit jusqu’à cette position, celle d’une réponse précédente',
      example: '0000000000030542',
    }),
    IsOptional(),
    IsOpaque('la « position » d’une réponse précédente'),
  );
}

/** Rows of a page where the request does not say. */
export const DEFAULT_LIMIT = 50;
const GREATEST_LIMIT = 500;

export function PageLimit(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({
      type: 'integer',
      minimum: 1,
      maximum: GREATEST_LIMIT,
      default: DEFAULT_LIMIT,
      description: 'Lignes par page',
      example: 50,
    }),
    IsOptional(),
    IsWholeNumber(1, GREATEST_LIMIT),
  );
}

/** The `next` of the page before, or the `prev` of the page after where the list has one. */
export function PageCursor(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({
      description:
        'Le « next » (ou le « prev », quand la liste en donne un) d’une autre page, avec les mêmes filtres et le même tri',
      example: 'WyIwMDAwMDAwMDAwMDAwMDAzMDU0MSJd',
    }),
    IsOptional(),
    IsOpaque('le « next » ou le « prev » d’une autre page'),
  );
}

/** The list as it was recorded at a day's end or an instant. */
export function ListAsOf(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({
      description: 'La liste d’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour',
      example: '2024-01-31',
    }),
    IsOptional(),
    IsDayOrInstant(),
  );
}

/** The order of a list: some of its columns. */
export function SortOrder(words: readonly string[], { usual, example }: SortWords): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({
      description: `Colonnes de tri, séparées par des virgules, « - » devant pour décroître, parmi ${words.join(', ')}`,
      default: usual,
      example,
    }),
    IsOptional(),
    IsSort(words),
  );
}

interface SortWords {
  /** Where the request does not say. */
  readonly usual: string;
  readonly example: string;
}

/** A column of a list, and the direction in which the list is sorted by it. */
export interface SortBy<Word extends string> {
  readonly word: Word;
  readonly direction: 'asc' | 'desc';
}

const MOST_WORDS = 3;

/** The order of a list, as `parseSort` reads it. */
function IsSort(words: readonly string[]): PropertyDecorator {
  return ValidateBy({
    name: 'sortOrder',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && parseSort(value, words) !== undefined,
      defaultMessage: () => `au plus ${MOST_WORDS} colonnes parmi ${words.join(', ')}, « - » devant pour décroître`,
    },
  });
}

/** Reads `-date_bail,code_residence`. Undefined where the text names an unknown column, one column twice, or too many. */
export function parseSort<Word extends string>(
  text: string,
  words: readonly Word[],
): readonly SortBy<Word>[] | undefined {
  const order = text.split(',').map((part): SortBy<Word> => {
    const descending = part.startsWith('-');
    return { word: part.slice(descending ? 1 : 0) as Word, direction: descending ? 'desc' : 'asc' };
  });
  const named = new Set(order.map(({ word }) => word));
  const known = [...named].every((word) => words.includes(word));
  return known && named.size === order.length && order.length <= MOST_WORDS ? order : undefined;
}
