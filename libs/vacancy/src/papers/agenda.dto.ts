import { ApiProperty } from '@nestjs/swagger';
import { COMPOSITIONS } from '#allocation';
import { BASES, CANDIDATE_STATUSES, OPINIONS } from '../words';
import { VIGILANCE } from '../vigilance/notices';
import { CANDIDATE, NamedDto, PaperDto, ShownDwellingDto, ShownHolderDto } from './papers.dto';

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

class MovedObjectiveDto extends NamedDto {
  @ApiProperty({ enum: ['closer', 'farther'], example: 'closer' })
  readonly bearing!: string;
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
    enum: Object.keys(VIGILANCE),
    isArray: true,
    description: 'Ce que dit la vigilance, d’après les faits en clair : elle informe seulement',
    example: ['priority-first-quartile'],
  })
  readonly notices!: readonly string[];

  @ApiProperty({
    type: [MovedObjectiveDto],
    description: 'Ce que son bail rapprocherait ou éloignerait, tel que montré à la désignation',
  })
  readonly objectives!: readonly MovedObjectiveDto[];
}

class AgendaVacancyDto extends ShownDwellingDto {
  @ApiProperty({ type: [AgendaCandidateDto], description: 'Dans l’ordre des désignations' })
  readonly candidates!: readonly AgendaCandidateDto[];

  @ApiProperty({ type: 'integer', description: 'Candidats seulement proposés, que la commission laisse', example: 0 })
  readonly waiting!: number;
}

/** What a commission examines. */
export class AgendaDto extends PaperDto {
  @ApiProperty({ type: [AgendaVacancyDto] })
  readonly vacancies!: readonly AgendaVacancyDto[];
}
