import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsOneOf } from '#http';
import { CONTINGENTS, DWELLING_TYPES, FINANCINGS } from '#territory';
import { VacancyQueryDto } from '../http/vacancies.dto';
import { COMMISSION_FORMS, OUTSIDE_FLOW } from '../words';

export const SITTING = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d20';
const VACANCY = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10';
export const CANDIDATE = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d11';
const FORMATS = ['json', 'pdf', 'xlsx'] as const;
export const NULLABLE_DAY = { type: String, format: 'date', nullable: true } as const;

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

export class NamedDto {
  @ApiProperty({ description: 'Code', example: 'RES-1' })
  readonly code!: string;

  @ApiProperty({ description: 'Nom ; le code s’il n’est pas connu', example: 'Les Cèdres' })
  readonly name!: string;
}

export class ShownHolderDto extends NamedDto {
  @ApiProperty({ enum: CONTINGENTS, nullable: true, example: 'commune' })
  readonly contingent!: string | null;
}

export class ShownDwellingDto {
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

export class PaperDto {
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
