import type { FastifyReply } from 'fastify';
import { printPdf, type PrintedDocument } from '#documents';
import { asAttachment } from './attachment';

/** A document as the PDF of that name. */
export async function answerDocument(
  reply: FastifyReply,
  name: string,
  document: PrintedDocument,
): Promise<Uint8Array> {
  const pdf = await printPdf(document);
  asAttachment(reply, 'pdf', name);
  return pdf;
}
