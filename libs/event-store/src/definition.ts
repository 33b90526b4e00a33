import type { JsonObject } from '#kernel';
import { CodedError } from '#kernel';
import type { ClearEvent, NewEvent, RecordedEvent } from './event';
import type { Upcaster } from './upcasters';

/** What an event says in clear, before it is recorded. */
export interface DomainEvent {
  readonly type: string;
  readonly data: object;
}

/** A recorded event whose type tells the type of its data. `Stored`: whole, or its clear part alone. */
export type RecordedAs<Event extends DomainEvent, Stored extends ClearEvent = RecordedEvent> = Event extends DomainEvent
  ? Omit<Stored, 'type' | 'data'> & Pick<Event, 'type' | 'data'>
  : never;

/** The newest version of an event type, and how the data of each older one becomes that of the next: `upcasters[0]` reads version 1. */
export interface TypeDefinition {
  readonly version: number;
  readonly upcasters?: readonly Upcaster['upcast'][];
}

export interface StreamOptions<Event extends DomainEvent> {
  /** How the names of its streams begin. */
  readonly category: string;
  /** One stream for the whole installation, which bears the name of the category. */
  readonly single?: true;
  readonly types: Readonly<Record<Event['type'], TypeDefinition>>;
  /** What follows this category and a hyphen in the name of another category: `ownership` where there is `residence-ownership`. */
  readonly shadowedBy?: string;
}

/** The newest version, where there never was another. */
export const FIRST_VERSION: TypeDefinition = { version: 1 };

/**
 * The events of one kind of stream, in one place: their types, their versions, how older versions are read, how streams are named.
 * What turns typed events into stored ones, and back, is here alone.
 */
export class StreamDefinition<Event extends DomainEvent = DomainEvent> {
  readonly category: string;
  readonly types: readonly Event['type'][];
  readonly upcasters: readonly Upcaster[];
  /** How the names of its streams begin; of a single stream, its name. */
  readonly prefix: string;
  readonly shadowedBy: string | undefined;
  private readonly single: boolean;
  private readonly versions: Readonly<Record<Event['type'], TypeDefinition>>;
  /** Ids that would give the name of another category's stream, and those that look like them once escaped. */
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
   * The name of a stream, a different one for each id. An id that would give the name of another category's stream gets a tilde
   * in front.
   */
  name(id = ''): string {
    if (this.single) return this.category;
    return `${this.prefix}${this.shadowed?.test(id) ? '~' : ''}${id}`;
  }

  /** Every name under which events of that id may stand: the one given now, and the one given before ids were escaped. */
  names(id: string): readonly string[] {
    const name = this.name(id);
    return this.shadowed?.test(id) && !id.startsWith('~') ? [name, `${this.prefix}${id}`] : [name];
  }

  /**
   * The id that the stream of one of these events is named by; of a single stream, its name. A name that was given before ids were
   * escaped is read as it was meant: the type of the event says of which category it is.
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

  /** Whether the name is one that this category gives now. */
  owns(stream: string): boolean {
    if (this.single) return stream === this.category;
    if (!stream.startsWith(this.prefix)) return false;
    const id = stream.slice(this.prefix.length);
    return this.shadowed === undefined || id.startsWith('~') || !this.shadowed.test(id);
  }

  /** Whether the type is one of those of this category. */
  has(type: string): type is Event['type'] {
    return Object.hasOwn(this.versions, type);
  }

  /** The newest version of a type. */
  versionOf(type: Event['type']): number {
    return this.versions[type].version;
  }

  /** The event as its type tells it: the store has read it in its newest version. */
  read<Stored extends ClearEvent>(event: Stored): RecordedAs<Event, Stored> {
    return event as unknown as RecordedAs<Event, Stored>;
  }

  /** The event as it is stored, in the newest version of its type. */
  write({ type, data }: Event, stored: Pick<NewEvent, 'id' | 'people' | 'metadata'>): NewEvent {
    return { type, schemaVersion: this.versionOf(type), data: data as JsonObject, ...stored };
  }
}

/** What a definition defines. */
export type EventOf<Definition> = Definition extends StreamDefinition<infer Event> ? Event : never;

/** What is said of some kinds of stream, by the types of their events. */
export function byType<Said extends { readonly streams: StreamDefinition }>(
  all: readonly Said[],
): ReadonlyMap<string, Said> {
  return new Map(all.flatMap((said) => said.streams.types.map((type) => [type, said] as const)));
}

/** The id of a row of something: its code and its day or its year, which holds no at sign. */
export function rowId(code: string, row: string | number): string {
  return `${code}@${row}`;
}

/** The code and the row of such an id. */
export function partsOfRowId(id: string): { readonly code: string; readonly row: string } {
  const at = id.lastIndexOf('@');
  return { code: id.slice(0, at), row: id.slice(at + 1) };
}

/** @throws CodedError `upcaster-missing` where a version is not read by any */
function upcastersOf(type: string, { version, upcasters = [] }: TypeDefinition): readonly Upcaster[] {
  if (upcasters.length !== version - 1)
    throw new CodedError('upcaster-missing', `${type} is at version ${version} with ${upcasters.length} upcasters`, {
      type,
    });
  return upcasters.map((upcast, index) => ({ type, from: index + 1, upcast }));
}
