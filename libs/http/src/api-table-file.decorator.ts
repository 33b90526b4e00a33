import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { MEDIA_TYPES } from './attachment';

const BINARY = { schema: { type: 'string', format: 'binary' } } as const;

/** Documents an answer that may be a file to keep, as CSV or XLSX; and as a PDF, where it is also printed. */
export function ApiTableFile(csvExample: string, { printed = false } = {}): MethodDecorator {
  return applyDecorators(
    ApiResponse({
      status: 200,
      content: {
        'text/csv': { schema: { type: 'string' }, example: csvExample },
        [MEDIA_TYPES.xlsx]: BINARY,
        ...(printed && { [MEDIA_TYPES.pdf]: BINARY }),
      },
    }),
  );
}
