import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

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

/** What every answer drawn from the history says of the moment that it tells of. */
export class MomentOfAnswerDto {
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Instant de l’histoire dont la réponse rend compte ; null tant qu’elle est vide',
    example: '2024-01-31T22:59:59.999Z',
  })
  readonly asOf!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Position dans l’histoire', example: '0000000000030541' })
  readonly position!: string | null;

  @ApiPropertyOptional({
    type: IncompleteImportDto,
    description: 'Présent tant qu’un import n’est pas écrit en entier : la réponse n’en contient qu’une partie',
  })
  readonly incompleteImport?: IncompleteImportDto;
}

/** On a line whose counts its reader may not see. */
export function MaskedMember(): PropertyDecorator {
  return ApiPropertyOptional({
    type: Boolean,
    description:
      'Présent, et true, si ses effectifs sont masqués à qui lit des chiffres sans les listes : moins de 11, ou un second pour qu’aucun total ne rende le premier. Ils sont alors null',
    example: true,
  });
}
