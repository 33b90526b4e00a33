import type { Day } from '#kernel';
import type { OutsideFlow } from '#vacancy';
import type { FlowDwelling, HeldDwelling } from './flow-dwelling';

/** A dwelling that was proposed to a holder in a year. However often the holder had it that year, it counts once. */
export interface Proposal {
  readonly holder: string;
  /** The holder is the last that had the dwelling, and since that year: the dwelling counts in its share. */
  readonly isGiven: boolean;
  readonly forOneTurn: boolean;
  readonly outsideFlow: OutsideFlow | null;
  readonly delegatedTo: string | null;
  readonly isReturned: boolean;
  readonly isTakenBack: boolean;
  readonly isRenewed: boolean;
  /** Given, but withdrawn from letting. */
  readonly isClosed: boolean;
}

/** A vacancy that was closed for this motive should never have been declared. */
const ERROR = 'erreur';

/** The proposals of one dwelling in one year: one for each holder that had it. */
export function proposalsOf({ held, closedFor }: FlowDwelling, year: number): readonly Proposal[] {
  if (closedFor === ERROR) return [];
  const ofYear = held.filter(({ on }) => yearOf(on) === year);
  const holders = [...new Set(ofYear.map(({ holder }) => holder))];
  return holders.map((holder) => {
    const own = ofYear.filter((one) => one.holder === holder);
    const last = own.at(-1)!;
    const isGiven = last === held.at(-1);
    return {
      holder,
      isGiven,
      forOneTurn: last.forOneTurn,
      outsideFlow: last.outsideFlow,
      delegatedTo: last.delegatedTo,
      isReturned: own.some(({ ended }) => ended === 'returned'),
      isTakenBack: own.some(({ ended }) => ended === 'takenBack'),
      isRenewed: own.some(({ renewals }) => renewals > 0),
      isClosed: isGiven && closedFor !== null,
    };
  });
}

/** Which holder's share the dwelling counts in, and in which year. */
export interface Given {
  readonly holder: string;
  readonly year: number;
}

/** Null where the dwelling counts in no share. */
export function givenBy(dwelling: Pick<FlowDwelling, 'held' | 'closedFor'>): Given | null {
  const last: HeldDwelling | undefined = dwelling.held.at(-1);
  if (!last || last.outsideFlow !== null || dwelling.closedFor === ERROR) return null;
  return { holder: last.holder, year: yearOf(last.on) };
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
