import type { JsonObject } from '#kernel';
import { CodedError } from '#kernel';
import type { ClearEvent, NewEvent, RecordedEvent } from './event';
import type { Upcaster } from './upcasters';

/** The type and the clear data of an event, before it is recorded. */
export interface DomainEvent {
  readonly type: string;
  readonly data: object;
}

/**
 * A recorded event whose `type` determines the type of its `data`. `Stored` is the whole event or only its clear part.
 */
export type RecordedAs<Event extends DomainEvent, Stored extends ClearEvent = RecordedEvent> = Event extends DomainEvent
  ? Omit<Stored, 'type' | 'data'> & Pick<Event, 'type' | 'data'>
  : never;

/**
 * The newest version of an event type, and the upcasters from each older version to the next: `upcasters[0]` reads
 * version 1.
 */
export interface TypeDefinition {
  readonly version: number;
  readonly upcasters?: readonly Upcaster['upcast'][];
}

export interface StreamOptions<Event extends DomainEvent> {
  /** The beginning of the names of its streams. */
  readonly category: string;
  /** The category has one stream for the whole installation, named like the category. */
  readonly single?: true;
  readonly types: Readonly<Record<Event['type'], TypeDefinition>>;
  /**
   * Set where another category begins with this one and a hyphen: the rest of its name. `residence` has `ownership`,
   * because `residence-ownership` exists.
   */
  readonly shadowedBy?: string;
}

/** For an event type that has never had another version. */
export const FIRST_VERSION: TypeDefinition = { version: 1 };

/**
 * Describes one kind of stream: the types and versions of its events, how older versions are read, and how streams are
 * named. Only this class turns typed events into stored events and back.
 */
export class StreamDefinition<Event extends DomainEvent = DomainEvent> {
  readonly category: string;
  readonly types: readonly Event['type'][];
  readonly upcasters: readonly Upcaster[];
  /** The beginning of the names of its streams; for a single stream, its whole name. */
  readonly prefix: string;
  readonly shadowedBy: string | undefined;
  private readonly single: boolean;
  private readonly versions: Readonly<Record<Event['type'], TypeDefinition>>;
  /** Matches ids that would give the name of another category's stream, and ids that look like an escaped one. */
  private readonly shadowed: RegExp | undefined;

  constructor({ category, single, types, shadowedBy }: StreamOptions<Event>) {
    this.category = category;
    this.single = single === true;
    this.prefix = single ? category : `${category}-`;
    this.versions = types;
    this.types = Object.keys(types);
    this.upcasters = this.types.flatMap((type) => upcastersOf(type, this.versions[type]));
    this.shadowedBy = shadowedBy;
    this.shadowed = shadowedBy === undefined ? undefined : new RegExp(`^~*${shadowedBy}-`, 'u');
  }

  /**
   * The name of the stream for an id: a different name for each id. A tilde is put before an id that would otherwise
   * give the name of another category's stream.
   */
  name(id = ''): string {
    if (this.single) return this.category;
    return `${this.prefix}${this.shadowed?.test(id) ? '~' : ''}${id}`;
  }

  /**
   * Every stream name that may hold events of that id: the present name, and the name that was used before ids were
   * escaped.
   */
  names(id: string): readonly string[] {
    const name = this.name(id);
    return this.shadowed?.test(id) && !id.startsWith('~') ? [name, `${this.prefix}${id}`] : [name];
  }

  /**
   * The id in the name of a stream that holds one of these events; for a single stream, its name. A name from before
   * ids were escaped is accepted too: the caller knows the category by the type of the event.
   * @throws CodedError `stream-of-another-category`
   */
  idOf(stream: string): string {
    if (this.single && stream === this.category) return stream;
    if (this.single || !stream.startsWith(this.prefix)) {
      const message = `stream ${stream} is not of the category ${this.category}`;
      throw new CodedError('stream-of-another-category', message, { stream, category: this.category });
    }
    const id = stream.slice(this.prefix.length);
    return id.startsWith('~') && this.shadowed?.test(id) ? id.slice(1) : id;
  }

  /** Whether `name` would give this stream name for some id. */
  owns(stream: string): boolean {
    if (this.single) return stream === this.category;
    if (!stream.startsWith(this.prefix)) return false;
    const id = stream.slice(this.prefix.length);
    return this.shadowed === undefined || id.startsWith('~') || !this.shadowed.test(id);
  }

  /** Whether events of this type belong to this category. */
  has(type: string): type is Event['type'] {
    return Object.hasOwn(this.versions, type);
  }

  /** The newest version of a type. */
  versionOf(type: Event['type']): number {
    return this.versions[type].version;
  }

  /** The same event with the type of its data. The store has already upcast it to its newest version. */
  read<Stored extends ClearEvent>(event: Stored): RecordedAs<Event, Stored> {
    return event as unknown as RecordedAs<Event, Stored>;
  }

  /** The event to store, in the newest version of its type. */
  write({ type, data }: Event, stored: Pick<NewEvent, 'id' | 'people' | 'metadata'>): NewEvent {
    return { type, schemaVersion: this.versionOf(type), data: data as JsonObject, ...stored };
  }
}

/** The events that a definition describes. */
export type EventOf<Definition> = Definition extends StreamDefinition<infer Event> ? Event : never;

/** Entries that each have a stream definition, indexed by the event types of that definition. */
export function byType<Entry extends { readonly streams: StreamDefinition }>(
  all: readonly Entry[],
): ReadonlyMap<string, Entry> {
  return new Map(all.flatMap((entry) => entry.streams.types.map((type) => [type, entry] as const)));
}

/** The id of a row: the code of its subject, then its day or its year, which contains no at sign. */
export function rowId(code: string, row: string | number): string {
  return `${code}@${row}`;
}

/** Splits an id made by `rowId`. */
export function partsOfRowId(id: string): { readonly code: string; readonly row: string } {
  const at = id.lastIndexOf('@');
  return { code: id.slice(0, at), row: id.slice(at + 1) };
}

/** @throws CodedError `upcaster-missing` where a version has no upcaster */
function upcastersOf(type: string, { version, upcasters = [] }: TypeDefinition): readonly Upcaster[] {
  if (upcasters.length !== version - 1)
    throw new CodedError('upcaster-missing', `${type} is at version ${version} with ${upcasters.length} upcasters`, {
      type,
    });
  return upcasters.map((upcast, index) => ({ type, from: index + 1, upcast }));
}
