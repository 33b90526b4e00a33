import { useAddress } from '../../url/address';
import { useAsOfParameter } from '../../url/as-of';
import { oneOf } from '../../url/search';
import { usePeriod } from '../../url/use-period';
import type { Period } from '../../url/period';

/** The days of a report, with the instant as of which it is read. */
export interface ReportQuery extends Period {
  readonly 'as-of'?: string;
}

/** What the address asks of a report of objectives; the page, its call and its file share it. */
export function useReportQuery(): {
  readonly period: Period;
  readonly years: readonly number[];
  readonly query: ReportQuery;
  /** The same, with the day whose objectives are taken. */
  readonly judged: ReportQuery & { readonly on?: string };
} {
  const { period, years } = usePeriod();
  const asOf = useAsOfParameter();
  const on = oneOf(useAddress().search, 'on');
  const query = { ...period, ...asOf };
  return { period, years, query, judged: { ...query, ...(on !== undefined && { on }) } };
}
