import { VECTOR_LENGTH } from '../figures/counters';
import { packedAt, unpackAt } from '../figures/vector';

const FIRST_SLOTS = 8;

/**
 * The vectors of all the groups of a sheet, side by side in one array: a replay of millions of events must not create
 * one object for each group. A group is unpacked at its first change, and only changed groups are packed again.
 */
export class VectorSlab {
  /** The slot of each group, in the order in which the groups were added. */
  private readonly slots = new Map<string, number>();
  /** By slot: the packed vector, as long as its counts have not changed. */
  private readonly texts: (string | undefined)[] = [];
  /** By slot: whether its counts are unpacked. */
  private readonly unpacked: boolean[] = [];
  private counts = new Int32Array(0);

  /** `groups`: a group's key, its packed vector, the next group's key, and so on. */
  constructor(groups: readonly string[]) {
    for (let at = 0; at < groups.length; at += 2) this.open(groups[at]!, groups[at + 1]!, false);
  }

  change(group: string, counters: readonly number[], by: number): void {
    const slot = this.slots.get(group) ?? this.open(group, undefined, true);
    if (!this.unpacked[slot]) this.unpack(slot);
    this.texts[slot] = undefined;
    const start = slot * VECTOR_LENGTH;
    for (const counter of counters) this.counts[start + counter]! += by;
  }

  /** In the form that the constructor takes. */
  packed(): string[] {
    const groups = new Array<string>(this.slots.size * 2);
    let at = 0;
    for (const group of this.slots.keys()) {
      groups[at * 2] = group;
      groups[at * 2 + 1] = this.texts[at] ??= packedAt(this.counts, at * VECTOR_LENGTH);
      at++;
    }
    return groups;
  }

  private open(group: string, text: string | undefined, unpacked: boolean): number {
    const slot = this.slots.size;
    this.slots.set(group, slot);
    this.texts.push(text);
    this.unpacked.push(unpacked);
    if (unpacked) this.makeRoom();
    return slot;
  }

  private unpack(slot: number): void {
    this.makeRoom();
    unpackAt(this.counts, slot * VECTOR_LENGTH, this.texts[slot]!);
    this.unpacked[slot] = true;
  }

  private makeRoom(): void {
    const needed = this.slots.size * VECTOR_LENGTH;
    if (this.counts.length >= needed) return;
    const larger = new Int32Array(Math.max(needed, this.counts.length * 2, FIRST_SLOTS * VECTOR_LENGTH));
    larger.set(this.counts);
    this.counts = larger;
  }
}
