import { byType } from '#event-store';
import { CodedError, evolveRecord, holdsOn, type Day, type Period, type RecordData } from '#kernel';
import {
  TERRITORY_STREAMS,
  type CommuneFacts,
  type DwellingFacts,
  type LandlordFacts,
  type OwnershipFacts,
  type PriorityDistrictFacts,
  type ReservationHolderFacts,
  type ResidenceFacts,
  type TerritoryEvent,
  type TerritoryKind,
} from './events';

/** A residence with its changes of owner, in any order. */
export interface OwnedResidence {
  readonly facts: Pick<ResidenceFacts, 'landlord'>;
  readonly ownerships: Iterable<OwnershipFacts>;
}

/**
 * The owner of a residence on a day: the newest owner whose first day has come, or else the landlord with which the
 * residence was declared. The day '' comes before every other day.
 */
export function landlordOn(day: Day | '', { facts, ownerships }: OwnedResidence): string {
  let newest: OwnershipFacts | undefined;
  for (const ownership of ownerships)
    if (ownership.from <= day && (!newest || ownership.from > newest.from)) newest = ownership;
  return newest ? newest.landlord : facts.landlord;
}

/**
 * The QPV in which a residence is on a day, in the order in which the residence names them. It may name a QPV that is
 * not declared yet, or that is no longer in force: these are left out.
 */
export function districtsOn<District extends Period>(
  day: Day | '',
  { districts }: Pick<ResidenceFacts, 'districts'>,
  known: { get(code: string): District | undefined },
): readonly District[] {
  return districts.flatMap((code) => {
    const district = known.get(code);
    return district && holdsOn(day, district) ? [district] : [];
  });
}

/** The facts of each kind of record of the territory. */
export interface TerritoryFacts {
  readonly commune: CommuneFacts;
  readonly district: PriorityDistrictFacts;
  readonly landlord: LandlordFacts;
  readonly holder: ReservationHolderFacts;
  readonly residence: ResidenceFacts;
  readonly ownership: OwnershipFacts;
  readonly dwelling: DwellingFacts;
}

interface StreamedEvent {
  readonly type: TerritoryEvent['type'];
  readonly stream: string;
  readonly data: object;
}

/** A record after an event. */
export type TerritoryRecord = {
  readonly [Kind in TerritoryKind]: { readonly kind: Kind; readonly facts: TerritoryFacts[Kind] };
}[TerritoryKind];

/** The kind of record of each type of event. */
const BY_TYPE = byType(
  Object.entries(TERRITORY_STREAMS).map(([kind, streams]) => ({ kind: kind as TerritoryKind, streams })),
);

/** The types of the events of these kinds of records. */
export function territoryTypes(...kinds: readonly TerritoryKind[]): readonly TerritoryEvent['type'][] {
  return kinds.flatMap((kind) => TERRITORY_STREAMS[kind].types);
}

/** Whether the event is about a record of the territory. */
export function isTerritoryEvent<Event extends { readonly type: string }>(
  event: Event,
): event is Event & { readonly type: TerritoryEvent['type'] } {
  return BY_TYPE.has(event.type);
}

type NamedKind = Exclude<TerritoryKind, 'ownership'>;

/**
 * The territory after the events applied so far. The caller applies, in order, the events of the kinds of records that
 * it needs. Other kinds stay unknown.
 */
export class KnownTerritory {
  /** The newest facts of each stream. */
  private readonly streams = new Map<string, object>();
  private readonly records = new Map<string, object>();
  /** The changes of owner, by residence, then by day. */
  private readonly owners = new Map<string, Map<Day, OwnershipFacts>>();

  /**
   * The record of the event, after the event.
   * @throws CodedError `record-undeclared` where it is corrected before it was declared
   */
  apply({ type, stream, data }: StreamedEvent): TerritoryRecord {
    const facts = evolveRecord(this.streams.get(stream), data as RecordData<object>);
    if (!facts) throw new CodedError('record-undeclared', `${stream} is corrected before it was declared`, { stream });
    this.streams.set(stream, facts);
    const record = { kind: BY_TYPE.get(type)!.kind, facts } as TerritoryRecord;
    if (record.kind === 'ownership') this.own(record.facts);
    else
      this.records.set(keyOf(record.kind, 'code' in record.facts ? record.facts.code : record.facts.reference), facts);
    return record;
  }

  /** The facts of a record, by its code (for a dwelling, its reference). */
  known<Kind extends NamedKind>(kind: Kind, code: string): TerritoryFacts[Kind] | undefined {
    return this.records.get(keyOf(kind, code)) as TerritoryFacts[Kind] | undefined;
  }

  residence(code: string): ResidenceFacts | undefined {
    return this.known('residence', code);
  }

  hasHolder(code: string): boolean {
    return this.known('holder', code) !== undefined;
  }

  /** Undefined where the residence is not known. */
  landlordOn(residence: string, day: Day): string | undefined {
    const facts = this.residence(residence);
    return facts && landlordOn(day, { facts, ownerships: this.owners.get(residence)?.values() ?? [] });
  }

  /** Every landlord that the residence has had or will have, as far as it is known. */
  landlordsOf(residence: string): ReadonlySet<string> {
    const first = this.residence(residence)?.landlord;
    const later = [...(this.owners.get(residence)?.values() ?? [])].map(({ landlord }) => landlord);
    return new Set(first === undefined ? later : [first, ...later]);
  }

  /** The QPV in which the residence is on that day; none where the residence is not known. */
  districtsOn(residence: string, day: Day): readonly PriorityDistrictFacts[] {
    const facts = this.residence(residence);
    return facts ? districtsOn(day, facts, { get: (code) => this.known('district', code) }) : [];
  }

  private own(ownership: OwnershipFacts): void {
    const { residence, from } = ownership;
    let ofResidence = this.owners.get(residence);
    if (!ofResidence) this.owners.set(residence, (ofResidence = new Map<Day, OwnershipFacts>()));
    ofResidence.set(from, ownership);
  }
}

function keyOf(kind: NamedKind, code: string): string {
  return `${kind}/${code}`;
}
