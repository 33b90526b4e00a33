import { rateOf, type Share } from '#kernel';
import type { Contingent } from '#territory';
import { WHOLE } from '../events';
import { checksOf, type FlowCheck } from './checks';
import { countLandlord, sumOutside, type FlowNames, type FlowYear, type OutsideFlowCount } from './count-landlord';
import { sum, sumTallies, type Breakdown, type Cell, type Counts, type Tally } from './tally';

/** What one holder is owed and was given. */
export interface HolderFlow extends Counts {
  readonly id: string;
  readonly label: string;
  readonly contingent: Contingent | null;
  /** Agreed for the year, as an unrounded fraction; null where nothing is agreed. Of several landlords, weighted by their flows. */
  readonly share: number | null;
  readonly excluded: number;
  /** Dwellings owed so far: the share of the dwellings given to all. */
  readonly owed: number;
  /** Null where the flow is empty. */
  readonly givenShare: number | null;
  /** The least number of further dwellings, all for this holder, that makes its share whole; null where no number does. */
  readonly missing: number | null;
  readonly breakdowns: Readonly<Record<Breakdown, readonly Cell[]>>;
  /** Only for the EPCI: what it kept, and what it delegates to each commune. */
  readonly quarters: Quarters | null;
}

export interface Quarters {
  readonly own: { readonly given: number; readonly allocated: number };
  readonly delegated: readonly {
    readonly id: string;
    readonly label: string;
    readonly given: number;
    readonly allocated: number;
  }[];
  /** The part that the EPCI kept of what it was given; null where it was given nothing. */
  readonly ownShare: number | null;
}

/** The flow of one landlord, or of several together. */
export interface LandlordFlow {
  readonly id: string | null;
  readonly label: string;
  /** The flow so far: the dwellings given to all holders together. */
  readonly dwellings: number;
  readonly proposed: number;
  readonly allocated: number;
  /** Announced by the agreements, beside what really was outside. */
  readonly excluded: number;
  /** Dwellings outside every share (R441-5). */
  readonly outsideFlow: readonly OutsideFlowCount[];
  /** The shares of all holders together; null where nothing is agreed. */
  readonly share: number | null;
  readonly checks: readonly FlowCheck[];
  readonly holders: readonly HolderFlow[];
}

export interface FlowFigures {
  readonly landlords: readonly LandlordFlow[];
  /** All these landlords together. */
  readonly total: LandlordFlow;
  /** The names of the communes in the breakdowns. */
  readonly communes: readonly { readonly id: string; readonly label: string }[];
}

export const ALL_LANDLORDS = 'Ensemble des bailleurs';

/** The flow of a year, by landlord and together. A dwelling or a lease of another landlord is left out. */
export function flowFigures(recorded: FlowYear, names: FlowNames): FlowFigures {
  const counted = names.landlords.map((landlord) => ({ landlord, ...countLandlord(landlord.id, recorded, names) }));
  const landlords = counted.map(({ landlord, tallies, outsideFlow }) =>
    landlordFlow(landlord, tallies, outsideFlow, names, agreedAtOne),
  );
  const tallies = sumTallies(counted.map((one) => one.tallies));
  const dwellings = dwellingsOf(tallies);
  const isAgreed = counted.some((one) => agreedAtOne(one.tallies) !== null);
  const agreedTogether = (own: readonly Tally[]): Share | null =>
    isAgreed ? { numerator: sum(own.map(({ owed }) => owed)), denominator: dwellings * WHOLE } : null;
  const outside = sumOutside(counted.flatMap(({ outsideFlow }) => outsideFlow));
  const all = { id: null, label: ALL_LANDLORDS };
  const communes = new Set(tallies.flatMap(({ cells }) => cells.commune.flatMap(({ value }) => value ?? [])));
  return {
    landlords,
    total: landlordFlow(all, tallies, outside, names, agreedTogether),
    communes: [...communes].sort().map((id) => ({ id, label: names.commune(id) })),
  };
}

/** What is agreed with holders of one landlord; null where nothing is. */
function agreedAtOne(tallies: readonly Tally[]): Share | null {
  const shares = tallies.flatMap(({ share }) => share ?? []);
  return shares.length === 0 ? null : { numerator: sum(shares), denominator: WHOLE };
}

function landlordFlow(
  { id, label }: Pick<LandlordFlow, 'id' | 'label'>,
  tallies: readonly Tally[],
  outsideFlow: readonly OutsideFlowCount[],
  names: FlowNames,
  agreed: (tallies: readonly Tally[]) => Share | null,
): LandlordFlow {
  const dwellings = dwellingsOf(tallies);
  const share = agreed(tallies);
  return {
    id,
    label,
    dwellings,
    proposed: sum(tallies.map(({ counts }) => counts.proposed)),
    allocated: sum(tallies.map(({ counts }) => counts.allocated)),
    excluded: sum(tallies.map(({ excluded }) => excluded)),
    outsideFlow,
    share: share && rateOf(share),
    checks: checksOf(tallies, dwellings, (holder) => names.holder(holder)?.contingent ?? null, agreed),
    holders: tallies.map((tally) => holderFlow(tally, { share: agreed([tally]), dwellings }, names)),
  };
}

function holderFlow(
  { holder, excluded, owed, missing, counts, cells, delegated }: Tally,
  { share, dwellings }: { readonly share: Share | null; readonly dwellings: number },
  names: FlowNames,
): HolderFlow {
  const known = names.holder(holder);
  return {
    id: holder,
    label: known?.label ?? holder,
    contingent: known?.contingent ?? null,
    share: share && rateOf(share),
    excluded,
    owed: owed / WHOLE,
    givenShare: rateOf({ numerator: counts.given, denominator: dwellings }),
    missing,
    ...counts,
    breakdowns: cells,
    quarters: known?.contingent === 'epci' ? quartersOf(delegated, names) : null,
  };
}

function quartersOf(delegated: Tally['delegated'], names: FlowNames): Quarters {
  const { given = 0, allocated = 0 } = delegated.find(({ commune }) => commune === null) ?? {};
  return {
    own: { given, allocated },
    delegated: delegated.flatMap(({ commune, ...counts }) =>
      commune === null ? [] : [{ id: commune, label: names.commune(commune), ...counts }],
    ),
    ownShare: rateOf({ numerator: given, denominator: sum(delegated.map((one) => one.given)) }),
  };
}

function dwellingsOf(tallies: readonly Tally[]): number {
  return sum(tallies.map(({ counts }) => counts.given));
}
