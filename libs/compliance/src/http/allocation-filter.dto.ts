import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { COMPOSITIONS, APPLICATION_KINDS } from '#allocation';
import {
  Choice,
  Choices,
  Codes,
  DayParameter,
  FIGURE_CODE_SCHEMA,
  IsCode,
  IsOneOf,
  ListAsOf,
  SortOrder,
  WaitPosition,
  type OneOrMore,
} from '#http';
import type { Position } from '#event-store';
import { CONTINGENTS, DWELLING_TYPES, FINANCINGS } from '#territory';
import { SORT_WORDS } from '../lists/allocation-columns';
import { GoesWith, IsFigureCode, PART_WORDS, type PartWord } from './list-words';

const YES_NO = ['O', 'N'] as const;
const YES_NO_UNKNOWN = ['O', 'N', 'inconnu'] as const;
const NOTES = ['1', '2', '3', '4', '5', 'aucune'] as const;
const QUARTILES = ['1', '2', '3', '4', '2-4', '3-4', 'inconnu'] as const;

/** The filters and the order of the list and of its export, named as the columns of the files. No sealed field is among them. */
export class AllocationFilterDto {
  @DayParameter('Premier jour de signature, inclus', '2023-01-01')
  readonly from?: string;

  @DayParameter('Dernier jour de signature, inclus', '2023-12-31')
  readonly to?: string;

  @ApiPropertyOptional({
    ...FIGURE_CODE_SCHEMA,
    description:
      'Avec « part » : les baux, et eux seuls, que /api/compliance compte dans cette part de ce chiffre, aux mêmes dates, périmètre et instant',
    example: 'Q1_REHOUSED_OUTSIDE_QPV',
  })
  @IsOptional()
  @IsFigureCode()
  @GoesWith('part', PART_WORDS.join(' ou '))
  readonly figure?: string;

  @ApiPropertyOptional({
    enum: PART_WORDS,
    description: 'Avec « figure » : laquelle de ses parts',
    example: 'numerateur',
  })
  @IsOptional()
  @IsOneOf(PART_WORDS)
  @GoesWith('figure', 'le code d’un chiffre')
  readonly part?: PartWord;

  @Codes('Commune de la résidence (code INSEE)', '78621')
  readonly code_insee?: OneOrMore;

  @Codes('Secteur de la convention où se trouve la résidence', 'S-GIBAUDERIE')
  readonly code_secteur?: OneOrMore;

  @Codes('Bailleur au jour du bail', 'L-SABLIERE')
  readonly code_bailleur?: OneOrMore;

  @Codes('Résidence', 'R-0001')
  readonly code_residence?: OneOrMore;

  @Codes('Réservataire', 'L-ETAT')
  readonly code_reservataire?: OneOrMore;

  @Choices(CONTINGENTS, 'Contingent du réservataire')
  readonly contingent?: OneOrMore;

  @Choice(YES_NO, 'Désigné par une commune à la place de l’EPCI')
  readonly delegue?: string;

  @ApiPropertyOptional({ description: 'QPV où la résidence se trouvait au jour du bail', example: 'L-QPV-01' })
  @IsOptional()
  @IsCode()
  readonly code_qpv?: string;

  @Choice(YES_NO, 'En QPV au jour du bail')
  readonly en_qpv?: string;

  @Choices(NOTES, 'Note de fragilité de la résidence au jour du bail', 'aucune')
  readonly note?: OneOrMore;

  @Choices(QUARTILES, 'Quartile de ressources', 'inconnu')
  readonly quartile?: OneOrMore;

  @Choice(YES_NO, 'Public prioritaire')
  readonly prioritaire?: string;

  @Choice(YES_NO, 'Rapprochement du domicile et du travail')
  readonly domicile_travail?: string;

  @Choice(YES_NO_UNKNOWN, 'Travailleur essentiel')
  readonly travailleur_essentiel?: string;

  @Choice(APPLICATION_KINDS, 'Premier accès ou mutation')
  readonly type_demande?: string;

  @Choice(YES_NO, 'Relogement ANRU ou ORCOD')
  readonly reloge?: string;

  @Choice(YES_NO_UNKNOWN, 'Première mise en location')
  readonly premiere_mise_en_location?: string;

  @Choice(YES_NO_UNKNOWN, 'Bail qui n’a pas pris effet')
  readonly annulee?: string;

  @Choice(YES_NO, 'Bail corrigé ou annulé, d’après ce qui était enregistré à l’instant de la liste')
  readonly corrigee?: string;

  @Choices(DWELLING_TYPES, 'Typologie du logement')
  readonly typologie?: OneOrMore;

  @Choices(FINANCINGS, 'Financement du logement')
  readonly financement?: OneOrMore;

  @Choices(COMPOSITIONS, 'Composition du ménage')
  readonly composition?: OneOrMore;

  @ApiPropertyOptional({
    description: 'Ménages de ce public de la convention ; s’il est sensible, pour qui peut lire les listes nominatives',
    example: 'moins_25_ans',
  })
  @IsOptional()
  @IsCode()
  readonly publics?: string;

  @SortOrder(SORT_WORDS, { usual: 'date_bail', example: '-date_bail,code_residence' })
  readonly sort?: string;

  @ListAsOf()
  readonly 'as-of'?: string;

  @WaitPosition()
  readonly wait?: Position;
}
