import { ApiProperty } from '@nestjs/swagger';
import { NoteProperty } from './answer-parts.dto';

class SurveyFactsDto {
  @ApiProperty({ example: 'R-025' })
  readonly residence!: string;

  @ApiProperty({ type: 'integer', example: 2022 })
  readonly year!: number;

  @ApiProperty({ type: 'integer', description: 'Logements enquêtés', example: 118 })
  readonly dwellings!: number;

  @ApiProperty({ description: 'Taux de réponse, en pour cent, exact', example: '87.5' })
  readonly responseRate!: string;
}

class SurveyExclusionDto {
  @ApiProperty({ enum: ['response-rate', 'dwellings'], example: 'response-rate' })
  readonly kind!: string;

  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }], description: 'Ce qui est trouvé', example: '42.5' })
  readonly found!: string | number;

  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }], description: 'Le moins qu’il faut', example: '50' })
  readonly least!: string | number;
}

class MarkedIndicatorDto {
  @ApiProperty({
    enum: ['veryLowIncome', 'adultsInWork', 'singleParents', 'largeFamilies', 'minors'],
    example: 'veryLowIncome',
  })
  readonly indicator!: string;

  @ApiProperty({ description: 'La part trouvée, en pour cent, exacte', example: '38' })
  readonly share!: string;

  @ApiProperty({
    enum: ['high', 'low'],
    description: 'Plus fragile quand la part est haute, ou basse',
    example: 'high',
  })
  readonly worseWhen!: string;

  @ApiProperty({ description: 'La borne de la valeur 2', example: '32' })
  readonly second!: string;

  @ApiProperty({ description: 'La borne de la valeur 3', example: '43' })
  readonly third!: string;

  @ApiProperty({ type: 'integer', description: '1 (sain), 2 ou 3 (fragile)', example: 2 })
  readonly mark!: number;

  @ApiProperty({ type: 'integer', example: 2 })
  readonly weight!: number;
}

class FractionDto {
  @ApiProperty({ type: 'integer', example: 11 })
  readonly numerator!: number;

  @ApiProperty({ type: 'integer', example: 6 })
  readonly denominator!: number;
}

/** The statistical note, step by step. */
export class StatisticalNoteDto {
  @ApiProperty({ type: SurveyFactsDto })
  readonly survey!: SurveyFactsDto;

  @ApiProperty({
    type: [SurveyExclusionDto],
    description: 'Pourquoi l’enquête est écartée ; vide si elle ne l’est pas',
  })
  readonly exclusions!: readonly SurveyExclusionDto[];

  @ApiProperty({ type: [MarkedIndicatorDto] })
  readonly indicators!: readonly MarkedIndicatorDto[];

  @ApiProperty({ type: FractionDto, description: 'La moyenne pondérée, de 1 à 3, en fraction exacte' })
  readonly mean!: FractionDto;

  @ApiProperty({
    type: 'array',
    items: { type: 'integer' },
    description: 'Les coupures, en centièmes : à partir de chacune commence la note suivante',
    example: [125, 175, 225, 275],
  })
  readonly cuts!: readonly number[];

  @ApiProperty({ type: 'integer', description: 'Coupures atteintes', example: 2 })
  readonly cutsReached!: number;

  @NoteProperty('La note ; null si l’enquête est écartée', 3)
  readonly note!: number | null;
}
