import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AllocationRow } from '../lists/allocation-columns';
import { FACET_WORDS, type Facet, type FacetValue, type FacetWord } from '../lists/facets';

/** A text, or null where it is unknown. */
function MaybeText(description: string, example: string | null): PropertyDecorator {
  return ApiProperty({ type: String, nullable: true, description, example });
}

function MaybeFlag(description: string, example: boolean): PropertyDecorator {
  return ApiProperty({ type: Boolean, nullable: true, description: `${description} ; null si inconnu`, example });
}

export class AllocationRowDto implements AllocationRow {
  @ApiProperty({ description: 'Identifiant interne, tiré au hasard', example: '0c0f2f0e-7c6b-4a53-9f2e-5f3f9a1f7d10' })
  readonly identifiant!: string;

  @ApiProperty({ type: String, format: 'date', description: 'Jour de signature du bail', example: '2023-03-14' })
  readonly date_bail!: string;

  @MaybeText('Jour de la CALEOL', '2023-02-28')
  readonly date_caleol!: string | null;

  @ApiProperty({ example: 'R-0001' })
  readonly code_residence!: string;

  @ApiProperty({ description: 'Commune de la résidence', example: '78621' })
  readonly code_insee!: string;

  @MaybeText('Secteur de la convention où se trouve la résidence ; null si elle n’est dans aucun', 'S-GIBAUDERIE')
  readonly code_secteur!: string | null;

  @ApiProperty({ description: 'Bailleur au jour du bail', example: 'L-SABLIERE' })
  readonly code_bailleur!: string;

  @ApiProperty({ type: [String], description: 'QPV en vigueur au jour du bail', example: ['L-QPV-01'] })
  readonly code_qpv!: readonly string[];

  @MaybeFlag('En QPV au jour du bail', true)
  readonly en_qpv!: boolean | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Note de fragilité au jour du bail', example: 4 })
  readonly note!: number | null;

  @MaybeText('Typologie du logement', 'T3')
  readonly typologie!: string | null;

  @MaybeText('Financement du logement', 'PLUS')
  readonly financement!: string | null;

  @MaybeFlag('Première mise en location', false)
  readonly premiere_mise_en_location!: boolean | null;

  @MaybeFlag('Bail qui n’a pas pris effet', false)
  readonly annulee!: boolean | null;

  @ApiProperty({ example: 'L-ETAT' })
  readonly code_reservataire!: string;

  @ApiProperty({ example: 'etat' })
  readonly contingent!: string;

  @ApiProperty({ example: false })
  readonly delegue!: boolean;

  @ApiProperty({ enum: ['premier_acces', 'mutation'], example: 'premier_acces' })
  readonly type_demande!: string;

  @MaybeText('Quartile de ressources, ou intervalle ; null si inconnu', '2-4')
  readonly quartile!: string | null;

  @MaybeFlag('Public prioritaire', true)
  readonly prioritaire!: boolean | null;

  @MaybeFlag('Relogement ANRU ou ORCOD', false)
  readonly reloge!: boolean | null;

  @MaybeFlag('Rapprochement du domicile et du travail', false)
  readonly domicile_travail!: boolean | null;

  @MaybeFlag('Travailleur essentiel', false)
  readonly travailleur_essentiel!: boolean | null;

  @MaybeText('Composition du ménage', 'couple_enfants')
  readonly composition!: string | null;

  @ApiProperty({
    type: [String],
    description: 'Publics de la convention dont est le ménage, sauf ceux qu’elle dit sensibles',
    example: ['moins_25_ans'],
  })
  readonly publics!: readonly string[];

  @ApiProperty({
    description: 'Corrigé ou annulé depuis sa signature, d’après ce qui était enregistré à l’instant de la liste',
    example: false,
  })
  readonly corrigee!: boolean;
}

/** The moment of the history that an answer shows. */
export class AnswerMomentDto {
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Instant de l’histoire dont la réponse rend compte, le même à toutes les pages d’une liste',
    example: '2024-01-31T22:59:59.999Z',
  })
  readonly asOf!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Position dans l’histoire',
    example: '00000000000000030541',
  })
  readonly position!: string | null;
}

class FacetValueDto implements FacetValue {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Comme le filtre l’écrit ; null : les attributions sans valeur, que ce filtre ne demande pas',
    example: '1',
  })
  readonly value!: string | null;

  @ApiProperty({ type: 'integer', description: 'Lignes de la liste qui ont cette valeur', example: 142 })
  readonly count!: number;
}

class FacetDto implements Facet {
  @ApiProperty({ enum: FACET_WORDS, example: 'quartile' })
  readonly filter!: FacetWord;

  @ApiProperty({ type: [FacetValueDto], description: 'Les valeurs que des lignes ont ; les autres en ont zéro' })
  readonly values!: readonly FacetValueDto[];
}

export class AllocationPageDto extends AnswerMomentDto {
  @ApiProperty({ type: [AllocationRowDto] })
  readonly allocations!: readonly AllocationRowDto[];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'À donner en « cursor » pour la page suivante ; null après la dernière',
    example: 'WyIwMDAwMDAwMDAwMDAwMDAzMDU0MSJd',
  })
  readonly next!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'À donner en « cursor » pour la page précédente ; null devant la première',
    example: null,
  })
  readonly prev!: string | null;

  @ApiProperty({ type: 'integer', description: 'Lignes de la liste avant cette page', example: 0 })
  readonly offset!: number;

  @ApiProperty({ type: 'integer', description: 'Lignes de la liste entière', example: 1645 })
  readonly total!: number;

  @ApiPropertyOptional({
    type: [FacetDto],
    description:
      'Présent si « facets » en demande, dans le même ordre : ce que la liste aurait de lignes, valeur par valeur',
  })
  readonly facets?: readonly FacetDto[];
}
