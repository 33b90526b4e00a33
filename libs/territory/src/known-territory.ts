import { CodedError, evolveRecord, type Day, type RecordData } from '#kernel';
import type {
  CommuneFacts,
  DwellingFacts,
  LandlordFacts,
  OwnershipFacts,
  PriorityDistrictFacts,
  ReservationHolderFacts,
  ResidenceFacts,
  TerritoryEvent,
} from './events';
import { districtsOn, landlordOn } from './residence';

/** What each kind of record of the territory says. */
export interface TerritoryFacts {
  readonly commune: CommuneFacts;
  readonly district: PriorityDistrictFacts;
  readonly landlord: LandlordFacts;
  readonly holder: ReservationHolderFacts;
  readonly residence: ResidenceFacts;
  readonly ownership: OwnershipFacts;
  readonly dwelling: DwellingFacts;
}
export type TerritoryKind = keyof TerritoryFacts;

interface StreamedEvent {
  readonly type: TerritoryEvent['type'];
  readonly stream: string;
  readonly data: object;
}

/** A record as an event leaves it. */
export type TerritoryRecord = {
  readonly [Kind in TerritoryKind]: { readonly kind: Kind; readonly facts: TerritoryFacts[Kind] };
}[TerritoryKind];

const KINDS: Readonly<Record<TerritoryEvent['type'], TerritoryKind>> = {
  CommuneDeclared: 'commune',
  CommuneCorrected: 'commune',
  PriorityDistrictDeclared: 'district',
  PriorityDistrictCorrected: 'district',
  LandlordDeclared: 'landlord',
  LandlordCorrected: 'landlord',
  ReservationHolderDeclared: 'holder',
  ReservationHolderCorrected: 'holder',
  ResidenceDeclared: 'residence',
  ResidenceCorrected: 'residence',
  OwnershipChanged: 'ownership',
  OwnershipCorrected: 'ownership',
  DwellingDeclared: 'dwelling',
  DwellingCorrected: 'dwelling',
};

/** The types of the events that tell of records of those kinds. */
export function territoryTypes(...kinds: readonly TerritoryKind[]): readonly TerritoryEvent['type'][] {
  const types = Object.keys(KINDS) as TerritoryEvent['type'][];
  return types.filter((type) => kinds.includes(KINDS[type]));
}

/** Whether the event tells of the territory. */
export function isTerritoryEvent<Event extends { readonly type: string }>(
  event: Event,
): event is Event & { readonly type: TerritoryEvent['type'] } {
  return Object.hasOwn(KINDS, event.type);
}

type NamedKind = Exclude<TerritoryKind, 'ownership'>;

/**
 * The territory as the events applied so far leave it. Give it the events of the kinds that you ask about, in their order; it knows
 * nothing of the others.
 */
export class KnownTerritory {
  /** The newest facts of each stream. */
  private readonly streams = new Map<string, object>();
  private readonly records = new Map<string, object>();
  /** By residence, then by day. */
  private readonly owners = new Map<string, Map<Day, OwnershipFacts>>();

  /** The record that the event is of, as it is now. @throws CodedError `record-undeclared` where it is corrected first */
  apply({ type, stream, data }: StreamedEvent): TerritoryRecord {
    const facts = evolveRecord(this.streams.get(stream), data as RecordData<object>);
    if (!facts) throw new CodedError('record-undeclared', `${stream} is corrected before it was declared`, { stream });
    this.streams.set(stream, facts);
    const record = { kind: KINDS[type], facts } as TerritoryRecord;
    if (record.kind === 'ownership') this.own(record.facts);
    else
      this.records.set(keyOf(record.kind, 'code' in record.facts ? record.facts.code : record.facts.reference), facts);
    return record;
  }

  /** What is known of a record, by its code (a dwelling's: its reference). */
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

  /** The QPV in which the residence stands; none where it is not known. */
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
