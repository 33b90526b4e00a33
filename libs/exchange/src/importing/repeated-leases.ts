import type { Lease } from '#allocation';
import type { CellNotice } from '../reading/fault';

interface EarlierLease {
  readonly line: number;
  readonly number: string;
}

/** Finds leases of a file that look like one lease under two numbers. Both may be true, and somebody should look at them. */
export class RepeatedLeases {
  private readonly byHousehold = new Map<string, EarlierLease>();
  private readonly byDwelling = new Map<string, EarlierLease>();

  /** Doubts because of an earlier line of the file. Cancelled leases are left out: another lease often replaces them. */
  doubtsOf(line: number, lease: Lease, lineText: (line: number) => string): readonly CellNotice[] {
    const { allocationNumber: number, signedOn, householdNumber, residence, dwellingReference, cancelled } = lease;
    if (cancelled === true) return [];
    const own = { line, number };
    const sameHousehold = firstOf(this.byHousehold, `${householdNumber} ${signedOn}`, own);
    const sameDwelling = firstOf(this.byDwelling, `${residence} ${dwellingReference} ${signedOn}`, own);
    const earlier = sameHousehold ?? sameDwelling;
    if (!earlier) return [];
    const what = [...(sameHousehold ? ['même ménage'] : []), ...(sameDwelling ? ['même logement'] : [])].join(', ');
    const message = `${what}, même jour (${signedOn}) que le bail « ${earlier.number} », ${lineText(earlier.line)} : un seul bail sous deux numéros ?`;
    return [{ column: 'numero_attribution', value: number, message }];
  }
}

/** The first lease with that key; undefined where it is this one. */
function firstOf(known: Map<string, EarlierLease>, key: string, lease: EarlierLease): EarlierLease | undefined {
  const first = known.get(key);
  if (!first) known.set(key, lease);
  return first;
}
