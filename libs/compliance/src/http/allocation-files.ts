import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#access';
import { letterheadAt, type ConventionHistory } from '#convention';
import { answerTable, answerText, valuesOf, type OneOrMore, type TableFormat } from '#http';
import type { Instant } from '#kernel';
import {
  allocationFileName,
  allocationTable,
  allocationWorkbook,
  LIST_TITLE,
  type TableChoice,
} from '../exports/allocation-table';
import { criteriaText, listCriteria, type Criterion } from '../exports/list-criteria';
import { ALLOCATION_WORDS, type AllocationWord } from '../lists/allocation-columns';
import type { AllocationExport } from '../lists/allocation-lists';

/** What a file of leases is made of. */
export interface FileRequest {
  readonly format: TableFormat | 'criteria';
  readonly columns?: OneOrMore | undefined;
  readonly labels?: string | undefined;
  /** The parameters of the list, as they came. */
  readonly query: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
  readonly now: Instant;
}

/** Answers with the list as a file, or with what made it. */
export async function answerFile(
  reply: FastifyReply,
  list: AllocationExport,
  asked: FileRequest,
  convention: ConventionHistory,
): Promise<Readable | string> {
  const name = allocationFileName(list);
  const choice = await choiceOf(list, asked);
  if (asked.format === 'csv') return answerTable(reply, 'csv', name, allocationTable(list, choice));
  const criteria = await criteriaOf(list, asked, choice, convention);
  if (asked.format === 'criteria') return answerText(reply, `${name}-criteres`, criteriaText(LIST_TITLE, criteria));
  return answerTable(reply, 'xlsx', name, allocationTable(list, choice), allocationWorkbook(list, choice, criteria));
}

export async function choiceOf(
  list: Pick<AllocationExport, 'labels'>,
  { columns, labels }: Pick<FileRequest, 'columns' | 'labels'>,
): Promise<TableChoice> {
  const words = columns === undefined ? ALLOCATION_WORDS : (valuesOf(columns) as readonly AllocationWord[]);
  return { columns: words, labels: labels === 'true' ? await list.labels() : undefined };
}

export async function criteriaOf(
  list: Omit<AllocationExport, 'pages'>,
  { query, actor, now }: Pick<FileRequest, 'query' | 'actor' | 'now'>,
  { columns }: { readonly columns: readonly string[] },
  convention: ConventionHistory,
): Promise<readonly Criterion[]> {
  return listCriteria({
    query,
    columns,
    total: list.total,
    actor,
    madeAt: now,
    labels: await list.labels(),
    letterhead: await letterheadAt(convention, list),
    state: list,
  });
}
