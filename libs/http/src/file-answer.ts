import { Readable } from 'node:stream';
import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { printPdf, type PrintedDocument } from '#documents';
import { tableFile, type Table, type Workbook } from '#tables';

export const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
} as const;
export type FileFormat = keyof typeof MEDIA_TYPES;
/** The formats of a table. */
export type TableFormat = Extract<FileFormat, 'csv' | 'xlsx'>;

/**
 * Answers with a table as a CSV or XLSX file of that name. The file is sent while it is written.
 * @param workbook the table in a workbook for people; its only sheet is the table where absent
 */
export function answerTable<Row>(
  reply: FastifyReply,
  format: TableFormat,
  name: string,
  table: Table<Row>,
  workbook?: Workbook,
): Readable {
  asAttachment(reply, format, name);
  return fileStream(tableFile(format, table, workbook));
}

/** Answers with a document as a PDF file of that name. */
export async function answerDocument(
  reply: FastifyReply,
  name: string,
  document: PrintedDocument,
): Promise<Uint8Array> {
  const pdf = await printPdf(document);
  asAttachment(reply, 'pdf', name);
  return pdf;
}

/** Answers with a text as a file of that name. */
export function answerText(reply: FastifyReply, name: string, text: string): string {
  asAttachment(reply, 'txt', name);
  return text;
}

/** Marks the answer as a file to save under that name. Only letters, digits, `-` and `_` are kept, so the name needs no escaping. */
export function asAttachment(reply: FastifyReply, format: FileFormat, name: string): FastifyReply {
  const safe = name.replace(/[^\w-]+/g, '-');
  return reply
    .header('content-type', MEDIA_TYPES[format])
    .header('content-disposition', `attachment; filename="${safe}.${format}"`)
    .header('cache-control', 'no-store');
}

/**
 * The chunks of a file as a stream, written no faster than the client reads. An error in the middle breaks the connection, so that the
 * client does not take the part that arrived for the whole file.
 */
export function fileStream(chunks: AsyncIterable<string | Uint8Array>): Readable {
  return Readable.from(chunks, { objectMode: false });
}

const BINARY = { schema: { type: 'string', format: 'binary' } } as const;

/** Documents an answer that may be a file of these formats. */
export function ApiPaperFile(formats: readonly FileFormat[]): MethodDecorator {
  return ApiResponse({
    status: 200,
    content: Object.fromEntries(formats.map((format) => [MEDIA_TYPES[format], BINARY])),
  });
}

/** Documents an answer that may be a CSV or XLSX file; also a PDF, where `printed`. */
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
