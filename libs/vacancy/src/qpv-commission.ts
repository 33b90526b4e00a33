import { FIRST_VERSION, StreamDefinition } from '#event-store';
import type { Day } from '#kernel';

/** The QPV commission of a commune, asked for by its mayor (L441-1-6): where it is on, holders propose and it designates. */
export interface QpvCommissionFacts {
  readonly commune: string;
  readonly from: Day;
  /** The last day; null while no end is set. */
  readonly until: Day | null;
  readonly askedByMayorOn: Day;
  /** The codes of its districts; null for all those of the commune. */
  readonly districts: readonly string[] | null;
  readonly rulesAdoptedOn: Day | null;
}

export interface QpvCommissionSet {
  readonly type: 'QpvCommissionSet';
  readonly data: QpvCommissionFacts;
}

/** One stream for each commune. */
export const QPV_COMMISSION_STREAMS = new StreamDefinition<QpvCommissionSet>({
  category: 'qpvcommission',
  types: { QpvCommissionSet: FIRST_VERSION },
});

/** Whether the commission is on that day for a residence in these districts. */
export function isCommissionOn(
  day: Day,
  residenceDistricts: readonly string[],
  commission: QpvCommissionFacts | undefined,
): boolean {
  if (!commission || day < commission.from || (commission.until !== null && day > commission.until)) return false;
  const { districts } = commission;
  return residenceDistricts.some((code) => districts === null || districts.includes(code));
}
