import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { csvTable, xlsxTable, type Table } from '#tables';
import { asAttachment, type TableFormat } from './attachment';
import { fileStream } from './file-stream';

/** A table as the file of that name, which the answer sends as it is made. */
export function answerTable<Row>(reply: FastifyReply, format: TableFormat, name: string, table: Table<Row>): Readable {
  asAttachment(reply, format, name);
  return fileStream(format === 'csv' ? csvTable(table) : xlsxTable(table));
}
