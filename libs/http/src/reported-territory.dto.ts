import { ApiProperty } from '@nestjs/swagger';

/** The territory that a report is of. */
export class ReportedTerritoryDto {
  @ApiProperty({ description: 'Son SIREN, sinon « epci »', example: '243500139' })
  readonly id!: string;

  @ApiProperty({ example: 'Rennes Métropole' })
  readonly label!: string;

  @ApiProperty({ description: 'Fuseau horaire de ses jours', example: 'Europe/Paris' })
  readonly timeZone!: string;
}
