import { ApiProperty } from '@nestjs/swagger';
import type { Position } from '#event-store';
import {
  Choice,
  Choices,
  Codes,
  DayParameter,
  ListAsOf,
  PageCursor,
  PageLimit,
  SortOrder,
  WaitPosition,
  type OneOrMore,
} from '#http';
import { CONTINGENTS, DWELLING_TYPES, FINANCINGS } from '#territory';
import { VACANCY_STATUSES } from '../words';
import { VACANCY_SORTS } from './vacancy-lists';

export const SORT_WORDS = Object.keys(VACANCY_SORTS) as (keyof typeof VACANCY_SORTS)[];

/** The filters and the order of the list of vacancies, named as the columns of the files. */
export class VacancyListQueryDto {
  @DayParameter('Premier jour de libération, inclus', '2024-01-01')
  readonly from?: string;

  @DayParameter('Dernier jour de libération, inclus', '2024-12-31')
  readonly to?: string;

  @Choices(VACANCY_STATUSES, 'Où en est la vacance')
  readonly status?: OneOrMore;

  @Choice(['O', 'N'], 'En retard : la prochaine étape a un dernier jour, et il est passé')
  readonly late?: string;

  @Codes('Commune de la résidence (code INSEE)', '78621')
  readonly code_insee?: OneOrMore;

  @Codes('Bailleur de ce jour', 'L-SABLIERE')
  readonly code_bailleur?: OneOrMore;

  @Codes('Résidence', 'R-0001')
  readonly code_residence?: OneOrMore;

  @Codes('Réservataire de l’orientation', 'L-ETAT')
  readonly code_reservataire?: OneOrMore;

  @Choices(CONTINGENTS, 'Contingent du réservataire')
  readonly contingent?: OneOrMore;

  @Choices(DWELLING_TYPES, 'Typologie du logement')
  readonly typologie?: OneOrMore;

  @Choices(FINANCINGS, 'Financement du logement')
  readonly financement?: OneOrMore;

  @SortOrder(SORT_WORDS, { usual: 'date_liberation', example: 'echeance,-date_liberation' })
  readonly sort?: string;

  @ListAsOf()
  readonly 'as-of'?: string;

  @WaitPosition()
  readonly wait?: Position;

  @PageLimit()
  readonly limit?: string;

  @PageCursor()
  readonly cursor?: string;
}

class ListedVacancyDto {
  @ApiProperty({ example: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10' })
  readonly vacancy!: string;

  @ApiProperty({ enum: VACANCY_STATUSES, example: 'oriented' })
  readonly status!: string;

  @ApiProperty({ type: 'integer', description: 'À donner en If-Match', example: 1 })
  readonly revision!: number;

  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'Dernière étape enregistrée',
    example: '2024-03-02T09:00:00.000Z',
  })
  readonly recordedAt!: string;

  @ApiProperty({ description: 'Code de la résidence', example: 'R-0001' })
  readonly residence!: string;

  @ApiProperty({ description: 'Code du bailleur de ce jour', example: 'L-SABLIERE' })
  readonly landlord!: string;

  @ApiProperty({ description: 'Code INSEE', example: '78621' })
  readonly commune!: string;

  @ApiProperty({ type: [String], description: 'QPV de la résidence, au jour de la déclaration', example: ['L-QPV-01'] })
  readonly districts!: readonly string[];

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Note de la résidence, au jour de la déclaration',
    example: 4,
  })
  readonly note!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'Code du réservataire', example: 'L-ETAT' })
  readonly holder!: string | null;

  @ApiProperty({ type: String, enum: CONTINGENTS, nullable: true, example: 'etat' })
  readonly contingent!: string | null;

  @ApiProperty({ description: 'Le bailleur désigne pour un tour', example: false })
  readonly forOneTurn!: boolean;

  @ApiProperty({ type: String, format: 'date', description: 'Jour de la libération', example: '2024-06-01' })
  readonly availableOn!: string;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Dernier jour de la prochaine étape',
    example: '2024-04-01',
  })
  readonly due!: string | null;

  @ApiProperty({ description: 'Ce jour est passé', example: false })
  readonly late!: boolean;

  @ApiProperty({ type: String, enum: DWELLING_TYPES, nullable: true, example: 'T3' })
  readonly dwellingType!: string | null;

  @ApiProperty({ type: String, enum: FINANCINGS, nullable: true, example: 'PLUS' })
  readonly financing!: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Centièmes de mètre carré', example: 6250 })
  readonly surface!: number | null;

  @ApiProperty({ description: 'Première mise en location', example: false })
  readonly firstLetting!: boolean;

  @ApiProperty({ type: 'integer', description: 'Candidats encore en lice', example: 0 })
  readonly candidates!: number;
}

export class VacancyPageDto {
  @ApiProperty({ type: [ListedVacancyDto] })
  readonly vacancies!: readonly ListedVacancyDto[];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'À donner en « cursor » pour la page suivante',
    example: null,
  })
  readonly next!: string | null;

  @ApiProperty({ type: 'integer', description: 'Vacances de la liste entière', example: 1 })
  readonly total!: number;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Instant de la liste',
    example: '2024-03-02T09:00:00.000Z',
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
