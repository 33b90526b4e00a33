import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import type { Position } from '#event-store';
import { invalidRequest, IsCode, IsOneOf, IsTrueOrFalse, WaitPosition } from '#http';
import { SUBJECT_KINDS, type AskedSubject } from '../history/subject';

const FORMATS = ['json', 'csv', 'xlsx'] as const;

/** The search is in the body of the request, because a number must never be in an address. */
export class AuditHistoryBodyDto {
  @ApiPropertyOptional({
    description: 'Numéro de l’attribution, ou son identifiant interne',
    example: '0c0f2f0e-7c6b-4a53-9f2e-5f3f9a1f7d10',
  })
  @IsOptional()
  @IsCode()
  readonly allocation?: string;

  @ApiPropertyOptional({ description: 'Code de la résidence', example: 'R-0001' })
  @IsOptional()
  @IsCode()
  readonly residence?: string;

  @ApiPropertyOptional({
    description: 'Numéro unique du ménage, ou son identifiant interne',
    example: '0c0f2f0e-7c6b-7a53-9f2e-5f3f9a1f7d11',
  })
  @IsOptional()
  @IsCode()
  readonly household?: string;

  @ApiPropertyOptional({
    type: Boolean,
    default: true,
    description: 'Montrer les données personnelles, à qui y a droit : la lecture est alors enregistrée',
    example: false,
  })
  @IsOptional()
  @IsTrueOrFalse()
  readonly names?: boolean;

  @WaitPosition()
  readonly wait?: Position;

  @ApiPropertyOptional({
    enum: FORMATS,
    default: 'json',
    description: 'csv et xlsx : un fichier joint',
    example: 'json',
  })
  @IsOptional()
  @IsOneOf(FORMATS)
  readonly format?: (typeof FORMATS)[number];
}

/** @throws ProblemError `invalid-request` unless exactly one dossier is named */
export function askedOf(body: AuditHistoryBodyDto): AskedSubject {
  const asked = SUBJECT_KINDS.filter((kind) => body[kind] !== undefined);
  const [kind] = asked;
  if (kind !== undefined && asked.length === 1) return { kind, value: body[kind]! };
  const expected = 'un dossier et un seul : allocation, residence ou household';
  throw invalidRequest([{ parameter: 'allocation', value: null, expected }]);
}
