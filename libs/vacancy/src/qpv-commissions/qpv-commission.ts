import type { Aggregate } from '#deciding';
import { FIRST_VERSION, StreamDefinition } from '#event-store';
import { changesBetween, refuse, type Day, type Decision } from '#kernel';
import { firstOf, refuseBefore, refuseFuture } from '../checks';

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

export interface SetQpvCommission extends QpvCommissionFacts {
  readonly today: Day;
  readonly isCommune: boolean;
  /** The codes of the districts of the commune. */
  readonly communeDistricts: readonly string[];
}

export const QPV_COMMISSIONS: Aggregate<SetQpvCommission, QpvCommissionFacts | null, QpvCommissionSet> = {
  events: QPV_COMMISSION_STREAMS,
  initial: null,
  evolve: (_, { data }) => data,
  idOf: ({ commune }) => commune,
  decide: setQpvCommission,
};

/**
 * Sets the commission of a commune whole: the newest setting counts. Nothing where it is set so already. Refused:
 * `unknown-commune`, `value-not-admitted`, `day-in-future`, `day-out-of-order`.
 */
function setQpvCommission(command: SetQpvCommission, before: QpvCommissionFacts | null): Decision<QpvCommissionSet> {
  const { today, isCommune, communeDistricts, ...facts } = command;
  const { commune, from, until, askedByMayorOn, districts, rulesAdoptedOn } = facts;
  const foreign = districts?.find((code) => !communeDistricts.includes(code));
  const refusal = firstOf(
    () => (isCommune ? undefined : refuse('unknown-commune', { commune })),
    () => (foreign === undefined ? undefined : refuse('value-not-admitted', { field: 'qpv', value: foreign })),
    () => refuseFuture('demande_du_maire', askedByMayorOn, { today }),
    () => (rulesAdoptedOn ? refuseFuture('reglement_adopte_le', rulesAdoptedOn, { today }) : undefined),
    () => refuseBefore('date_debut', from, askedByMayorOn),
    () => (until ? refuseBefore('date_fin', until, from) : undefined),
  );
  if (refusal) return refusal;
  return before && !changesBetween(before, facts) ? [] : [{ type: 'QpvCommissionSet', data: facts }];
}
