import { ApiProperty } from '@nestjs/swagger';
import { COMMISSION_FORMS, DECISIONS, DOCUMENTS, EXCEPTIONS, MAYOR_VOTES } from '../words';
import { CANDIDATE, NULLABLE_DAY, PaperDto, ShownDwellingDto, SITTING } from './papers.dto';

class VotesDto {
  @ApiProperty({ type: 'integer', example: 4 })
  readonly pour!: number;

  @ApiProperty({ type: 'integer', example: 4 })
  readonly contre!: number;

  @ApiProperty({ type: 'integer', example: 1 })
  readonly abstention!: number;

  @ApiProperty({ enum: MAYOR_VOTES, example: 'pour' })
  readonly maire!: string;
}

class MinutesDecisionDto {
  @ApiProperty({ example: CANDIDATE })
  readonly candidate!: string;

  @ApiProperty({ type: 'integer', description: 'Le même sur tous les documents de la vacance', example: 1 })
  readonly number!: number;

  @ApiProperty({ enum: DECISIONS, example: 'attribution_sous_condition' })
  readonly decision!: string;

  @ApiProperty({ type: 'integer', nullable: true, example: 1 })
  readonly rank!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'Motif codé', example: null })
  readonly motive!: string | null;

  @ApiProperty({ enum: DOCUMENTS, nullable: true, description: 'Pièce attendue', example: 'ressources' })
  readonly document!: string | null;

  @ApiProperty({ ...NULLABLE_DAY, description: 'Dernier jour de la pièce', example: '2024-04-10' })
  readonly documentDue!: string | null;

  @ApiProperty({ ...NULLABLE_DAY, description: 'Jour où la pièce est venue', example: null })
  readonly documentMetOn!: string | null;

  @ApiProperty({ type: VotesDto, nullable: true })
  readonly votes!: VotesDto | null;

  @ApiProperty({ description: 'Acquise par la voix prépondérante du maire', example: true })
  readonly castByMayor!: boolean;
}

class ReplacedDto {
  @ApiProperty({ type: MinutesDecisionDto })
  readonly from!: MinutesDecisionDto;

  @ApiProperty({ type: MinutesDecisionDto })
  readonly to!: MinutesDecisionDto;
}

class MinutesCorrectionDto {
  @ApiProperty({ type: String, format: 'date-time', example: '2024-03-20T09:00:00.000Z' })
  readonly recordedAt!: string;

  @ApiProperty({ description: 'Motif codé', example: 'erreur' })
  readonly motive!: string;

  @ApiProperty({ type: String, format: 'date', description: 'Jour de la commission, corrigé', example: '2024-03-19' })
  readonly on!: string;

  @ApiProperty({ type: [ReplacedDto], description: 'Les décisions qui ont changé' })
  readonly replaced!: readonly ReplacedDto[];
}

class MinutesCommissionDto {
  @ApiProperty({ type: String, format: 'date', example: '2024-03-19' })
  readonly on!: string;

  @ApiProperty({ type: String, nullable: true, example: SITTING })
  readonly sitting!: string | null;

  @ApiProperty({ enum: COMMISSION_FORMS, nullable: true, example: 'presentielle' })
  readonly form!: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Membres présents à voix délibérative', example: 6 })
  readonly present!: number | null;

  @ApiProperty({ enum: EXCEPTIONS, nullable: true, description: 'Moins de trois demandes', example: null })
  readonly exception!: string | null;

  @ApiProperty({ type: Boolean, nullable: true, description: 'L’insuffisance est attestée', example: null })
  readonly attested!: boolean | null;

  @ApiProperty({ type: [MinutesDecisionDto], description: 'Par rang, puis les refus' })
  readonly decisions!: readonly MinutesDecisionDto[];

  @ApiProperty({ type: [MinutesCorrectionDto] })
  readonly corrections!: readonly MinutesCorrectionDto[];
}

class MinutesVacancyDto extends ShownDwellingDto {
  @ApiProperty({ type: [MinutesCommissionDto] })
  readonly commissions!: readonly MinutesCommissionDto[];
}

/** What a commission decided. */
export class MinutesDto extends PaperDto {
  @ApiProperty({ type: 'integer', nullable: true, description: 'Membres présents à voix délibérative', example: 6 })
  readonly present!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'null : le bailleur n’en fixe pas', example: null })
  readonly quorum!: number | null;

  @ApiProperty({ type: [MinutesVacancyDto] })
  readonly vacancies!: readonly MinutesVacancyDto[];
}
