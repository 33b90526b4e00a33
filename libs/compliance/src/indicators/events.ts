import { RecordDefinition, type EventOf } from '#event-store';
import { daysOfSemester, parseSemester, type Day, type Decimal } from '#kernel';
import type { ReportScope } from '../figures/figure';

/** The id of the territory itself, whatever SIREN its convention gives. */
export const WHOLE_TERRITORY = 'epci';

/** A figure that comes from elsewhere (demand, vacancy, turnover, rents), about an entity and a period. It is never counted from leases. */
export interface IndicatorFacts {
  readonly code: string;
  readonly kind: ReportScope;
  /** The code of the entity, as in reports; `epci` for the territory. */
  readonly id: string;
  /** A year, `AAAA`, or a half of one, `AAAA-S1`. */
  readonly period: string;
  readonly value: Decimal;
  /** Who gives the figure, and where it is printed. */
  readonly source: string;
  readonly sourceDay: Day;
}

/** One stream for each code, entity and period. No part of the id contains a bar. */
export const INDICATOR_STREAMS = new RecordDefinition({
  category: 'indicator',
  declared: 'IndicatorRecorded',
  corrected: 'IndicatorCorrected',
  id: ({ period, kind, code, id }: IndicatorFacts) => [period, kind, code, id].join('|'),
});

export type IndicatorEvent = EventOf<typeof INDICATOR_STREAMS>;

/** The first day of a period: of its year, or of its half-year. */
export function firstDayOfPeriod(period: string): Day {
  const semester = parseSemester(period);
  return semester ? daysOfSemester(semester).from : (`${period}-01-01` as Day);
}
