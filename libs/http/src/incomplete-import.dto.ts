import { ApiProperty } from '@nestjs/swagger';

/** What every report says while an import is not written whole. */
export class IncompleteImportDto {
  @ApiProperty({ format: 'uuid', example: '0196a7c2-6d0e-7c41-9a53-0f4f5f0c7d11' })
  readonly import!: string;

  @ApiProperty({ type: String, format: 'date-time', example: '2024-01-31T22:59:59.999Z' })
  readonly since!: string;
}
