import type { FastifyReply } from 'fastify';

export const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;
export type FileFormat = keyof typeof MEDIA_TYPES;
/** Those of a table. */
export type TableFormat = Exclude<FileFormat, 'pdf'>;

/** Says that the answer is a file to keep, under that name (letters, digits, `-`, `_` only: it needs no escaping). */
export function asAttachment(reply: FastifyReply, format: FileFormat, name: string): FastifyReply {
  const safe = name.replace(/[^\w-]+/g, '-');
  return reply
    .header('content-type', MEDIA_TYPES[format])
    .header('content-disposition', `attachment; filename="${safe}.${format}"`)
    .header('cache-control', 'no-store');
}
