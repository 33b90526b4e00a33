import { isRehousingFigure, type RehousingObjectiveFigure } from '#convention';
import type { Share } from '#kernel';

export type RehousingShares = Readonly<Record<RehousingObjectiveFigure, Share>>;

/** The figures of rehousing on a day: of all the operations together, and of each one in the order of their codes. */
export interface CountedRehousings {
  readonly total: RehousingShares;
  readonly operations: readonly { readonly id: string; readonly label: string; readonly figures: RehousingShares }[];
}

/** The counts of a figure of rehousing for the whole territory or one operation; null where nothing counts them. */
export function rehousingCounts(
  figure: string,
  { kind, id }: { readonly kind: string; readonly id: string },
  moved: CountedRehousings | null,
): Share | null {
  if (!moved || !isRehousingFigure(figure)) return null;
  if (kind !== 'operation') return moved.total[figure];
  return moved.operations.find((operation) => operation.id === id)?.figures[figure] ?? null;
}
