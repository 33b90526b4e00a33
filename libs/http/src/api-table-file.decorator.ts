import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { MEDIA_TYPES } from './attachment';

/** Documents an answer that may be a file to keep, as CSV or XLSX. */
export function ApiTableFile(csvExample: string): MethodDecorator {
  return applyDecorators(
    ApiResponse({
      status: 200,
      content: {
        'text/csv': { schema: { type: 'string' }, example: csvExample },
        [MEDIA_TYPES.xlsx]: { schema: { type: 'string', format: 'binary' } },
      },
    }),
  );
}
