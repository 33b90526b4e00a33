import { ApiProperty } from '@nestjs/swagger';
import { CRITERIA, type Criterion } from '#criteria';
import type { Day, JsonObject } from '#kernel';
import { BesideReceiptDto } from '../http/beside.dto';
import { findingText } from './criterion-words';
import type { Found } from './criteria-recorder';

/** What was found, and « Pourquoi ? ». */
export class FoundCriterionDto {
  @ApiProperty({ enum: CRITERIA, description: 'Le critère', example: 'sur_occupation' })
  readonly criterion!: Criterion;

  @ApiProperty({
    type: String,
    format: 'date',
    description: 'Jour où les justificatifs ont été vus',
    example: '2024-03-15',
  })
  readonly on!: Day;

  @ApiProperty({
    type: 'array',
    items: { type: 'string' },
    description: 'Sortes de justificatifs vues ; jamais le document',
    example: ['bail'],
  })
  readonly proofs!: readonly string[];

  @ApiProperty({ description: 'Code de la raison', example: 'too-small' })
  readonly because!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Nombres de la raison ; vide pour la violence, la santé et le handicap',
    example: { persons: 4, surface: 3350, leastSurface: 34 },
  })
  readonly with!: JsonObject;

  @ApiProperty({
    description: 'La même raison, en une phrase',
    example: 'Sur-occupation : 33,5 m² pour 4 personnes : moins de 34 m².',
  })
  readonly text!: string;
}

export class CriterionReceiptDto extends BesideReceiptDto {
  @ApiProperty({
    type: FoundCriterionDto,
    nullable: true,
    description: 'Le critère, s’il est établi après cette commande',
  })
  readonly criterion!: FoundCriterionDto | null;
}

export class EstablishedCriterionDto extends FoundCriterionDto {
  @ApiProperty({ description: 'Acteur qui a vu les justificatifs', example: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40' })
  readonly actor!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Son nom, s’il en a un',
    example: 'Service des attributions',
  })
  readonly actorName!: string | null;

  @ApiProperty({ description: 'Rôle sous lequel il a agi', example: 'agent_epci' })
  readonly role!: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'Instant de l’enregistrement',
    example: '2024-03-15T09:30:00.000Z',
  })
  readonly recordedAt!: string;
}

export class HouseholdCriteriaDto {
  @ApiProperty({ type: [EstablishedCriterionDto], description: 'Les critères établis, dans l’ordre où ils l’ont été' })
  readonly criteria!: readonly EstablishedCriterionDto[];
}

/** The finding with its sentence. */
export function foundDto({ criterion, on, proofs, because, with: numbers }: Found): FoundCriterionDto {
  const text = findingText(criterion, { because, with: numbers });
  return { criterion, on, proofs, because, with: numbers as JsonObject, text };
}
