import { ApiProperty } from '@nestjs/swagger';

/** The name of the enum of all figures in the OpenAPI document. The service, which knows every library, writes its values. */
export const FIGURE_CODE = 'FigureCode';

/** The code of a figure in the OpenAPI document: one that the product counts, or that of a public of a convention. */
export const FIGURE_CODE_SCHEMA = {
  oneOf: [
    { $ref: `#/components/schemas/${FIGURE_CODE}` },
    { type: 'string', pattern: '^PUBLIC_[A-Z][A-Z0-9_]{0,49}$' },
  ],
};

/** Documents the code of a figure in an answer. */
export function FigureCodeMember(description = 'Le code d’un chiffre'): PropertyDecorator {
  return ApiProperty({ ...FIGURE_CODE_SCHEMA, description, example: 'Q1_REHOUSED_OUTSIDE_QPV' });
}
