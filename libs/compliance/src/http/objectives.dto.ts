import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import {
  OBJECTIVE_ACTORS,
  OBJECTIVE_SCOPES,
  REHOUSING_FIGURES,
  type ObjectiveActorKind,
  type ObjectiveScopeKind,
} from '#convention';
import type { Position } from '#event-store';
import {
  Choices,
  Codes,
  MomentOfAnswerDto,
  IsCalendarDay,
  IsDayOrInstant,
  IsOneOf,
  parseAsOf,
  valuesOf,
  WaitPosition,
  type OneOrMore,
} from '#http';
import { day } from '#kernel';
import type { ObjectivesQuery } from '../objectives/objectives-report';
import { EVERYBODY, type ObjectiveFilter } from '../objectives/objective-filter';
import { REPORT_FORMATS, type ReportFormat } from './compliance.dto';
import { FigureCodes, KNOWN_CODES } from './list-words';
import { ObjectiveLineDto } from './objective-line.dto';

/** The options of `mixite report objectives`, as parameters. */
export class ObjectivesQueryDto {
  @Choices(OBJECTIVE_SCOPES, 'Les objectifs de ces périmètres seulement')
  readonly scope?: OneOrMore;

  @Choices(
    [...OBJECTIVE_ACTORS, EVERYBODY],
    'Ceux qui ne comptent que les attributions d’un acteur de ces sortes ; « aucun » : ceux qui comptent toutes les attributions',
  )
  readonly actor?: OneOrMore;

  @FigureCodes('Ceux de ces chiffres', { known: [...KNOWN_CODES, ...REHOUSING_FIGURES] })
  readonly figure?: OneOrMore;

  @Codes('Ceux de ces codes (un inconnu n’en trouve aucun)', 'LOI-25')
  readonly code?: OneOrMore;

  @ApiProperty({
    type: String,
    format: 'date',
    description: 'Premier jour de signature, inclus',
    example: '2023-01-01',
  })
  @IsCalendarDay()
  readonly from!: string;

  @ApiProperty({
    type: String,
    format: 'date',
    description: 'Dernier jour de signature, inclus',
    example: '2023-12-31',
  })
  @IsCalendarDay()
  readonly to!: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'Le jour dont on prend les objectifs ; par défaut, le dernier de la période',
    example: '2023-12-31',
  })
  @IsOptional()
  @IsCalendarDay()
  readonly on?: string;

  @ApiPropertyOptional({
    description:
      'D’après ce qui était enregistré à cet instant (RFC 3339), ou à la fin de ce jour ; par défaut, tout ce qui l’est',
    example: '2024-01-31',
  })
  @IsOptional()
  @IsDayOrInstant()
  readonly 'as-of'?: string;

  @WaitPosition()
  readonly wait?: Position;

  @ApiPropertyOptional({
    enum: REPORT_FORMATS,
    default: 'json',
    description: 'csv, xlsx et pdf : un fichier joint',
    example: 'json',
  })
  @IsOptional()
  @IsOneOf(REPORT_FORMATS)
  readonly format?: ReportFormat;
}

export function objectivesQueryOf(query: ObjectivesQueryDto): ObjectivesQuery {
  return { ...momentOf(query), filter: filterOf(query) };
}

/** The DTO has checked each word. */
function filterOf({ scope, actor, figure, code }: ObjectivesQueryDto): ObjectiveFilter {
  const words = <Word extends string>(parameter: OneOrMore | undefined) =>
    parameter === undefined ? undefined : (valuesOf(parameter) as readonly Word[]);
  return {
    scopes: words<ObjectiveScopeKind>(scope),
    actors: words<ObjectiveActorKind | typeof EVERYBODY>(actor),
    figures: words(figure),
    codes: words(code),
  };
}

/** The days and the moment of a report of objectives. */
export function momentOf({
  from,
  to,
  on,
  'as-of': asOf,
}: Pick<ObjectivesQueryDto, 'from' | 'to' | 'on' | 'as-of'>): Omit<ObjectivesQuery, 'filter'> {
  return {
    from: day(from),
    to: day(to),
    on: on === undefined ? undefined : day(on),
    asOf: asOf === undefined ? undefined : parseAsOf(asOf),
  };
}

/** What `mixite report objectives --format json` prints. */
export class ObjectivesReportDto extends MomentOfAnswerDto {
  @ApiProperty({ type: String, format: 'date', example: '2023-01-01' })
  readonly from!: string;

  @ApiProperty({ type: String, format: 'date', example: '2023-12-31' })
  readonly to!: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'Avec une convention : le jour dont on prend les objectifs',
    example: '2023-12-31',
  })
  readonly targetsOn?: string;

  @ApiPropertyOptional({
    type: Boolean,
    description: 'Avec une convention : un objectif était-il autre un autre jour de la période',
    example: false,
  })
  readonly targetsChanged?: boolean;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Baux de la période, dans le périmètre de qui demande, dont le quartile est inconnu',
    example: 12,
  })
  readonly unknownQuartile!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Ceux dont il est connu seulement comme 2 à 4',
    example: 3,
  })
  readonly partialQuartile!: number | null;

  @ApiProperty({ type: [ObjectiveLineDto], description: 'Dans l’ordre de la convention' })
  readonly objectives!: readonly ObjectiveLineDto[];
}
