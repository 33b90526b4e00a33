import { ApiProperty } from '@nestjs/swagger';
import { IsCode } from '#http';
import { BesideReceiptDto } from '../http/beside.dto';

class DueDto {
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'À faire avant la fin de ce jour',
    example: '2025-04-28',
  })
  readonly due!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Fait ce jour', example: null })
  readonly doneOn!: string | null;

  @ApiProperty({ description: 'Le jour est passé, et ce n’est pas fait', example: false })
  readonly late!: boolean;
}

/** The QPV commission of a commune. */
class QpvCommissionDto {
  @ApiProperty({ description: 'Code INSEE', example: '78621' })
  readonly commune!: string;

  @ApiProperty({ type: String, format: 'date', description: 'Premier jour', example: '2025-03-01' })
  readonly from!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Dernier jour', example: null })
  readonly until!: string | null;

  @ApiProperty({ type: String, format: 'date', description: 'Jour de la demande du maire', example: '2025-01-15' })
  readonly askedByMayorOn!: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'string' },
    nullable: true,
    description: 'Codes des quartiers ; null pour tous ceux de la commune',
    example: null,
  })
  readonly districts!: readonly string[] | null;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Règlement intérieur adopté le',
    example: null,
  })
  readonly rulesAdoptedOn!: string | null;

  @ApiProperty({ description: 'Elle est en place aujourd’hui', example: true })
  readonly isOn!: boolean;

  @ApiProperty({
    type: DueDto,
    description: 'Le règlement intérieur, dans les 3 mois de l’approbation de la convention',
  })
  readonly rules!: DueDto;

  @ApiProperty({ type: DueDto, description: 'Sa révision, un an après le début de la commission' })
  readonly review!: DueDto;
}

export class QpvCommissionsDto {
  @ApiProperty({ type: [QpvCommissionDto], description: 'Par commune' })
  readonly commissions!: readonly QpvCommissionDto[];
}

export class QpvCommissionReceiptDto extends BesideReceiptDto {
  @ApiProperty({ description: 'Code INSEE', example: '78621' })
  readonly commune!: string;
}

export class CommuneParamDto {
  @ApiProperty({ description: 'Code INSEE de la commune', example: '78621' })
  @IsCode()
  readonly code_insee!: string;
}
