import { partsOfRowId, type Position, type RecordedEvent } from '#event-store';
import { addDays, canonicalJson, CodedError, evolveRecord, type Day, type JsonObject, type RecordData } from '#kernel';
import type { Batch } from '#processing';
import {
  HOLDER_STREAMS,
  landlordOn,
  OWNERSHIP_STREAMS,
  RESIDENCE_STREAMS,
  type OwnershipFacts,
  type ReservationHolderFacts,
  type ResidenceFacts,
} from '#territory';
import { NO_END } from './model';

/** The facts of one stream after one event. */
interface PlaceEntry {
  readonly from: Position;
  readonly stream: string;
  readonly facts: JsonObject;
}

interface PlaceDocument {
  readonly entries: readonly PlaceEntry[];
}

/** A residence with its changes of owner. */
export interface OwnedPlace {
  readonly facts: ResidenceFacts;
  readonly ownerships: readonly OwnershipFacts[];
}

/** The days for which a residence has one landlord. */
export interface LandlordDays {
  readonly since: Day | '';
  readonly until: Day | typeof NO_END;
  readonly landlord: string;
}

/** What an event about a residence or a holder changes. */
export interface PlaceChange {
  readonly kind: 'residence' | 'holder';
  readonly code: string;
  /** Whether vacancies are listed otherwise than before. */
  readonly matters: boolean;
}

/** Residences and holders, as they are just before an event. They are kept by the projection itself, so a rebuild needs nothing else. */
export const PLACE_TYPES = [...RESIDENCE_STREAMS.types, ...OWNERSHIP_STREAMS.types, ...HOLDER_STREAMS.types];

/** Places kept in memory: all of a territory. */
const CAPACITY = 20_000;

/** The places of one run. What is in memory is what was read or written: entries of later events are left out at each question. */
export class Places {
  private readonly known = new Map<string, readonly PlaceEntry[]>();

  /** Writes the place after the event. @throws CodedError `place-unknown` where it is corrected before it was declared */
  async change({ stream, type, position, data }: RecordedEvent, batch: Batch): Promise<PlaceChange> {
    const kind = HOLDER_STREAMS.has(type) ? 'holder' : 'residence';
    const code = OWNERSHIP_STREAMS.has(type) ? partsOfRowId(OWNERSHIP_STREAMS.idOf(stream)).code : codeOf(kind, stream);
    const id = `${kind}/${code}`;
    const entries = (await this.entriesOf(id, batch)).filter(({ from }) => from < position);
    const known = entries.findLast((entry) => entry.stream === stream);
    const facts = evolveRecord(known?.facts, data as RecordData<JsonObject>);
    if (!facts) throw new CodedError('place-unknown', `${stream} is corrected before it was declared`, { stream });
    const after = [...entries, { from: position, stream, facts }];
    batch.put<PlaceDocument>({ collection: 'places', id, position, body: { entries: after } });
    this.keep(id, after);
    return { kind, code, matters: summaryOf(kind, entries) !== summaryOf(kind, after) && entries.length > 0 };
  }

  /** The residence as the event at the position finds or leaves it. @throws CodedError `place-unknown` */
  async residenceAt(code: string, position: Position, batch: Batch): Promise<OwnedPlace> {
    const place = placeOf(await this.entriesAt(`residence/${code}`, position, batch));
    if (!place) throw new CodedError('place-unknown', `residence ${code} is not known`, { residence: code });
    return place;
  }

  /** Undefined where it is not known. */
  async holderAt(code: string, position: Position, batch: Batch): Promise<ReservationHolderFacts | undefined> {
    const entries = await this.entriesAt(`holder/${code}`, position, batch);
    return entries.at(-1)?.facts as ReservationHolderFacts | undefined;
  }

  private async entriesAt(id: string, position: Position, batch: Batch): Promise<readonly PlaceEntry[]> {
    return (await this.entriesOf(id, batch)).filter(({ from }) => from <= position);
  }

  private async entriesOf(id: string, batch: Batch): Promise<readonly PlaceEntry[]> {
    const known = this.known.get(id);
    if (known) return known;
    const entries = (await batch.get<PlaceDocument>('places', id))?.body.entries ?? [];
    this.keep(id, entries);
    return entries;
  }

  private keep(id: string, entries: readonly PlaceEntry[]): void {
    if (this.known.size >= CAPACITY) this.known.clear();
    this.known.set(id, entries);
  }
}

/** The days of each landlord, in their order. Those that end before the first day are left out. */
export function landlordDays(place: OwnedPlace, first: Day): readonly LandlordDays[] {
  const changes = [...new Set(place.ownerships.map(({ from }) => from))].filter((from) => from > first).sort();
  return ['' as const, ...changes].map((since, index) => ({
    since,
    until: changes[index] ?? NO_END,
    landlord: landlordOn(since === '' ? first : since, place),
  }));
}

/** The day from which on a vacancy is listed: wherever the territory is, it is declared no earlier. */
export function firstListedDay(recordedAt: string): Day {
  return addDays(recordedAt.slice(0, 10) as Day, -1);
}

function placeOf(entries: readonly PlaceEntry[]): OwnedPlace | undefined {
  const newest = new Map(entries.map(({ stream, facts }) => [stream, facts]));
  const streams = [...newest.keys()];
  const declared = streams.find((stream) => !OWNERSHIP_STREAMS.owns(stream));
  if (declared === undefined) return undefined;
  const ownerships = streams.filter((stream) => OWNERSHIP_STREAMS.owns(stream)).map((stream) => newest.get(stream)!);
  return {
    facts: newest.get(declared) as unknown as ResidenceFacts,
    ownerships: ownerships as unknown as readonly OwnershipFacts[],
  };
}

/** What lists of vacancies show of the place, as text. */
function summaryOf(kind: PlaceChange['kind'], entries: readonly PlaceEntry[]): string {
  if (kind === 'residence') {
    const place = placeOf(entries);
    const { commune, landlord } = place?.facts ?? {};
    const owners = (place?.ownerships ?? []).map(({ from, landlord: owner }) => `${from} ${owner}`).sort();
    return canonicalJson({ commune, landlord, owners } as JsonObject);
  }
  const { contingent, commune } = (entries.at(-1)?.facts ?? {}) as JsonObject;
  return canonicalJson({ contingent, commune } as JsonObject);
}

function codeOf(kind: PlaceChange['kind'], stream: string): string {
  return kind === 'holder' ? HOLDER_STREAMS.idOf(stream) : RESIDENCE_STREAMS.idOf(stream);
}
