import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsOneOf, IsOpaque, IsWholeNumber, type FileFormat } from '#http';
import { AllocationFilterDto } from './allocation-filter.dto';

export const DEFAULT_LIMIT = 50;
const GREATEST_LIMIT = 500;
export const EXPORT_FORMATS = ['csv', 'xlsx'] as const satisfies readonly FileFormat[];

export class AllocationPageQueryDto extends AllocationFilterDto {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: GREATEST_LIMIT,
    default: DEFAULT_LIMIT,
    description: 'Lignes par page',
    example: 50,
  })
  @IsOptional()
  @IsWholeNumber(1, GREATEST_LIMIT)
  readonly limit?: string;

  @ApiPropertyOptional({
    description: 'Le « next » de la page précédente, avec les mêmes filtres et le même tri',
    example: 'WyIwMDAwMDAwMDAwMDAwMDAzMDU0MSJd',
  })
  @IsOptional()
  @IsOpaque('le « next » d’une page précédente')
  readonly cursor?: string;
}

export class AllocationExportQueryDto extends AllocationFilterDto {
  @ApiProperty({ enum: EXPORT_FORMATS, description: 'Forme du fichier', example: 'csv' })
  @IsOneOf(EXPORT_FORMATS)
  readonly format!: (typeof EXPORT_FORMATS)[number];
}
