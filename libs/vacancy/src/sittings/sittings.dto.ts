import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsCode } from '#http';
import { BesideReceiptDto } from '../http/beside.dto';
import { COMMISSION_FORMS, DECISIONS, DOCUMENTS, MAYOR_VOTES, VACANCY_STATUSES } from '../words';

const SITTING = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d20';

export class SittingReceiptDto extends BesideReceiptDto {
  @ApiPropertyOptional({ description: 'La séance, à nommer dans chaque décision ; absente à blanc', example: SITTING })
  readonly seance?: string;
}

export class SittingParamDto {
  @ApiProperty({ description: 'Identifiant de la séance', example: SITTING })
  @IsCode()
  readonly seance!: string;
}

class SittingVotesDto {
  @ApiProperty({ type: 'integer', example: 5 })
  readonly pour!: number;

  @ApiProperty({ type: 'integer', example: 1 })
  readonly contre!: number;

  @ApiProperty({ type: 'integer', example: 0 })
  readonly abstention!: number;

  @ApiProperty({ enum: MAYOR_VOTES, example: 'pour' })
  readonly maire!: string;
}

class SittingDecisionDto {
  @ApiProperty({ example: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d11' })
  readonly candidate!: string;

  @ApiProperty({ enum: DECISIONS, example: 'attribution_rang' })
  readonly decision!: string;

  @ApiProperty({ type: 'integer', nullable: true, example: 1 })
  readonly rank!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'Motif codé d’un refus', example: null })
  readonly motive!: string | null;

  @ApiProperty({ type: String, enum: DOCUMENTS, nullable: true, description: 'Pièce attendue', example: null })
  readonly document!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Son dernier jour', example: null })
  readonly documentDue!: string | null;

  @ApiProperty({ type: SittingVotesDto, nullable: true })
  readonly votes!: SittingVotesDto | null;
}

class SittingVacancyDto {
  @ApiProperty({ example: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10' })
  readonly vacancy!: string;

  @ApiProperty({ enum: VACANCY_STATUSES, description: 'Où elle en est maintenant', example: 'decided' })
  readonly status!: string;

  @ApiProperty({ description: 'Code de la résidence', example: 'RES-1' })
  readonly residence!: string;

  @ApiProperty({ type: String, format: 'date', description: 'Jour de la décision', example: '2024-03-15' })
  readonly on!: string;

  @ApiProperty({ type: [SittingDecisionDto] })
  readonly decisions!: readonly SittingDecisionDto[];
}

export class SittingDto {
  @ApiProperty({ example: SITTING })
  readonly seance!: string;

  @ApiProperty({ description: 'Code du bailleur', example: 'L-SABLIERE' })
  readonly landlord!: string;

  @ApiProperty({ type: String, format: 'date', description: 'Jour de la séance', example: '2024-03-15' })
  readonly on!: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Membres présents qui votent', example: 6 })
  readonly present!: number | null;

  @ApiProperty({ type: String, enum: COMMISSION_FORMS, nullable: true, example: 'presentielle' })
  readonly form!: string | null;

  @ApiProperty({ type: [SittingVacancyDto], description: 'Ce qui y a été décidé' })
  readonly vacancies!: readonly SittingVacancyDto[];
}
