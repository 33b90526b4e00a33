import type { Query } from '@nestjs/cqrs';
import { ConventionHistory, letterheadAt, type Letterhead } from '#convention';
import type { Position } from '#event-store';
import { isRefusal, type Day, type Instant, type Refusal } from '#kernel';
import { refusalError } from './refusal-error';
import { asReader } from './session';

/** A report, and what its paper and its workbook say of the territory. */
export interface ReadReport<Report> {
  readonly report: Report;
  readonly letterhead: Letterhead;
}

interface Shown {
  readonly asOf: Instant | null;
  readonly position: Position | null;
}

/**
 * Reads a report of the folder.
 * @param dayOf the day whose convention the letterhead names; the day of the report's instant where absent
 * @throws the refusal of the query as an error
 */
export function readReport<Report extends Shown>(
  folder: string,
  query: Query<Report | Refusal>,
  dayOf?: (report: Report) => Day,
): Promise<ReadReport<Report>> {
  return asReader(folder, async ({ queries, installation }) => {
    const report = await queries.execute(query);
    if (isRefusal(report)) throw await refusalError(report);
    const letterhead = await letterheadAt(new ConventionHistory(installation.eventStore), report, dayOf?.(report));
    return { report, letterhead };
  });
}
