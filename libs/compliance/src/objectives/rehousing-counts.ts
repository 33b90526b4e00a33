import type { RehousingObjectiveFigure } from '#convention';
import type { Share } from '#kernel';

export type RehousingShares = Readonly<Record<RehousingObjectiveFigure, Share>>;

/** The figures of rehousing on a day: of all the operations together, and of each one in the order of their codes. */
export interface CountedRehousings {
  readonly total: RehousingShares;
  readonly operations: readonly { readonly id: string; readonly label: string; readonly figures: RehousingShares }[];
}
