import { ApiProperty } from '@nestjs/swagger';
import { IsCode } from '#http';

const DUTY = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d30';

export class DutyParamDto {
  @ApiProperty({ description: 'Identifiant de l’obligation', example: DUTY })
  @IsCode()
  readonly duty!: string;
}

class DutyDto {
  @ApiProperty({ example: DUTY })
  readonly duty!: string;

  @ApiProperty({ type: String, format: 'date', description: 'Jour du premier refus', example: '2024-03-15' })
  readonly openedOn!: string;

  @ApiProperty({ description: 'Résidence du premier refus', example: 'RES-1' })
  readonly residence!: string;

  @ApiProperty({ enum: ['open', 'closed'], example: 'open' })
  readonly status!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Ce qui l’a close', example: null })
  readonly closedBy!: string | null;
}

export class DutiesDto {
  @ApiProperty({ type: [DutyDto], description: 'De la plus ancienne à la plus récente' })
  readonly duties!: readonly DutyDto[];
}
