import type { JsonObject } from '#kernel';
import { CodedError } from '#kernel';
import type { NewEvent, RecordedEvent } from './event';
import type { Upcaster } from './upcasters';

/** What an event says in clear, before it is recorded. */
export interface DomainEvent {
  readonly type: string;
  readonly data: object;
}

/** A recorded event whose type tells the type of its data. */
export type RecordedAs<Event extends DomainEvent> = Event extends DomainEvent
  ? Omit<RecordedEvent, 'type' | 'data'> & Pick<Event, 'type' | 'data'>
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
export class StreamDefinition<Event extends DomainEvent> {
  readonly category: string;
  readonly types: readonly Event['type'][];
  readonly upcasters: readonly Upcaster[];
  private readonly shadowed: RegExp | undefined;

  constructor(private readonly options: StreamOptions<Event>) {
    this.category = options.category;
    this.types = Object.keys(options.types);
    this.upcasters = this.types.flatMap((type) => upcastersOf(type, this.definitionOf(type)));
    this.shadowed = options.shadowedBy === undefined ? undefined : new RegExp(`^~*${options.shadowedBy}-`, 'u');
  }

  /**
   * The name of a stream, a different one for each id. An id that would give the name of another category's stream gets a tilde
   * in front.
   */
  name(id = ''): string {
    if (this.options.single) return this.category;
    return `${this.category}-${this.shadowed?.test(id) ? '~' : ''}${id}`;
  }

  /** The id that the stream is named by. @throws CodedError `stream-of-another-category` */
  idOf(stream: string): string {
    if (!this.owns(stream)) {
      const message = `stream ${stream} is not of the category ${this.category}`;
      throw new CodedError('stream-of-another-category', message, { stream, category: this.category });
    }
    const id = stream.slice(this.category.length + 1);
    return this.shadowed?.test(id) ? id.slice(1) : id;
  }

  /** Whether the stream is of this category. */
  owns(stream: string): boolean {
    if (this.options.single) return stream === this.category;
    if (!stream.startsWith(`${this.category}-`)) return false;
    const id = stream.slice(this.category.length + 1);
    return this.shadowed === undefined || id.startsWith('~') || !this.shadowed.test(id);
  }

  /** Whether the type is one of those of this category. */
  has(type: string): type is Event['type'] {
    return Object.hasOwn(this.options.types, type);
  }

  /** The event as its type tells it: the store has read it in its newest version. */
  read(event: RecordedEvent): RecordedAs<Event> {
    return event as unknown as RecordedAs<Event>;
  }

  /** The event as it is stored, in the newest version of its type. */
  write({ type, data }: Event, stored: Pick<NewEvent, 'id' | 'people' | 'metadata'>): NewEvent {
    const { version } = this.definitionOf(type);
    return { type, schemaVersion: version, data: data as JsonObject, ...stored };
  }

  private definitionOf(type: Event['type']): TypeDefinition {
    return this.options.types[type];
  }
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
