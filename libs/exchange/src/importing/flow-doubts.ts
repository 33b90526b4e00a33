import { FLOW_SHARE_STREAMS, shareId, STATE_LIMITS, WHOLE, type FlowShareFacts } from '#flow';
import { readWholeStream, recordsOf, type EventStore } from '#event-store';
import { HOLDER_STREAMS, type Contingent, type ReservationHolderFacts } from '#territory';
import type { CellNotice } from '../reading/fault';
import type { ParsedRow } from './parsed-import';

/** What the shares of one landlord come to in one year, with the row of the import that was read last. */
interface AgreedYear {
  readonly shares: readonly FlowShareFacts[];
  readonly last: ParsedRow<FlowShareFacts>;
}

export type LineDoubt = CellNotice & { readonly line: number };

/**
 * Shares of a landlord and year that come to more than the whole flow, or give the State more than the law does (R441-5-2). Those of
 * the import replace the recorded ones.
 */
export async function doubtsOfShares(
  given: readonly ParsedRow<FlowShareFacts>[],
  holders: readonly ParsedRow<ReservationHolderFacts>[],
  store: EventStore,
): Promise<readonly LineDoubt[]> {
  if (given.length === 0) return [];
  const known = new Map((await recordsOf(store, FLOW_SHARE_STREAMS)).map((facts) => [shareId(facts), facts]));
  for (const { row } of given) known.set(shareId(row), row);
  const contingents = new Map(holders.map(({ row }) => [row.code, row.contingent]));
  const doubts: LineDoubt[] = [];
  for (const year of agreedYears(given, [...known.values()])) {
    for (const { holder } of year.shares)
      if (!contingents.has(holder)) contingents.set(holder, await recordedContingent(holder, store));
    doubts.push(...doubtsOfYear(year, (holder) => contingents.get(holder)));
  }
  return doubts;
}

function agreedYears(
  given: readonly ParsedRow<FlowShareFacts>[],
  known: readonly FlowShareFacts[],
): readonly AgreedYear[] {
  const lasts = new Map(given.map((each) => [`${each.row.year}|${each.row.landlord}`, each]));
  return [...lasts.values()].map((last) => {
    const { year, landlord } = last.row;
    return { last, shares: known.filter((one) => one.year === year && one.landlord === landlord) };
  });
}

async function recordedContingent(holder: string, store: EventStore): Promise<Contingent> {
  const facts = HOLDER_STREAMS.fold(await readWholeStream(store, HOLDER_STREAMS.name(holder)));
  return facts?.contingent ?? 'autre';
}

function doubtsOfYear(
  { shares, last: { row, line } }: AgreedYear,
  contingentOf: (holder: string) => Contingent | undefined,
): readonly LineDoubt[] {
  const sumOf = (counted: (contingent: Contingent | undefined) => boolean): number =>
    shares.reduce((sum, { holder, share }) => sum + (counted(contingentOf(holder)) ? share : 0), 0);
  const doubts: LineDoubt[] = [];
  const doubtful = (sum: number, message: string): void => {
    doubts.push({ line, column: 'part', value: percentOf(row.share), message: `${message} : ${percentOf(sum)} %` });
  };
  const all = sumOf(() => true);
  if (all > WHOLE) doubtful(all, `les parts de ce bailleur dépassent le flux entier en ${row.year}`);
  for (const { contingents, limit, code } of STATE_LIMITS) {
    const state = sumOf((contingent) => (contingents as readonly (Contingent | undefined)[]).includes(contingent));
    const whose = code === 'STATE' ? 'de l’État' : 'des agents de l’État';
    if (state > limit) doubtful(state, `la part ${whose} dépasse ${percentOf(limit)} % en ${row.year} (R. 441-5-2)`);
  }
  return doubts;
}

/** Millionths as a percentage, in French. */
function percentOf(share: number): string {
  return String(share / 10_000).replace('.', ',');
}
