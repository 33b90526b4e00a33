import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, ValidateBy, type ValidationArguments } from 'class-validator';
import { parseSort } from '#http';
import { FIGURE_CODES, isPublicFigureCode, UNPRINTED_CODES } from '../figures/figure';
import { ALLOCATION_WORDS, SORT_WORDS } from '../lists/allocation-columns';
import { FACET_WORDS, MOST_FACETS } from '../lists/facets';
import type { SortWord } from '../lists/allocation-lists';

export const PART_WORDS = ['numerateur', 'denominateur'] as const;
export type PartWord = (typeof PART_WORDS)[number];

/** The codes of figures of leases, beside those of publics. */
export const KNOWN_CODES: readonly string[] = [...FIGURE_CODES, ...UNPRINTED_CODES];

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

interface FigureChoice {
  /** The codes that are taken, beside those of publics. */
  readonly known?: readonly string[];
  readonly most?: number;
  readonly isNeeded?: true;
}

/** One code of a figure, or several by repeating the parameter, each once. */
export function FigureCodes(description: string, choice: FigureChoice = {}): PropertyDecorator {
  const { known = KNOWN_CODES, most = known.length, isNeeded = false } = choice;
  return applyDecorators(
    ApiProperty({
      type: [String],
      required: isNeeded,
      description: `${description} ; à répéter pour plusieurs, ${most} au plus`,
      example: ['Q1_REHOUSED_OUTSIDE_QPV'],
    }),
    ...(isNeeded ? [] : [IsOptional()]),
    AreFigureCodes(known, most),
  );
}

function AreFigureCodes(known: readonly string[], most: number): PropertyDecorator {
  const isCode = (code: unknown): boolean =>
    typeof code === 'string' && (known.includes(code) || isPublicFigureCode(code));
  return ValidateBy({
    name: 'figureCodes',
    validator: {
      validate: (value: unknown) => {
        const codes: readonly unknown[] = Array.isArray(value) ? value : [value];
        return codes.length <= most && new Set(codes).size === codes.length && codes.every(isCode);
      },
      defaultMessage: () =>
        `des codes de chiffres, ${most} au plus et chacun une fois, parmi ${known.join(', ')}, ou PUBLIC_ suivi du code d’un public de la convention`,
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
  return AreOnceAmong(columns, 'des colonnes');
}

/** Filters whose values are counted, each once, and not too many. */
export function AreFacets(): PropertyDecorator {
  return AreOnceAmong(FACET_WORDS, `des filtres, ${MOST_FACETS} au plus`, MOST_FACETS);
}

/** @param what the words are, in French, for the refusal */
function AreOnceAmong(known: readonly string[], what: string, most = known.length): PropertyDecorator {
  return ValidateBy({
    name: 'words',
    validator: {
      validate: (value: unknown) => {
        const words: readonly unknown[] = [value].flat();
        const areKnown = words.every((word) => known.includes(word as string));
        return areKnown && words.length <= most && new Set(words).size === words.length;
      },
      defaultMessage: () => `${what}, sans répétition, parmi ${known.join(', ')}`,
    },
  });
}
