import type { ReservedFacts } from '#allocation';
import type { Day } from '#kernel';
import type { Contingent, DwellingType, Financing } from '#territory';
import { OUTSIDE_FLOW, type OutsideFlow } from '#vacancy';
import type { FlowShareFacts } from '../events';
import { buildingPeriodOf } from './building-periods';
import type { FlowDwelling } from './flow-dwelling';
import { proposalsOf, type Proposal } from './proposals';
import { sum, tallyLandlord, type Entry, type Features, type Tally } from './tally';

/** Where a residence is, and when it opened. */
export interface FlowPlace {
  readonly commune: string | null;
  readonly openedOn: Day | null;
}

/** A signed lease that was not cancelled, with what holds on the day of its signature. */
export interface FlowLease {
  readonly landlord: string;
  readonly holder: string;
  readonly residence: string;
  readonly inQpv: boolean;
  readonly dwellingType: DwellingType | null;
  readonly financing: Financing | null;
  readonly firstLetting: boolean;
  /** How the dwelling of a live lease was reserved; empty for a lease of a file. */
  readonly reserved: ReservedFacts;
}

/** What is recorded of one year. */
export interface FlowYear {
  readonly year: number;
  readonly shares: readonly FlowShareFacts[];
  readonly dwellings: readonly FlowDwelling[];
  readonly leases: readonly FlowLease[];
}

/** What the codes of the territory stand for. */
export interface FlowNames {
  /** The landlords to report, in the order of their codes. */
  readonly landlords: readonly { readonly id: string; readonly label: string }[];
  holder(code: string): { readonly label: string; readonly contingent: Contingent } | undefined;
  commune(code: string): string;
  place(residence: string): FlowPlace;
}

/** Dwellings outside every share for one ground (R441-5). */
export interface OutsideFlowCount {
  readonly ground: OutsideFlow;
  readonly proposed: number;
  readonly allocated: number;
}

/** What is counted of one landlord. */
export interface CountedLandlord {
  readonly tallies: readonly Tally[];
  readonly outsideFlow: readonly OutsideFlowCount[];
}

/** Counts the dwellings and the leases of one landlord. Those of another are left out. */
export function countLandlord(
  landlord: string,
  { year, shares, dwellings, leases }: FlowYear,
  names: FlowNames,
): CountedLandlord {
  const outside: OutsideFlowCount[] = [];
  const entries: Entry[] = [];
  for (const dwelling of dwellings.filter((one) => one.landlord === landlord))
    for (const proposal of proposalsOf(dwelling, year)) {
      const { outsideFlow: ground, isGiven } = proposal;
      if (ground === null) entries.push(entryOfProposal(proposal, dwelling, names));
      else if (isGiven) outside.push({ ground, proposed: 1, allocated: 0 });
    }
  for (const lease of leases.filter((one) => one.landlord === landlord)) {
    const ground = lease.reserved.outsideFlow as OutsideFlow | undefined;
    if (ground === undefined) entries.push(entryOfLease(lease, names));
    else outside.push({ ground, proposed: 0, allocated: 1 });
  }
  const own = shares.filter((share) => share.year === year && share.landlord === landlord);
  return { tallies: tallyLandlord(entries, own), outsideFlow: sumOutside(outside) };
}

function entryOfProposal(proposal: Proposal, dwelling: FlowDwelling, names: FlowNames): Entry {
  const { holder, isGiven, forOneTurn, delegatedTo, isReturned, isTakenBack, isRenewed, isClosed } = proposal;
  const given = one(isGiven);
  return {
    holder,
    delegatedTo,
    features: featuresOf(dwelling, names),
    counts: {
      proposed: 1,
      given,
      givenForOneTurn: one(isGiven && forOneTurn),
      givenFirstLettings: one(isGiven && dwelling.firstLetting),
      returned: one(isReturned),
      takenBack: one(isTakenBack),
      renewed: one(isRenewed),
      closed: one(isClosed),
    },
  };
}

function entryOfLease(lease: FlowLease, names: FlowNames): Entry {
  const { holder, firstLetting, reserved } = lease;
  return {
    holder,
    delegatedTo: reserved.delegatedTo ?? null,
    features: featuresOf(lease, names),
    counts: {
      allocated: 1,
      allocatedForOneTurn: one(reserved.forOneTurn === true),
      allocatedFirstLettings: one(firstLetting),
    },
  };
}

function featuresOf(
  of: Pick<FlowLease, 'residence' | 'inQpv' | 'dwellingType' | 'financing'>,
  names: FlowNames,
): Features {
  const { commune, openedOn } = names.place(of.residence);
  const { dwellingType, financing, inQpv } = of;
  return {
    dwellingType,
    financing,
    district: inQpv ? 'qpv' : 'hors_qpv',
    commune,
    buildingPeriod: buildingPeriodOf(openedOn),
  };
}

/** The counts of each ground, in the order of the grounds. */
export function sumOutside(counted: readonly OutsideFlowCount[]): readonly OutsideFlowCount[] {
  return OUTSIDE_FLOW.map((ground) => {
    const own = counted.filter((one) => one.ground === ground);
    return { ground, proposed: sum(own.map((one) => one.proposed)), allocated: sum(own.map((one) => one.allocated)) };
  });
}

function one(isCounted: boolean): number {
  return isCounted ? 1 : 0;
}
