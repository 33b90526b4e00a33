import { VECTOR_LENGTH } from '../figures/counters';
import { packedAt, unpackAt } from '../figures/vector';

const FIRST_SLOTS = 8;

/** The vectors of a sheet's groups side by side in one array: replaying millions of events must not leave one object a group. */
export class VectorSlab {
  private readonly slots = new Map<string, number>();
  private counts = new Int32Array(FIRST_SLOTS * VECTOR_LENGTH);

  /** Changes a group's counters; its packed vector is read from the texts where the group is not here yet. */
  change(group: string, texts: ReadonlyMap<string, string>, counters: readonly number[], by: number): void {
    const start = this.slots.get(group) ?? this.open(group, texts.get(group));
    for (const counter of counters) this.counts[start + counter]! += by;
  }

  /** Packs every vector and forgets them. */
  drain(into: Map<string, string>): void {
    for (const [group, start] of this.slots) into.set(group, packedAt(this.counts, start));
    this.counts.fill(0, 0, this.slots.size * VECTOR_LENGTH);
    this.slots.clear();
  }

  private open(group: string, text: string | undefined): number {
    const start = this.slots.size * VECTOR_LENGTH;
    if (start === this.counts.length) {
      const larger = new Int32Array(start * 2);
      larger.set(this.counts);
      this.counts = larger;
    }
    if (text) unpackAt(this.counts, start, text);
    this.slots.set(group, start);
    return start;
  }
}
