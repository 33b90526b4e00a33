import type { Lease } from '#allocation';
import type { CellNotice } from '../reading/fault';

interface ToldLease {
  readonly line: number;
  readonly number: string;
}

/** Knows the leases of a file by what only one of them should have: each may be true, and is worth a second look. */
export class RepeatedLeases {
  private readonly byHousehold = new Map<string, ToldLease>();
  private readonly byDwelling = new Map<string, ToldLease>();

  /** What an earlier line of the file says already. Cancelled leases are left out: another is signed in their place. */
  doubtsOf(line: number, lease: Lease, lineText: (line: number) => string): readonly CellNotice[] {
    const { allocationNumber: number, signedOn, householdNumber, residence, dwellingReference, cancelled } = lease;
    if (cancelled === true) return [];
    const told = { line, number };
    const sameHousehold = firstOf(this.byHousehold, `${householdNumber} ${signedOn}`, told);
    const sameDwelling = firstOf(this.byDwelling, `${residence} ${dwellingReference} ${signedOn}`, told);
    const earlier = sameHousehold ?? sameDwelling;
    if (!earlier) return [];
    const what = [...(sameHousehold ? ['même ménage'] : []), ...(sameDwelling ? ['même logement'] : [])].join(', ');
    const message = `${what}, même jour (${signedOn}) que le bail « ${earlier.number} », ${lineText(earlier.line)} : un seul bail sous deux numéros ?`;
    return [{ column: 'numero_attribution', value: number, message }];
  }
}

function firstOf(known: Map<string, ToldLease>, key: string, told: ToldLease): ToldLease | undefined {
  const first = known.get(key);
  if (!first) known.set(key, told);
  return first;
}
