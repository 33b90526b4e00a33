import { applyDecorators } from '@nestjs/common';
import {
  ApiBody,
  ApiExtraModels,
  ApiProperty,
  ApiPropertyOptional,
  ApiQuery,
  ApiUnprocessableEntityResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import { ApiRequestKey, PROBLEM_MEDIA_TYPE, ProblemDto, problemOf } from '#http';
import { ALLOCATIONS } from '../files';
import { columnExample, columnSchema, type Column } from '#cells';
import { LEASE_OUTCOMES } from '#allocation';

class LeaseNoticeDto {
  @ApiProperty({ example: 'code_residence' })
  readonly column!: string;

  @ApiProperty({ description: 'Valeur trouvée', example: 'R-9999' })
  readonly value!: string;

  @ApiProperty({ example: 'code inconnu : celui d’une résidence enregistrée est attendu' })
  readonly message!: string;
}

/** The answer to a recorded lease. */
export class LeaseAnswerDto {
  @ApiProperty({ description: 'Identifiant interne du bail', example: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10' })
  readonly id!: string;

  @ApiProperty({ enum: LEASE_OUTCOMES, description: 'Ce que l’envoi a fait', example: 'signed' })
  readonly outcome!: string;

  @ApiProperty({ type: 'integer', description: 'Rang du dernier événement du bail, depuis 0', example: 0 })
  readonly revision!: number;

  @ApiProperty({
    description: 'Position dans l’histoire, à donner en « wait » pour lire ce qui vient d’être écrit',
    example: '00000000000000030542',
  })
  readonly position!: string;

  @ApiProperty({ type: [LeaseNoticeDto], description: 'Valeurs douteuses, mais possibles', example: [] })
  readonly warnings!: readonly LeaseNoticeDto[];

  @ApiPropertyOptional({ description: 'Avec « wait » : si les chiffres et les listes le montrent déjà', example: true })
  readonly shown?: boolean;
}

/** The problem of a refused lease, by column. */
class LeaseRefusedDto extends ProblemDto {
  @ApiProperty({ type: [LeaseNoticeDto] })
  readonly faults!: readonly LeaseNoticeDto[];

  @ApiProperty({ type: [LeaseNoticeDto] })
  readonly warnings!: readonly LeaseNoticeDto[];
}

function bodySchema(): object {
  const { columns } = ALLOCATIONS;
  const byName = (valueOf: (column: Column) => unknown): object =>
    Object.fromEntries(columns.map((column) => [column.name, valueOf(column)]));
  return {
    type: 'object',
    required: columns.filter(({ required }) => required).map(({ name }) => name),
    properties: byName(columnSchema),
    example: byName(columnExample),
  };
}

/** The documentation of the request. The readers of the columns read the request itself. */
export function ApiLeaseRequest(): MethodDecorator {
  return applyDecorators(
    ApiBody({
      schema: bodySchema(),
      description:
        'Les colonnes de attributions.csv, dont une (O/N) par public de la convention ; une colonne absente est inconnue',
    }),
    ApiQuery({
      name: 'wait',
      required: false,
      description: 'Répondre quand les chiffres et les listes le montrent',
      schema: { type: 'string', enum: ['true', 'false'], example: 'true' },
    }),
    ApiRequestKey(),
  );
}

export function ApiLeaseRefused(): MethodDecorator {
  const fault: LeaseNoticeDto = {
    column: 'code_residence',
    value: 'R-9999',
    message: 'code inconnu : celui d’une résidence enregistrée est attendu',
  };
  const refused = { ...problemOf('lease-refused', { faults: 1 }), faults: [fault], warnings: [] };
  const examples = {
    'lease-refused': { value: refused },
    'idempotency-key-reused': { value: problemOf('idempotency-key-reused') },
  };
  return applyDecorators(
    ApiExtraModels(LeaseRefusedDto, ProblemDto),
    ApiUnprocessableEntityResponse({
      description: 'Bail refusé : chaque erreur, par colonne ; ou clé d’idempotence déjà employée',
      content: {
        [PROBLEM_MEDIA_TYPE]: {
          schema: { oneOf: [{ $ref: getSchemaPath(LeaseRefusedDto) }, { $ref: getSchemaPath(ProblemDto) }] },
          examples,
        },
      },
    }),
  );
}
