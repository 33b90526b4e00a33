import { ApiProperty } from '@nestjs/swagger';
import { IsOneOf, PageCursor, PageLimit, type FileFormat } from '#http';
import { AllocationFilterDto } from './allocation-filter.dto';

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const satisfies readonly FileFormat[];

export class AllocationPageQueryDto extends AllocationFilterDto {
  @PageLimit()
  readonly limit?: string;

  @PageCursor()
  readonly cursor?: string;
}

export class AllocationExportQueryDto extends AllocationFilterDto {
  @ApiProperty({ enum: EXPORT_FORMATS, description: 'Forme du fichier', example: 'csv' })
  @IsOneOf(EXPORT_FORMATS)
  readonly format!: (typeof EXPORT_FORMATS)[number];
}
