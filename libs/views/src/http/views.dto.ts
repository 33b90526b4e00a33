import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IsOptional, ValidateBy } from 'class-validator';
import { AllocationFilterDto, AreColumns } from '#compliance/api';
import { ALLOCATION_WORDS } from '#compliance/module';
import { IsOneOf, IsText, IsTrueOrFalse, PageLimit, type OneOrMore } from '#http';
import { DENSITIES, type Density } from '../recording/preferences';
import {
  LONGEST_VIEW_NAME,
  PERIOD_WORDS,
  VIEW_ORIGINS,
  VIEWED_LISTS,
  type ListedView,
  type PeriodWord,
  type ViewedList,
} from '../view';

const LONGEST_QUERY = 4_000;
const VIEW = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40';
const NAME = 'Hors QPV du semestre';
const COLUMNS = ['date_bail', 'code_residence', 'quartile'];

/** The query string of a list, perhaps empty. What it says is read apart. */
function IsQueryText(): PropertyDecorator {
  return ValidateBy({
    name: 'queryText',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'string' && value.length <= LONGEST_QUERY && !/\p{Cc}/u.test(value),
      defaultMessage: () => `les paramètres d’une liste, comme dans une adresse (${LONGEST_QUERY} caractères au plus)`,
    },
  });
}

/**
 * What the query of a view may say: the filters, the order and the page length of the list, and the page's own words. Which page of it, and
 * as of when, are no part of a view.
 */
export class ViewQueryDto extends OmitType(AllocationFilterDto, ['as-of', 'wait'] as const) {
  @PageLimit()
  readonly limit?: string;

  @IsOptional()
  @AreColumns()
  readonly colonnes?: OneOrMore;

  /** Codes instead of names. */
  @IsOptional()
  @IsOneOf(['O'])
  readonly codes?: string;
}

export class ViewsQueryDto {
  @ApiPropertyOptional({
    enum: VIEWED_LISTS,
    default: 'attributions',
    description: 'La liste',
    example: 'attributions',
  })
  @IsOptional()
  @IsOneOf(VIEWED_LISTS)
  readonly list?: ViewedList;
}

export class ViewBodyDto {
  @ApiProperty({ enum: VIEWED_LISTS, example: 'attributions' })
  @IsOneOf(VIEWED_LISTS)
  readonly list!: ViewedList;

  @ApiProperty({ maxLength: LONGEST_VIEW_NAME, description: 'Il ne nomme personne', example: NAME })
  @IsText(LONGEST_VIEW_NAME)
  readonly name!: string;

  @ApiProperty({
    description:
      'Les paramètres de /api/allocations (filtres, « sort », « limit »), et ceux de la page, « colonnes » et « codes »',
    example: 'en_qpv=N&sort=-date_bail',
  })
  @IsQueryText()
  readonly query!: string;

  @ApiPropertyOptional({
    enum: ALLOCATION_WORDS,
    isArray: true,
    description: 'Dans cet ordre ; aucune : celles que la page montre d’elle-même',
    example: COLUMNS,
  })
  @IsOptional()
  @AreColumns()
  readonly columns?: readonly string[];

  @ApiPropertyOptional({
    enum: PERIOD_WORDS,
    type: String,
    nullable: true,
    description: 'Le mot de la période, à la place de « from » et « to » ; nul : les jours de « query », s’il y en a',
    example: 'semestre_en_cours',
  })
  @IsOptional()
  @IsOneOf(PERIOD_WORDS)
  readonly period?: PeriodWord | null;

  @ApiPropertyOptional({
    default: false,
    description: 'Montrée aux personnes du même rôle et du même périmètre',
    example: false,
  })
  @IsOptional()
  @IsTrueOrFalse()
  readonly shared?: boolean;
}

export class ViewDto implements ListedView {
  @ApiProperty({ description: 'Un mot fixe pour une vue du rôle', example: VIEW })
  readonly id!: string;

  @ApiProperty({ enum: VIEWED_LISTS, example: 'attributions' })
  readonly list!: ViewedList;

  @ApiProperty({ example: NAME })
  readonly name!: string;

  @ApiProperty({ description: 'Sans « colonnes », qui sont dans « columns »', example: 'en_qpv=N&sort=-date_bail' })
  readonly query!: string;

  @ApiProperty({ enum: ALLOCATION_WORDS, isArray: true, example: COLUMNS })
  readonly columns!: readonly string[];

  @ApiProperty({ enum: PERIOD_WORDS, type: String, nullable: true, example: 'semestre_en_cours' })
  readonly period!: PeriodWord | null;

  @ApiProperty({ example: false })
  readonly shared!: boolean;

  @ApiProperty({
    enum: VIEW_ORIGINS,
    description: 'own : la sienne ; service : partagée par une autre personne ; default : celle du rôle',
    example: 'own',
  })
  readonly origin!: ListedView['origin'];

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Nul pour une vue du rôle',
    example: '2024-01-31T09:00:00.000Z',
  })
  readonly savedAt!: ListedView['savedAt'];
}

export class ViewsDto {
  @ApiProperty({ type: [ViewDto] })
  readonly views!: readonly ViewDto[];
}

export class PreferencesDto {
  @ApiProperty({ enum: VIEWED_LISTS, example: 'attributions' })
  @IsOneOf(VIEWED_LISTS)
  readonly list!: ViewedList;

  @ApiProperty({
    enum: ALLOCATION_WORDS,
    isArray: true,
    description: 'Dans cet ordre ; aucune : celles que la page montre d’elle-même',
    example: COLUMNS,
  })
  @AreColumns()
  readonly columns!: readonly string[];

  @ApiProperty({ enum: DENSITIES, description: 'Hauteur des lignes', example: 'normale' })
  @IsOneOf(DENSITIES)
  readonly density!: Density;
}
