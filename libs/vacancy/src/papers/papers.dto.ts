import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { COMPOSITIONS } from '#allocation';
import { IsCode, IsOneOf } from '#http';
import { CONTINGENTS, DWELLING_TYPES, FINANCINGS } from '#territory';
import { VacancyQueryDto } from '../http/vacancies.dto';
import {
  BASES,
  CANDIDATE_STATUSES,
  COMMISSION_FORMS,
  DECISIONS,
  DOCUMENTS,
  EXCEPTIONS,
  MAYOR_VOTES,
  OPINIONS,
  OUTSIDE_FLOW,
} from '../words';
import { EFFECTS } from './effects';

const SITTING = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d20';
const VACANCY = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10';
const CANDIDATE = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d11';
const FORMATS = ['json', 'pdf', 'xlsx'] as const;
const NULLABLE_DAY = { type: String, format: 'date', nullable: true } as const;

export class SittingParamDto {
  @ApiProperty({ description: 'Identifiant de la séance', example: SITTING })
  @IsCode()
  readonly sitting!: string;
}

export class PaperQueryDto extends VacancyQueryDto {
  @ApiPropertyOptional({
    enum: FORMATS,
    default: 'json',
    description: 'pdf et xlsx : un fichier joint',
    example: 'json',
  })
  @IsOptional()
  @IsOneOf(FORMATS)
  readonly format?: (typeof FORMATS)[number];
}

class NamedDto {
  @ApiProperty({ description: 'Code', example: 'RES-1' })
  readonly code!: string;

  @ApiProperty({ description: 'Nom ; le code s’il n’est pas connu', example: 'Les Cèdres' })
  readonly name!: string;
}

class ShownHolderDto extends NamedDto {
  @ApiProperty({ enum: CONTINGENTS, nullable: true, example: 'commune' })
  readonly contingent!: string | null;
}

class ShownDwellingDto {
  @ApiProperty({ description: 'Identifiant de la vacance', example: VACANCY })
  readonly vacancy!: string;

  @ApiProperty({ type: NamedDto })
  readonly residence!: NamedDto;

  @ApiProperty({ type: NamedDto })
  readonly commune!: NamedDto;

  @ApiProperty({ type: [NamedDto], description: 'QPV en vigueur le jour du document' })
  readonly districts!: readonly NamedDto[];

  @ApiProperty({ type: 'integer', nullable: true, description: 'Note de fragilité en vigueur ce jour-là', example: 4 })
  readonly note!: number | null;

  @ApiProperty({ description: 'Sur la liste de son bailleur ce jour-là (L. 441-2-2)', example: true })
  readonly isListed!: boolean;

  @ApiProperty({ enum: DWELLING_TYPES, nullable: true, example: 'T3' })
  readonly dwellingType!: string | null;

  @ApiProperty({ enum: FINANCINGS, nullable: true, example: 'PLUS' })
  readonly financing!: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Centièmes de m²', example: 6200 })
  readonly surface!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Centimes par mois', example: 45000 })
  readonly rent!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Centimes par mois', example: 9000 })
  readonly charges!: number | null;

  @ApiProperty({ description: 'Première mise en location', example: false })
  readonly firstLetting!: boolean;

  @ApiProperty({ type: String, format: 'date', description: 'Jour de la libération', example: '2024-06-01' })
  readonly availableOn!: string;

  @ApiProperty({ type: ShownHolderDto, nullable: true, description: 'Réservataire du logement' })
  readonly holder!: ShownHolderDto | null;

  @ApiProperty({ description: 'Le bailleur désigne pour un tour', example: false })
  readonly forOneTurn!: boolean;

  @ApiProperty({ enum: OUTSIDE_FLOW, nullable: true, description: 'Hors des flux', example: null })
  readonly outsideFlow!: string | null;
}

class OpinionDto {
  @ApiProperty({ type: String, format: 'date', example: '2024-03-10' })
  readonly on!: string;

  @ApiProperty({ enum: ['epci', 'commune'], example: 'commune' })
  readonly by!: string;

  @ApiProperty({ enum: OPINIONS, example: 'defavorable' })
  readonly opinion!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Motif codé', example: 'fragilite' })
  readonly motive!: string | null;
}

class AgendaCandidateDto {
  @ApiProperty({ example: CANDIDATE })
  readonly candidate!: string;

  @ApiProperty({ type: 'integer', description: 'Le même sur tous les documents de la vacance', example: 1 })
  readonly number!: number;

  @ApiProperty({ enum: CANDIDATE_STATUSES, example: 'designated' })
  readonly status!: string;

  @ApiProperty({ enum: BASES, example: 'reservation' })
  readonly basis!: string;

  @ApiProperty({ type: ShownHolderDto, description: 'Le réservataire pour qui son bail comptera' })
  readonly holder!: ShownHolderDto;

  @ApiProperty({
    oneOf: [
      { type: 'integer', minimum: 1, maximum: 4 },
      { type: 'string', enum: ['2-4', '3-4'] },
    ],
    nullable: true,
    description: 'null : inconnu',
    example: 1,
  })
  readonly quartile!: number | string | null;

  @ApiProperty({ description: 'DALO ou prioritaire', example: true })
  readonly priority!: boolean;

  @ApiProperty({ description: 'Rapprochement domicile-travail', example: false })
  readonly homeWork!: boolean;

  @ApiProperty({ type: Boolean, nullable: true, description: 'Travailleur essentiel', example: null })
  readonly essentialWorker!: boolean | null;

  @ApiProperty({ description: 'Relogement ANRU ou ORCOD', example: false })
  readonly rehoused!: boolean;

  @ApiProperty({ description: 'Mutation', example: false })
  readonly transfer!: boolean;

  @ApiProperty({ enum: COMPOSITIONS, nullable: true, example: 'couple' })
  readonly composition!: string | null;

  @ApiProperty({ type: [NamedDto], description: 'Publics de la convention, sans ceux qui sont sensibles' })
  readonly publics!: readonly NamedDto[];

  @ApiProperty({ type: [OpinionDto] })
  readonly opinions!: readonly OpinionDto[];

  @ApiProperty({
    enum: EFFECTS,
    isArray: true,
    description: 'Effet sur l’équilibre de la résidence, où les faits connus le disent : il informe seulement',
    example: ['priority-first-quartile'],
  })
  readonly effects!: readonly string[];
}

class AgendaVacancyDto extends ShownDwellingDto {
  @ApiProperty({ type: [AgendaCandidateDto], description: 'Dans l’ordre des désignations' })
  readonly candidates!: readonly AgendaCandidateDto[];

  @ApiProperty({ type: 'integer', description: 'Candidats seulement proposés, que la commission laisse', example: 0 })
  readonly waiting!: number;
}

class PaperDto {
  @ApiProperty({ type: NamedDto, description: 'Le bailleur' })
  readonly landlord!: NamedDto;

  @ApiProperty({ type: String, nullable: true, description: 'null : une vacance seule', example: SITTING })
  readonly sitting!: string | null;

  @ApiProperty({ ...NULLABLE_DAY, description: 'Jour de la séance', example: '2024-03-19' })
  readonly on!: string | null;

  @ApiProperty({ enum: COMMISSION_FORMS, nullable: true, example: 'presentielle' })
  readonly form!: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Instant du dernier événement que le document montre',
    example: '2024-03-19T10:00:00.000Z',
  })
  readonly asOf!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Position dans l’histoire',
    example: '00000000000000030542',
  })
  readonly position!: string | null;
}

/** What a commission examines. */
export class AgendaDto extends PaperDto {
  @ApiProperty({ type: [AgendaVacancyDto] })
  readonly vacancies!: readonly AgendaVacancyDto[];
}

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
