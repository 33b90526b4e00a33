import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { Choice, IsOneOf, PageCursor, PageLimit, type OneOrMore } from '#http';
import { ALLOCATION_WORDS } from '../lists/allocation-columns';
import { FACET_WORDS, MOST_FACETS } from '../lists/facets';
import { AreColumns, AreFacets } from './list-words';
import { AllocationFilterDto } from './allocation-filter.dto';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'criteria'] as const;
export const TRUE_FALSE = ['true', 'false'] as const;

export class AllocationPageQueryDto extends AllocationFilterDto {
  @ApiPropertyOptional({
    enum: FACET_WORDS,
    isArray: true,
    maxItems: MOST_FACETS,
    description: `Les filtres dont les valeurs sont comptées aussi, chacun sous les autres critères de la liste mais sans les siens ; à répéter, ${MOST_FACETS} au plus`,
    example: ['quartile'],
  })
  @IsOptional()
  @AreFacets()
  readonly facets?: OneOrMore;

  @PageLimit()
  readonly limit?: string;

  @PageCursor()
  readonly cursor?: string;
}

export class AllocationExportQueryDto extends AllocationFilterDto {
  @ApiProperty({
    enum: EXPORT_FORMATS,
    description:
      'Forme du fichier ; « criteria » : ce qui l’a fait (filtres, période, instant), en texte, sans les lignes',
    example: 'csv',
  })
  @IsOneOf(EXPORT_FORMATS)
  readonly format!: (typeof EXPORT_FORMATS)[number];

  @ApiPropertyOptional({
    enum: ALLOCATION_WORDS,
    isArray: true,
    description: 'Exactement ces colonnes, dans cet ordre ; à répéter. Toutes, sans ce paramètre',
    example: ['date_bail', 'code_residence', 'quartile'],
  })
  @IsOptional()
  @AreColumns()
  readonly columns?: OneOrMore;

  @Choice(TRUE_FALSE, 'Les noms du territoire à la place des codes ; les colonnes perdent alors « code_ »')
  readonly labels?: string;
}
