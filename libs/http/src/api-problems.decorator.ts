import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, ApiPropertyOptional, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import type { ParameterFault } from './request.pipe';
import type { ProblemParams } from './installation-problems';
import { PROBLEM_MEDIA_TYPE, problemOf } from './problems';

class ParameterFaultDto implements ParameterFault {
  @ApiProperty({ example: 'from' })
  readonly parameter!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Valeur trouvée ; null si absente', example: '2024-02-30' })
  readonly value!: string | null;

  @ApiProperty({ example: 'un jour du calendrier, AAAA-MM-JJ ou JJ/MM/AAAA' })
  readonly expected!: string;
}

/** The form of every error answer. */
export class ProblemDto {
  @ApiProperty({ example: 'urn:mixite:problem:invalid-request' })
  readonly type!: string;

  @ApiProperty({ example: 'Paramètres non valides' })
  readonly title!: string;

  @ApiProperty({ example: 400 })
  readonly status!: number;

  @ApiProperty({ example: '« from » vaut « 2024-02-30 » ; attendu : un jour du calendrier, AAAA-MM-JJ ou JJ/MM/AAAA.' })
  readonly detail!: string;

  @ApiProperty({ description: 'Code stable, pour les programmes', example: 'invalid-request' })
  readonly code!: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description:
      'Numéro de la demande, à citer : le journal du service porte le même. Absent où il n’y a pas eu de demande lisible',
    example: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10',
  })
  readonly requestId?: string;

  @ApiPropertyOptional({ type: [ParameterFaultDto], description: 'Avec invalid-request : chaque paramètre en cause' })
  readonly parameters?: readonly ParameterFaultDto[];
}

const EXAMPLE_FAULT: ParameterFault = {
  parameter: 'from',
  value: '2024-02-30',
  expected: 'un jour du calendrier, AAAA-MM-JJ ou JJ/MM/AAAA',
};

const EXAMPLE_PARAMS: Readonly<Record<string, ProblemParams>> = {
  'invalid-request': {
    summary: '« from » vaut « 2024-02-30 » ; attendu : un jour du calendrier, AAAA-MM-JJ ou JJ/MM/AAAA.',
  },
  'import-refused': { faults: 1 },
  'request-too-large': { limit: '2 Gio' },
  unexpected: { incident: '3f0c8a52-6f0e-4d7b-9c55-0e6f3a1d2b4c' },
};

const EXAMPLE_MEMBERS: Readonly<Record<string, ProblemParams>> = {
  'invalid-request': { parameters: [{ ...EXAMPLE_FAULT }] },
};

/** The problems of every reading whose answer follows the history to a position. */
export const READ_PROBLEMS = [
  'invalid-request',
  'not-authenticated',
  'not-allowed',
  'scope-not-allowed',
  'unexpected',
  'unknown-position',
  'projection-late',
] as const;

/** Documents the problems that a route may answer, each with a realistic example. Codes with the same status share one response. */
export function ApiProblems(...codes: readonly string[]): MethodDecorator & ClassDecorator {
  const byStatus = new Map<number, string[]>();
  for (const code of codes) {
    const { status } = problemOf(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return applyDecorators(
    ApiExtraModels(ProblemDto),
    ...[...byStatus].map(([status, shared]) => problemResponse(status, shared)),
  );
}

function problemResponse(status: number, codes: readonly string[]): MethodDecorator & ClassDecorator {
  const examples = Object.fromEntries(
    codes.map((code) => [code, { value: problemOf(code, EXAMPLE_PARAMS[code], EXAMPLE_MEMBERS[code]) }]),
  );
  return ApiResponse({
    status,
    description: codes.map((code) => problemOf(code).title).join(' ; '),
    content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: getSchemaPath(ProblemDto) }, examples } },
  });
}
