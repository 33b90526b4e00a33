import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional, ValidateBy } from 'class-validator';
import { AskedAgainDto } from '#accounts/module';
import { IsOneOf, IsOpaque, IsTrueOrFalse } from '#http';
import { READING_MOTIVES } from '#readings';
import { NAMED_WORDS } from '../named/named-columns';
import { AnswerMomentDto } from './allocation-page.dto';
import { AreColumns } from './list-words';

export const NAMED_FORMATS = ['json', 'csv', 'xlsx'] as const;
const MOST_ROWS = 200;

/** The rows of a page, as a number of JSON. */
function IsPageSize(): PropertyDecorator {
  return ValidateBy({
    name: 'pageSize',
    validator: {
      validate: (value: unknown) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MOST_ROWS,
      defaultMessage: () => `un nombre entier de 1 à ${MOST_ROWS}`,
    },
  });
}

export class NamedListBodyDto extends AskedAgainDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Les paramètres de /api/allocations, nommés de même ; plusieurs valeurs en tableau',
    example: { code_insee: ['78621'], from: '2023-01-01', to: '2023-12-31', sort: '-date_bail' },
  })
  @IsObject({ message: 'un objet : les paramètres de la liste' })
  readonly filter!: object;

  @ApiPropertyOptional({
    enum: NAMED_WORDS,
    isArray: true,
    description: 'Exactement ces colonnes, dans cet ordre ; toutes, sans ce membre',
    example: ['numero_attribution', 'numero_unique', 'date_bail', 'code_residence'],
  })
  @IsOptional()
  @AreColumns(NAMED_WORDS)
  readonly columns?: readonly string[];

  @ApiPropertyOptional({ description: 'Les noms du territoire à la place des codes', example: false })
  @IsOptional()
  @IsTrueOrFalse()
  readonly labels?: boolean;

  @ApiProperty({ enum: READING_MOTIVES, description: 'Pourquoi : inscrit au journal', example: 'commission' })
  @IsOneOf(READING_MOTIVES)
  readonly motif!: (typeof READING_MOTIVES)[number];

  @ApiPropertyOptional({
    enum: NAMED_FORMATS,
    default: 'json',
    description: 'Une page, ou la liste entière en fichier ; pour un fichier, la session redemande un code',
    example: 'json',
  })
  @IsOptional()
  @IsOneOf(NAMED_FORMATS)
  readonly format?: (typeof NAMED_FORMATS)[number];

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MOST_ROWS, default: 50, example: 50 })
  @IsOptional()
  @IsPageSize()
  readonly limit?: number;

  @ApiPropertyOptional({
    description: 'Le « next » ou le « prev » d’une autre page, avec les mêmes filtres',
    example: 'WyIwMDAwMDAwMDAwMDAwMDAzMDU0MSJd',
  })
  @IsOptional()
  @IsOpaque('le « next » ou le « prev » d’une autre page')
  readonly cursor?: string;
}

export class NamedLinkDto {
  @ApiProperty({
    description: 'À demander une fois, avant « expiresAt », par la même personne et dans la même session',
    example: '/api/allocations/named/Zm9yIG9uZSB1c2Ugb25seSwgdGhlbiBub3RoaW5nIGVsc2U',
  })
  readonly link!: string;

  @ApiProperty({ type: String, format: 'date-time', example: '2024-01-31T09:01:00.000Z' })
  readonly expiresAt!: string;

  @ApiProperty({ type: 'integer', description: 'Lignes nominatives inscrites au journal', example: 50 })
  readonly count!: number;

  @ApiProperty({ type: 'integer', description: 'Lignes de la liste entière', example: 354 })
  readonly total!: number;
}

export class NamedPageDto extends AnswerMomentDto {
  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'Les colonnes demandées ; les noms sont null si le ménage a été effacé',
    example: [{ numero_attribution: 'ATT-1', numero_unique: '078000000000000001', date_bail: '2023-03-14' }],
  })
  readonly allocations!: readonly object[];

  @ApiProperty({ type: String, nullable: true, description: 'À donner en « cursor »', example: null })
  readonly next!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'À donner en « cursor »', example: null })
  readonly prev!: string | null;

  @ApiProperty({ type: 'integer', description: 'Lignes de la liste avant cette page', example: 0 })
  readonly offset!: number;

  @ApiProperty({ type: 'integer', description: 'Lignes de la liste entière', example: 354 })
  readonly total!: number;
}
