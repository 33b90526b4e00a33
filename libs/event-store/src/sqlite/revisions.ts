/**
 * The last revisions of the recently used streams. Two generations bound its size: when the young generation is full it
 * becomes the old one, and the former old generation is dropped.
 */
export class RevisionCache {
  private young = new Map<string, number>();
  private old = new Map<string, number>();

  constructor(private readonly generationSize = 20_000) {}

  get(stream: string): number | undefined {
    return this.young.get(stream) ?? this.old.get(stream);
  }

  set(stream: string, revision: number): void {
    if (this.young.size >= this.generationSize && !this.young.has(stream)) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(stream, revision);
  }

  clear(): void {
    this.young.clear();
    this.old.clear();
  }

  get size(): number {
    return this.young.size + this.old.size;
  }
}
