import { applyDecorators } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiProperty,
  ApiPropertyOptional,
  ApiUnprocessableEntityResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsOneOf, PROBLEM_MEDIA_TYPE, ProblemDto, problemOf } from '#http';

export class ImportQueryDto {
  @ApiPropertyOptional({
    enum: ['true', 'false'],
    default: 'false',
    description: 'Dit ce que l’import ferait, sans rien écrire',
    example: 'true',
  })
  @IsOptional()
  @IsOneOf(['true', 'false'])
  readonly 'dry-run'?: string;
}

class CellNoticeDto {
  @ApiProperty({ example: 'attributions.csv' })
  readonly file!: string;

  @ApiProperty({
    type: 'integer',
    description: 'L’en-tête est la ligne 1, puis une par enregistrement ; 0 : le fichier entier',
    example: 14,
  })
  readonly line!: number;

  @ApiPropertyOptional({
    type: 'integer',
    description:
      'La ligne du fichier, ou de la feuille, quand elle diffère : lignes vides et retours à la ligne y comptent',
    example: 17,
  })
  readonly fileLine?: number;

  @ApiProperty({ example: 'code_residence' })
  readonly column!: string;

  @ApiProperty({ description: 'Valeur trouvée', example: 'R-9999' })
  readonly value!: string;

  @ApiProperty({ example: 'aucune résidence de residences.csv n’a ce code' })
  readonly message!: string;

  @ApiPropertyOptional({
    description: 'Le code du refus, d’une ligne que la procédure ou le périmètre refuse',
    example: 'vacancy-already-open',
  })
  readonly code?: string;
}

class FileCountDto {
  @ApiProperty({ example: 'attributions.csv' })
  readonly file!: string;

  @ApiProperty({ type: 'integer', example: 1645 })
  readonly rows!: number;

  @ApiProperty({ type: 'integer', description: 'Événements ajoutés par ses lignes', example: 1645 })
  readonly events!: number;

  @ApiProperty({ type: 'integer', description: 'Événements qui découlent d’autres', example: 0 })
  readonly derived!: number;

  @ApiProperty({ type: 'integer', description: 'Lignes qui n’apprennent rien de nouveau', example: 0 })
  readonly unchanged!: number;
}

class UnmappedValueDto {
  @ApiProperty({ example: 'export-baux.csv' })
  readonly file!: string;

  @ApiProperty({ example: 'financement' })
  readonly column!: string;

  @ApiProperty({ example: 'PLA-I' })
  readonly value!: string;

  @ApiProperty({ type: 'integer', example: 12 })
  readonly count!: number;
}

/** The report that `mixite import --format json` prints. */
export class ImportReportDto {
  @ApiProperty({ type: [FileCountDto] })
  readonly files!: readonly FileCountDto[];

  @ApiProperty({ type: [CellNoticeDto], example: [] })
  readonly faults!: readonly CellNoticeDto[];

  @ApiProperty({ type: [CellNoticeDto], description: 'Valeurs douteuses, mais possibles' })
  readonly warnings!: readonly CellNoticeDto[];

  @ApiPropertyOptional({ type: [UnmappedValueDto], description: 'Avec une correspondance : valeurs sans équivalent' })
  readonly unmapped?: readonly UnmappedValueDto[];
}

/** The problem of a refused import, by cell. */
export class ImportRefusedDto extends ProblemDto {
  @ApiProperty({ type: [CellNoticeDto] })
  readonly faults!: readonly CellNoticeDto[];

  @ApiProperty({ type: [CellNoticeDto] })
  readonly warnings!: readonly CellNoticeDto[];

  @ApiPropertyOptional({ type: [UnmappedValueDto] })
  readonly unmapped?: readonly UnmappedValueDto[];

  @ApiPropertyOptional({ type: 'integer', description: 'Défauts au-delà de ceux qui sont donnés', example: 12 })
  readonly omitted?: number;
}

/** The form of the upload, for the documentation only: no object of this class is ever made. */
export class ImportUploadDto {
  @ApiProperty({
    type: 'array',
    items: { type: 'string', format: 'binary' },
    description: 'Un fichier par partie, sous son nom du format : communes.csv, attributions.xlsx…',
  })
  readonly fichiers!: readonly unknown[];

  @ApiPropertyOptional({
    type: String,
    format: 'binary',
    description: 'Correspondance (JSON) entre les fichiers d’un service et le format',
  })
  readonly mapping?: unknown;
}

const EXAMPLE_FAULT: CellNoticeDto = {
  file: 'attributions.csv',
  line: 14,
  column: 'code_residence',
  value: 'R-9999',
  message: 'aucune résidence de residences.csv n’a ce code',
};

export function ApiImportRefused(): MethodDecorator {
  const example = { ...problemOf('import-refused', { faults: 1 }), faults: [EXAMPLE_FAULT], warnings: [] };
  return applyDecorators(
    ApiExtraModels(ImportRefusedDto),
    ApiUnprocessableEntityResponse({
      description: 'Import refusé : chaque erreur, par cellule',
      content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: getSchemaPath(ImportRefusedDto) }, example } },
    }),
  );
}
