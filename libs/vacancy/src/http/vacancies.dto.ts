import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsCode } from '#http';
import { NOTICES } from '../notices';
import { NOTICE_SENTENCES } from './notice-sentences';
import { ObjectiveEffectDto } from './vigilance.dto';
import { CANDIDATE_STATUSES, VACANCY_STATUSES } from '../words';

const NOTICES_DESCRIPTION = [
  'Ce qui est à savoir, sans être refusé :',
  ...NOTICES.map((notice) => `\`${notice}\` : ${NOTICE_SENTENCES[notice]}`),
].join('\n- ');
const VACANCY = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10';
const CANDIDATE = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d11';
const ALLOCATION = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d12';

export class VacancyParamDto {
  @ApiProperty({ description: 'Identifiant de la vacance', example: VACANCY })
  @IsCode()
  readonly vacancy!: string;
}

export class VacancyQueryDto {
  @ApiPropertyOptional({
    description: 'Une position déjà reçue : la réponse en tient toujours compte',
    example: '00000000000000030542',
  })
  @IsOptional()
  @IsCode()
  readonly wait?: string;
}

/** The answer to every command. */
export class VacancyReceiptDto {
  @ApiPropertyOptional({ description: 'Absent d’une déclaration à blanc (dry-run)', example: VACANCY })
  readonly vacancy?: string;

  @ApiPropertyOptional({ description: 'Le candidat dont il s’agit', example: CANDIDATE })
  readonly candidate?: string;

  @ApiPropertyOptional({ description: 'Le bail dont il s’agit', example: ALLOCATION })
  readonly allocation?: string;

  @ApiProperty({ enum: VACANCY_STATUSES, description: 'Où en est la vacance', example: 'designated' })
  readonly status!: string;

  @ApiProperty({
    type: 'integer',
    description: 'Rang du dernier événement de la vacance, depuis 0 ; -1 sans événement',
    example: 2,
  })
  readonly revision!: number;

  @ApiProperty({ description: 'Position dans l’histoire', example: '00000000000000030542' })
  readonly position!: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'string', enum: [...NOTICES] },
    description: NOTICES_DESCRIPTION,
    example: [],
  })
  readonly notices!: readonly string[];

  @ApiPropertyOptional({
    type: [ObjectiveEffectDto],
    description:
      'À blanc (dry-run) seulement : ce que chaque objectif en vigueur deviendrait par le bail du ménage dont il s’agit ; vide sinon',
  })
  readonly effects?: readonly ObjectiveEffectDto[];
}

class OrientationDto {
  @ApiProperty({ description: 'Code du réservataire', example: 'COMMUNE-78621' })
  readonly holder!: string;

  @ApiProperty({ type: String, format: 'date', example: '2024-03-02' })
  readonly on!: string;

  @ApiProperty({ type: String, format: 'date', description: 'Dernier jour du réservataire', example: '2024-04-01' })
  readonly lastDay!: string;

  @ApiProperty({ description: 'Le bailleur désigne pour un tour', example: false })
  readonly forOneTurn!: boolean;

  @ApiProperty({ type: String, nullable: true, description: 'Hors des flux', example: null })
  readonly outsideFlow!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Commune à qui l’EPCI délègue', example: null })
  readonly delegatedTo!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Motif d’une nouvelle orientation', example: null })
  readonly ground!: string | null;
}

class FlowOfOrientationDto {
  @ApiProperty({ type: 'integer', description: 'L’année de l’orientation', example: 2024 })
  readonly year!: number;

  @ApiProperty({ description: 'Code du réservataire', example: 'COMMUNE-78621' })
  readonly holder!: string;

  @ApiProperty({ type: Number, nullable: true, description: 'La part convenue ; null : aucune', example: 0.2 })
  readonly share!: number | null;

  @ApiProperty({ type: Number, description: 'Logements dus jusqu’ici', example: 12.4 })
  readonly owed!: number;

  @ApiProperty({ type: 'integer', description: 'Logements donnés au réservataire, celui-ci compris', example: 12 })
  readonly given!: number;

  @ApiProperty({ type: 'integer', description: 'Logements donnés à tous les réservataires', example: 62 })
  readonly dwellings!: number;

  @ApiProperty({ type: Number, description: 'La part donnée', example: 0.1935483870967742 })
  readonly givenShare!: number;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Le moindre nombre de logements de plus qui atteindrait la part ; null : aucun',
    example: 1,
  })
  readonly missing!: number | null;
}

class CandidateDto {
  @ApiProperty({ example: CANDIDATE })
  readonly candidate!: string;

  @ApiProperty({ description: 'Identifiant interne du ménage', example: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d12' })
  readonly household!: string;

  @ApiProperty({ enum: CANDIDATE_STATUSES, example: 'allocated' })
  readonly status!: string;

  @ApiProperty({ type: 'integer', nullable: true, example: 1 })
  readonly rank!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'Motif codé de sa dernière étape', example: null })
  readonly reason!: string | null;

  @ApiProperty({ description: 'À quel titre il est désigné', example: 'reservation' })
  readonly basis!: string;

  @ApiProperty({ description: 'Le réservataire pour qui son bail comptera', example: 'COMMUNE-78621' })
  readonly holder!: string;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Jour de la commission',
    example: '2024-03-15',
  })
  readonly decidedOn!: string | null;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Dernier jour de la pièce attendue',
    example: null,
  })
  readonly documentDue!: string | null;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Dernier jour pour répondre à sa dernière offre',
    example: null,
  })
  readonly lastDay!: string | null;
}

/** A vacancy as it is. */
export class VacancyDto {
  @ApiProperty({ example: VACANCY })
  readonly vacancy!: string;

  @ApiProperty({ enum: VACANCY_STATUSES, example: 'decided' })
  readonly status!: string;

  @ApiProperty({ type: 'integer', description: 'À donner en If-Match', example: 5 })
  readonly revision!: number;

  @ApiProperty({ description: 'Position dans l’histoire', example: '00000000000000030542' })
  readonly position!: string;

  @ApiProperty({ description: 'Code de la résidence', example: 'RES-1' })
  readonly residence!: string;

  @ApiProperty({ description: 'Code du bailleur de ce jour', example: '552141533' })
  readonly landlord!: string;

  @ApiProperty({ description: 'Code INSEE', example: '78621' })
  readonly commune!: string;

  @ApiProperty({ type: String, format: 'date', description: 'Jour de la libération', example: '2024-06-01' })
  readonly availableOn!: string;

  @ApiProperty({ type: OrientationDto, nullable: true })
  readonly orientation!: OrientationDto | null;

  @ApiProperty({
    type: FlowOfOrientationDto,
    nullable: true,
    description: 'Ce que l’orientation fait du flux du bailleur ; null où elle ne compte dans aucune part',
  })
  readonly flow!: FlowOfOrientationDto | null;

  @ApiProperty({ type: [CandidateDto], description: 'Dans l’ordre des désignations' })
  readonly candidates!: readonly CandidateDto[];

  @ApiProperty({
    type: 'array',
    items: { type: 'string', enum: [...NOTICES] },
    description: NOTICES_DESCRIPTION,
    example: [],
  })
  readonly notices!: readonly string[];
}

class HistoryEntryDto {
  @ApiProperty({ example: 'VacancyOriented' })
  readonly type!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Le bail dont il s’agit ; null pour un événement de la vacance elle-même',
    example: null,
  })
  readonly allocation!: string | null;

  @ApiProperty({ type: 'integer', example: 1 })
  readonly revision!: number;

  @ApiProperty({ type: String, format: 'date-time', example: '2024-03-02T09:00:00.000Z' })
  readonly recordedAt!: string;

  @ApiProperty({ description: 'L’administrateur, ou l’identifiant d’un jeton', example: 'administrator' })
  readonly actor!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Nom de qui tient le jeton', example: null })
  readonly actorName!: string | null;

  @ApiProperty({ example: 'administrateur' })
  readonly role!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Jour d’effet', example: '2024-03-02' })
  readonly effectiveDay!: string | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Les faits en clair',
    example: { holder: 'COMMUNE-78621' },
  })
  readonly data!: object;
}

/** What happened to a vacancy, in order. */
export class VacancyHistoryDto {
  @ApiProperty({ example: VACANCY })
  readonly vacancy!: string;

  @ApiProperty({ type: [HistoryEntryDto] })
  readonly events!: readonly HistoryEntryDto[];
}
