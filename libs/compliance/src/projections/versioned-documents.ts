import { EVERYTHING } from '#access';
import type { Position } from '#event-store';
import type { Batch } from '#processing';
import { eachDocument, type FindQuery, type ReadModel, type Where } from '#read-store';
import type { Versioned } from './model';

/** The collection that holds the versions, and the column that names the subject of a version. */
export interface VersionedCollection {
  readonly collection: string;
  readonly subject: string;
  /** Versions kept in memory in addition to those that are not in the store yet. */
  readonly capacity: number;
}

/** Which versions are wanted: `where` and `sort` find them in the store, `matches` and `compare` find them in memory. */
export interface Wanted<Document> {
  readonly where: Where;
  readonly sort?: FindQuery['sort'];
  readonly matches: (document: Document) => boolean;
  /** The same order as `sort`. */
  readonly compare: (a: Document, b: Document) => number;
}

/** Documents read at a time. */
const PAGE = 500;

/**
 * The versions of the subjects of a collection. The version that held just before an event is found by position, not as
 * the open version: after a crash, the store may already hold versions made by events that are now applied again.
 */
export class VersionedDocuments<Document extends Versioned> {
  /** The newest version of each subject read or written; null where there is none yet. Holds all that is not yet in the store. */
  private readonly newest = new Map<string, Document | null>();
  private limit: number;

  constructor(
    private readonly model: ReadModel,
    private readonly kept: VersionedCollection,
  ) {
    this.limit = kept.capacity;
  }

  /** The version if it is in memory, without a promise, for speed. Undefined where the store must be asked. */
  known(subject: string): Document | null | undefined {
    return this.newest.get(subject);
  }

  /** The version that held just before the event at the position, null where there was none. */
  async before(subject: string, position: Position): Promise<Document | null> {
    const known = this.newest.get(subject);
    if (known !== undefined) return known;
    const page = await this.model.find<Document>({
      collection: this.kept.collection,
      scope: EVERYTHING,
      idPrefix: versionId(subject, ''),
      where: { [this.kept.subject]: subject, from: { lt: position }, to: { gte: position } },
      limit: 1,
    });
    const found = page.documents[0]?.body ?? null;
    this.newest.set(subject, found);
    return found;
  }

  /**
   * Visits, in their order, the wanted versions that held just before the event at the position. A version that is not
   * stored yet is taken from memory, so nothing has to be written first. The visitor may replace the version that it
   * visits.
   */
  async eachWanted(wanted: Wanted<Document>, position: Position, visit: (document: Document) => void): Promise<void> {
    const { where, sort, compare } = wanted;
    const inMemory = this.inMemory(wanted);
    let next = 0;
    const held = { ...where, from: { lt: position }, to: { gte: position } };
    const query = { collection: this.kept.collection, scope: EVERYTHING, where: held, sort, limit: PAGE };
    await eachDocument<Document>(this.model, query, ({ body }) => {
      if (this.newest.has(this.subjectOf(body))) return true;
      while (next < inMemory.length && compare(inMemory[next]!, body) < 0) visit(inMemory[next++]!);
      visit(body);
      return true;
    });
    for (const version of inMemory.slice(next)) visit(version);
  }

  /** Opens the new version and closes the one before it. `document.from` is the event's position. */
  replace(subject: string, before: Document | null, document: Document, batch: Batch): void {
    const { collection } = this.kept;
    const position = document.from;
    if (before) {
      const closed = { ...before, to: position };
      batch.put({ collection, id: versionId(subject, before.from), position, body: closed });
    }
    batch.put({ collection, id: versionId(subject, position), position, body: document });
    this.newest.set(subject, document);
  }

  /** Keeps memory bounded: from time to time it forgets what is in the store. */
  trim(batch: Batch): void {
    if (this.newest.size <= this.limit) return;
    for (const [subject, version] of this.newest)
      if (version === null || version.from <= batch.written) this.newest.delete(subject);
    this.limit = this.newest.size + this.kept.capacity;
  }

  /** Forgets what is in memory: only after a flush. */
  forget(): void {
    this.newest.clear();
  }

  private inMemory({ matches, compare }: Wanted<Document>): Document[] {
    const found: Document[] = [];
    for (const version of this.newest.values()) if (version !== null && matches(version)) found.push(version);
    return found.sort(compare);
  }

  private subjectOf(document: Document): string {
    return (document as unknown as Record<string, string>)[this.kept.subject]!;
  }
}

function versionId(subject: string, from: Position | ''): string {
  return `${subject}@${from}`;
}
