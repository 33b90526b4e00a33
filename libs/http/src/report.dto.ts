import { ApiProperty } from '@nestjs/swagger';

/** The territory of a report. */
export class ReportedTerritoryDto {
  @ApiProperty({ description: 'Son SIREN, sinon « epci »', example: '243500139' })
  readonly id!: string;

  @ApiProperty({ example: 'Rennes Métropole' })
  readonly label!: string;

  @ApiProperty({ description: 'Fuseau horaire de ses jours', example: 'Europe/Paris' })
  readonly timeZone!: string;
}

/** Every report shows this while an import is not complete. */
export class IncompleteImportDto {
  @ApiProperty({ format: 'uuid', example: '0196a7c2-6d0e-7c41-9a53-0f4f5f0c7d11' })
  readonly import!: string;

  @ApiProperty({ type: String, format: 'date-time', example: '2024-01-31T22:59:59.999Z' })
  readonly since!: string;
}
