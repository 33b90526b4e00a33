import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsCalendarDay, IsCode, IsOneOf, IsTrueOrFalse } from '#http';
import { day } from '#kernel';
import type { GivenListing } from '../recording/list-recorder';
import type { ListsQuery } from '../report/lists';
import { fragilityQueryOf, MomentQueryDto, ReadingHeaderDto } from './fragility-query.dto';
import { NamedDto } from './answer-parts.dto';

const LIST_FORMATS = ['json', 'csv', 'xlsx'] as const;

export class ListsQueryDto extends MomentQueryDto {
  @ApiPropertyOptional({ description: 'Un seul bailleur, par son code ; par défaut, tous', example: 'L-SABLIERE' })
  @IsOptional()
  @IsCode()
  readonly landlord?: string;

  @ApiPropertyOptional({
    enum: LIST_FORMATS,
    default: 'json',
    description: 'csv et xlsx : un fichier joint',
    example: 'json',
  })
  @IsOptional()
  @IsOneOf(LIST_FORMATS)
  readonly format?: (typeof LIST_FORMATS)[number];
}

export function listsQueryOf({ landlord, ...query }: ListsQueryDto): ListsQuery {
  return { ...fragilityQueryOf(query), landlord };
}

/** The list to establish. */
export class ListBodyDto {
  @ApiProperty({ description: 'Code du bailleur', example: '552141533' })
  @IsCode()
  readonly landlord!: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'Jour de la liste ; par défaut, aujourd’hui',
    example: '2025-01-28',
  })
  @IsOptional()
  @IsCalendarDay()
  readonly on?: string;

  @ApiPropertyOptional({
    description: 'Confirme une liste vide : ce bailleur n’a aucune résidence notée 4 ou 5 ce jour-là',
    example: true,
  })
  @IsOptional()
  @IsTrueOrFalse()
  readonly confirmsEmpty?: boolean;
}

export function givenListing({ landlord, on, confirmsEmpty }: ListBodyDto): GivenListing {
  return { landlord, ...(on !== undefined && { on: day(on) }), ...(confirmsEmpty !== undefined && { confirmsEmpty }) };
}

class ListedNoteDto {
  @ApiProperty({ description: 'Code de la résidence', example: 'R-025' })
  readonly residence!: string;

  @ApiProperty({ type: 'integer', minimum: 4, maximum: 5, example: 5 })
  readonly note!: number;
}

/** The answer to establishing a list: the list itself. */
export class ListReceiptDto {
  @ApiProperty({ description: 'Code du bailleur', example: '552141533' })
  readonly landlord!: string;

  @ApiProperty({ type: String, format: 'date', description: 'Jour de la liste', example: '2025-01-28' })
  readonly on!: string;

  @ApiProperty({ type: String, format: 'date', description: 'Dernier jour où elle vaut', example: '2028-01-27' })
  readonly lastDay!: string;

  @ApiProperty({ type: [ListedNoteDto], description: 'Les résidences notées 4 ou 5 ce jour, dans l’ordre des codes' })
  readonly residences!: readonly ListedNoteDto[];

  @ApiProperty({ enum: ['recorded', 'unchanged'], example: 'recorded' })
  readonly outcome!: string;

  @ApiProperty({ type: 'integer', example: 0 })
  readonly revision!: number;

  @ApiProperty({ description: 'Position dans l’histoire', example: '00000000000000030542' })
  readonly position!: string;
}

class ListedResidenceDto extends NamedDto {
  @ApiProperty({ type: NamedDto, nullable: true })
  readonly commune!: NamedDto | null;

  @ApiProperty({ type: 'integer', description: 'La note au jour de la liste', example: 5 })
  readonly note!: number;
}

class PriorityListDto {
  @ApiProperty({ type: NamedDto })
  readonly landlord!: NamedDto;

  @ApiProperty({ type: String, format: 'date', example: '2025-01-28' })
  readonly on!: string;

  @ApiProperty({ type: String, format: 'date', description: 'Dernier jour où elle vaut', example: '2028-01-27' })
  readonly lastDay!: string;

  @ApiProperty({
    type: Boolean,
    description: 'La plus récente de son bailleur au jour demandé, et pas finie',
    example: true,
  })
  readonly inForce!: boolean;

  @ApiProperty({ type: String, format: 'date-time', example: '2025-01-28T10:00:00.000Z' })
  readonly recordedAt!: string;

  @ApiProperty({ description: 'Qui l’a établie', example: 'administrator' })
  readonly actor!: string;

  @ApiProperty({ example: 'administrateur' })
  readonly role!: string;

  @ApiProperty({ type: [ListedResidenceDto] })
  readonly residences!: readonly ListedResidenceDto[];
}

/** The legal lists of priority residences. */
export class PriorityListsDto extends ReadingHeaderDto {
  @ApiProperty({ type: [PriorityListDto], description: 'Par bailleur, puis de la plus récente' })
  readonly lists!: readonly PriorityListDto[];
}
