import { readFileSync } from 'node:fs';

/** An event as `mixite history export` writes it: one line of the file. */
export interface Event {
  readonly id: string;
  readonly ordinal: number;
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly data: Data;
  readonly recordedAt: string;
  readonly actor: string;
  readonly role: string;
  /** The request or the message that caused it. */
  readonly causation: string;
}

/** What the events say, of whatever type: an event has only the fields of its own type. */
export interface Data {
  readonly on: string;
  readonly motive: string;
  readonly by: string;
  readonly holder: string;
  readonly candidate: string;
  readonly household: string;
  readonly vacancy: string;
  readonly basis: string;
  readonly residence: string;
  readonly landlord: string;
  readonly allocation: string;
  readonly duty: string;
  readonly decisions: readonly Decision[];
  readonly exception: string | null;
  readonly attested: boolean | null;
  readonly delay: number;
  readonly lastDay: string;
  readonly notifiedOn: string;
  readonly accords: readonly string[];
  readonly forOneTurn: boolean;
  readonly outsideFlow: string | null;
  readonly delegatedTo: string | null;
  readonly ground: string | null;
  readonly firstLetting: boolean;
  readonly stockHolder: string | null;
  readonly dwellingType: string | null;
  readonly surface: number | null;
  readonly cancelled: boolean | null;
  readonly changes?: { readonly cancelled?: { readonly to: boolean } };
}

/** What a commission decided of one candidate. */
export interface Decision {
  readonly candidate: string;
  readonly decision: string;
  readonly rank: number | null;
  readonly motive: string | null;
  readonly document: string | null;
  readonly documentDue: string | null;
  readonly votes: Votes | null;
}

export interface Votes {
  readonly pour: number;
  readonly contre: number;
  readonly abstention: number;
  readonly maire: string;
}

const METADATA = ['recordedAt', 'effectiveDay', 'actor', 'role', 'correlationId', 'causationId', 'rowDigest'];

export class History {
  readonly streams = new Map<string, Event[]>();

  constructor(readonly events: readonly Event[]) {
    for (const event of events) {
      const stream = this.streams.get(event.stream);
      if (stream) stream.push(event);
      else this.streams.set(event.stream, [event]);
    }
  }

  static read(file: string): History {
    const [header, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
    const { metadata } = JSON.parse(header!) as { readonly metadata: readonly string[] };
    if (metadata.join() !== METADATA.join()) throw new Error(`the export has other metadata: ${metadata.join()}`);
    const parsed = lines.map((line) => JSON.parse(line) as Record<string, never>);
    return new History(parsed.filter(({ ordinal }) => ordinal !== undefined).map(eventOf));
  }

  of(stream: string): readonly Event[] {
    return this.streams.get(stream) ?? [];
  }

  /** The streams of one category, by the id in their names. */
  *category(name: string): Iterable<readonly [id: string, events: readonly Event[]]> {
    for (const [stream, events] of this.streams)
      if (stream.startsWith(`${name}-`)) yield [stream.slice(name.length + 1), events];
  }
}

function eventOf({ metadata, ...line }: Record<string, never>): Event {
  const [recordedAt, , actor, role, , causation] = metadata as unknown as string[];
  return { ...(line as unknown as Event), recordedAt: recordedAt!, actor: actor!, role: role!, causation: causation! };
}

/** A rule that the history breaks. */
export class BrokenRule extends Error {
  constructor(
    readonly rule: string,
    message: string,
    readonly events: readonly Event[] = [],
  ) {
    super(`${rule}: ${message}`);
  }
}

/** Counts what each rule has looked at. @throws BrokenRule with the events, where it does not hold */
export class Rules {
  readonly counts = new Map<string, number>();

  holds(rule: string, condition: unknown, message: () => string, ...events: readonly (Event | undefined)[]): void {
    this.counts.set(rule, (this.counts.get(rule) ?? 0) + 1);
    if (!condition)
      throw new BrokenRule(
        rule,
        message(),
        events.filter((event) => event !== undefined),
      );
  }
}

export function grouped<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
