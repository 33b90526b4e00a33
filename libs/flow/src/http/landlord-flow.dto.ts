import { ApiProperty } from '@nestjs/swagger';
import { CONTINGENTS } from '#territory';
import { OUTSIDE_FLOW } from '#vacancy';
import { STATE_LIMITS } from '../figures/checks';

const count = (description: string, example: number): PropertyDecorator =>
  ApiProperty({ type: 'integer', description, example });
const rate = (description: string, example: number): PropertyDecorator =>
  ApiProperty({ type: Number, nullable: true, description, example });
const met = (description: string): PropertyDecorator =>
  ApiProperty({ type: Boolean, nullable: true, description, example: true });

export class NamedDto {
  @ApiProperty({ example: '78621' })
  readonly id!: string;

  @ApiProperty({ example: 'Trappes' })
  readonly label!: string;
}

class CellDto {
  @ApiProperty({ type: String, nullable: true, description: 'null : inconnu', example: 'T3' })
  readonly value!: string | null;

  @count('Logements proposés', 6)
  readonly proposed!: number;

  @count('Logements attribués', 5)
  readonly allocated!: number;
}

class BreakdownsDto {
  @ApiProperty({ type: [CellDto], description: 'Par typologie' })
  readonly dwellingType!: readonly CellDto[];

  @ApiProperty({ type: [CellDto], description: 'Par financement' })
  readonly financing!: readonly CellDto[];

  @ApiProperty({ type: [CellDto], description: '`qpv` et `hors_qpv`' })
  readonly district!: readonly CellDto[];

  @ApiProperty({ type: [CellDto], description: 'Par commune, code INSEE' })
  readonly commune!: readonly CellDto[];

  @ApiProperty({ type: [CellDto], description: 'Par période de construction : celle de la mise en service' })
  readonly buildingPeriod!: readonly CellDto[];
}

class QuarterDto {
  @count('Logements donnés', 3)
  readonly given!: number;

  @count('Logements attribués', 2)
  readonly allocated!: number;
}

class DelegatedQuarterDto extends QuarterDto {
  @ApiProperty({ description: 'Code INSEE', example: '78621' })
  readonly id!: string;

  @ApiProperty({ example: 'Trappes' })
  readonly label!: string;
}

class QuartersDto {
  @ApiProperty({ type: QuarterDto, description: 'Ce que l’EPCI garde' })
  readonly own!: QuarterDto;

  @ApiProperty({ type: [DelegatedQuarterDto], description: 'Ce que l’EPCI délègue, par commune' })
  readonly delegated!: readonly DelegatedQuarterDto[];

  @rate('La part que l’EPCI garde ; null où rien ne lui est donné', 0.25)
  readonly ownShare!: number | null;
}

class HolderFlowDto {
  @ApiProperty({ description: 'Code du réservataire', example: 'COMMUNE-78621' })
  readonly id!: string;

  @ApiProperty({ example: 'Commune de Trappes' })
  readonly label!: string;

  @ApiProperty({ enum: CONTINGENTS, type: String, nullable: true, example: 'commune' })
  readonly contingent!: string | null;

  @rate('La part convenue ; null : aucune. De tous les bailleurs, pondérée par leurs flux', 0.2)
  readonly share!: number | null;

  @count('Logements que la convention de réservation retire d’avance du flux', 0)
  readonly excluded!: number;

  @ApiProperty({ type: Number, description: 'Logements dus jusqu’ici', example: 12.4 })
  readonly owed!: number;

  @count('Logements donnés : orientés vers lui en dernier', 12)
  readonly given!: number;

  @rate('La part donnée ; null où le flux est vide', 0.1935483870967742)
  readonly givenShare!: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Le moindre nombre de logements de plus qui atteindrait la part ; null : aucun',
    example: 1,
  })
  readonly missing!: number | null;

  @count('Logements proposés, aussi rendus ou repris', 14)
  readonly proposed!: number;

  @count('Baux signés et non annulés', 11)
  readonly allocated!: number;

  @count('Donnés, pour un tour', 1)
  readonly givenForOneTurn!: number;

  @count('Attribués, pour un tour', 1)
  readonly allocatedForOneTurn!: number;

  @count('Donnés, première mise en location', 0)
  readonly givenFirstLettings!: number;

  @count('Attribués, première mise en location', 0)
  readonly allocatedFirstLettings!: number;

  @count('Proposés et rendus par le réservataire', 2)
  readonly returned!: number;

  @count('Proposés et repris par le bailleur', 1)
  readonly takenBack!: number;

  @count('Proposés avec un nouveau délai', 1)
  readonly renewed!: number;

  @count('Donnés, puis retirés de la location', 0)
  readonly closed!: number;

  @ApiProperty({ type: BreakdownsDto, description: 'Le bilan : chaque ventilation fait le total' })
  readonly breakdowns!: BreakdownsDto;

  @ApiProperty({ type: QuartersDto, nullable: true, description: 'Pour l’EPCI seulement' })
  readonly quarters!: QuartersDto | null;
}

class OutsideFlowDto {
  @ApiProperty({ enum: OUTSIDE_FLOW, example: 'mutation_interne' })
  readonly ground!: string;

  @count('Logements proposés', 2)
  readonly proposed!: number;

  @count('Logements attribués', 2)
  readonly allocated!: number;
}

class FlowCheckDto {
  @ApiProperty({ enum: STATE_LIMITS.map(({ code }) => code), example: 'STATE' })
  readonly code!: string;

  @ApiProperty({ type: Number, description: 'Au plus cette part du flux (R. 441-5-2)', example: 0.3 })
  readonly limit!: number;

  @rate('La part convenue ; null : aucune', 0.3)
  readonly share!: number | null;

  @met('La part convenue est dans la limite')
  readonly shareMet!: boolean | null;

  @count('Logements donnés', 18)
  readonly given!: number;

  @rate('La part donnée ; null où le flux est vide', 0.2903225806451613)
  readonly givenShare!: number | null;

  @met('La part donnée est dans la limite')
  readonly givenMet!: boolean | null;
}

export class LandlordFlowDto {
  @ApiProperty({ type: String, nullable: true, description: 'null : tous les bailleurs ensemble', example: 'L-LILAS' })
  readonly id!: string | null;

  @ApiProperty({ example: 'Bailleur des Lilas' })
  readonly label!: string;

  @count('Le flux jusqu’ici : logements donnés à tous les réservataires', 62)
  readonly dwellings!: number;

  @count('Logements proposés', 66)
  readonly proposed!: number;

  @count('Logements attribués', 58)
  readonly allocated!: number;

  @count('Logements que les conventions de réservation retirent d’avance', 4)
  readonly excluded!: number;

  @ApiProperty({ type: [OutsideFlowDto], description: 'Hors de toute part (R. 441-5), par motif' })
  readonly outsideFlow!: readonly OutsideFlowDto[];

  @rate('Toutes les parts convenues ensemble ; null : aucune', 1)
  readonly share!: number | null;

  @ApiProperty({ type: [FlowCheckDto], description: 'Les limites de l’État (R. 441-5-2)' })
  readonly checks!: readonly FlowCheckDto[];

  @ApiProperty({ type: [HolderFlowDto], description: 'Dans l’ordre de leurs codes' })
  readonly holders!: readonly HolderFlowDto[];
}
