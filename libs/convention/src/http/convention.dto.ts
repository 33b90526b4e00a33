import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import type { Position } from '#event-store';
import { IsCalendarDay, IsDayOrInstant, parseAsOf, WaitPosition } from '#http';
import { day, type JsonObject } from '#kernel';
import { shownConventionSchema } from './openapi-schema';
import type { ConventionQuery } from '../queries/show-convention';

export class ConventionQueryDto {
  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'Le jour dont on demande ce qui est en vigueur ; par défaut, aujourd’hui dans le territoire',
    example: '2025-06-30',
  })
  @IsOptional()
  @IsCalendarDay()
  readonly on?: string;

  @ApiPropertyOptional({
    description:
      'D’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour ; par défaut, tout ce qui l’est',
    example: '2026-01-31',
  })
  @IsOptional()
  @IsDayOrInstant()
  readonly 'as-of'?: string;

  @WaitPosition()
  readonly wait?: Position;
}

export function conventionQueryOf({ on, 'as-of': asOf }: ConventionQueryDto): ConventionQuery {
  return {
    on: on === undefined ? undefined : day(on),
    asOf: asOf === undefined ? undefined : parseAsOf(asOf),
  };
}

class AmendmentInEffectDto {
  @ApiProperty({ example: 'AV-1' })
  readonly code!: string;

  @ApiProperty({ example: 'Avenant n° 1 : publics prioritaires' })
  readonly name!: string;

  @ApiProperty({ type: String, format: 'date', example: '2025-02-01' })
  readonly effectiveOn!: string;
}

const EXAMPLE: JsonObject = {
  territoire: { siren: '243500139', nom: 'Rennes Métropole', fuseau_horaire: 'Europe/Paris' },
  convention: {
    code: 'CIA-2025',
    nom: 'Convention intercommunale d’attribution',
    date_adoption: '2025-01-28',
    date_debut: '2017-01-28',
    date_fin: '2031-01-27',
  },
  secteurs: [],
  publics: [],
  professions_essentielles: [],
  categories_prioritaires: [],
  objectifs: [
    {
      code: 'LOI-25',
      nom: 'Hors QPV, au moins 25 % au premier quartile ou relogés',
      figure: 'Q1_REHOUSED_OUTSIDE_QPV',
      portee: { type: 'epci' },
      operateur: 'min',
      valeur: '25 %',
      periode: 'annee',
      origine: 'loi',
      source: 'CCH, article L441-1',
      date_debut: '2017-01-28',
      date_fin: null,
    },
  ],
  delais: { reponse_offre_jours: 10, renouvellement_notes_annees: 2, liste_residences_annees: 3 },
  conservation: { apres_fin_demande_mois: 12 },
};

export class ShownConventionDto {
  @ApiProperty({ type: String, format: 'date', example: '2025-06-30' })
  readonly on!: string;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Instant de l’histoire dont la réponse rend compte ; null tant qu’elle est vide',
    example: '2026-01-31T22:59:59.999Z',
  })
  readonly asOf!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Position dans l’histoire',
    example: '0000000000030541',
  })
  readonly position!: string | null;

  @ApiProperty({
    ...shownConventionSchema(),
    nullable: true,
    description: 'Ce qui est en vigueur ce jour-là, dans les clés de convention.json ; null sans convention',
    example: EXAMPLE,
  })
  readonly convention!: JsonObject | null;

  @ApiProperty({ type: [AmendmentInEffectDto], description: 'Les avenants qui ont pris effet, dans leur ordre' })
  readonly amendments!: readonly AmendmentInEffectDto[];
}
