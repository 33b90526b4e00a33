import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CANDIDATE_STATUSES, VACANCY_STATUSES } from '../words';

const VACANCY = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10';

class DesignatedRowDto {
  @ApiProperty({ type: 'integer', description: 'Son rang dans la liste, à partir de 0', example: 0 })
  readonly row!: number;

  @ApiProperty({ example: VACANCY })
  readonly vacancy!: string;

  @ApiPropertyOptional({
    description: 'Le candidat ; absent à blanc',
    example: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d11',
  })
  readonly candidate?: string;

  @ApiProperty({ enum: VACANCY_STATUSES, description: 'L’état de la vacance ensuite', example: 'designated' })
  readonly status!: string;

  @ApiProperty({ type: 'integer', example: 2 })
  readonly revision!: number;

  @ApiProperty({ description: 'Position dans l’histoire', example: '00000000000000030542' })
  readonly position!: string;
}

class RowFaultDto {
  @ApiProperty({ example: 'dalo' })
  readonly column!: string;

  @ApiProperty({ description: 'Vide pour une valeur personnelle', example: '' })
  readonly value!: string;

  @ApiProperty({ example: 'cette valeur est obligatoire' })
  readonly message!: string;
}

class RefusedRowDto {
  @ApiProperty({ type: 'integer', description: 'Son rang dans la liste, à partir de 0', example: 3 })
  readonly row!: number;

  @ApiProperty({ description: 'Le code du refus, comme celui d’une désignation seule', example: 'application-ended' })
  readonly code!: string;

  @ApiProperty({ example: 'Demande close' })
  readonly title!: string;

  @ApiProperty({ example: 'La demande de ce ménage est close.' })
  readonly detail!: string;

  @ApiPropertyOptional({ type: [RowFaultDto], description: 'Les valeurs qui ne sont pas admises', example: [] })
  readonly faults?: readonly RowFaultDto[];

  @ApiPropertyOptional({
    enum: [...new Set([...VACANCY_STATUSES, ...CANDIDATE_STATUSES])],
    description: 'L’état présent, pour un refus de règle',
    example: 'let',
  })
  readonly present?: string;
}

/** What became of a list, or what would. */
export class DesignatedListDto {
  @ApiProperty({ type: 'integer', description: 'Le nombre de ménages désignés, ou qui le seraient', example: 12 })
  readonly count!: number;

  @ApiProperty({ type: [DesignatedRowDto] })
  readonly designations!: readonly DesignatedRowDto[];

  @ApiProperty({ type: [RefusedRowDto], description: 'Les lignes laissées de côté', example: [] })
  readonly refused!: readonly RefusedRowDto[];
}
