import { CONVENTION_STREAM, evolveConvention, type ConventionEvent, type RecordedConvention } from '#convention';
import { byType, partsOfRowId, type ClearEvent, type EventOf, type StreamDefinition } from '#event-store';
import { NOTE_STREAMS, SURVEY_STREAMS, type NoteFacts, type SurveyFacts } from '#fragility';
import { CodedError, evolveRecord, type RecordData } from '#kernel';
import {
  COMMUNE_STREAMS,
  DISTRICT_STREAMS,
  HOLDER_STREAMS,
  LANDLORD_STREAMS,
  OWNERSHIP_STREAMS,
  RESIDENCE_STREAMS,
  type CommuneFacts,
  type LandlordFacts,
  type OwnershipFacts,
  type PriorityDistrictFacts,
  type ReservationHolderFacts,
  type ResidenceFacts,
} from '#territory';
import { INDICATOR_STREAMS, type IndicatorFacts } from '../indicators/events';
import type { Versioned } from './model';

/** A residence with its dated rows: owners, notes, surveys. `facts` is null while only such rows have been recorded. */
export interface ResidenceState {
  readonly facts: ResidenceFacts | null;
  readonly ownerships: readonly OwnershipFacts[];
  readonly notes: readonly NoteFacts[];
  readonly surveys: readonly SurveyFacts[];
}

/** The state of each kind of entity. */
export interface EntityStates {
  readonly commune: { readonly facts: CommuneFacts };
  readonly district: { readonly facts: PriorityDistrictFacts };
  readonly landlord: { readonly facts: LandlordFacts };
  readonly holder: { readonly facts: ReservationHolderFacts };
  readonly residence: ResidenceState;
  readonly indicator: { readonly facts: IndicatorFacts };
  /** There is only one convention. Its code is the name of its stream. */
  readonly convention: { readonly facts: RecordedConvention };
}
export type EntityKind = keyof EntityStates;
export type EntityState = EntityStates[EntityKind];

/** One version of an entity. Id: `<key>@<from>`. */
export type EntityDocument<Kind extends EntityKind = EntityKind> = EntityStates[Kind] &
  Versioned & { readonly key: string; readonly kind: Kind };

interface Row {
  readonly list: 'ownerships' | 'notes' | 'surveys';
  readonly key: 'from' | 'year';
}

/**
 * The streams whose events change entities. Where a stream holds a row of a residence, `row` names the list of the
 * residence and the field that identifies a row in it.
 */
const SOURCES = [
  { kind: 'commune', streams: COMMUNE_STREAMS },
  { kind: 'district', streams: DISTRICT_STREAMS },
  { kind: 'landlord', streams: LANDLORD_STREAMS },
  { kind: 'holder', streams: HOLDER_STREAMS },
  { kind: 'residence', streams: RESIDENCE_STREAMS },
  { kind: 'residence', streams: OWNERSHIP_STREAMS, row: { list: 'ownerships', key: 'from' } },
  { kind: 'residence', streams: NOTE_STREAMS, row: { list: 'notes', key: 'from' } },
  { kind: 'residence', streams: SURVEY_STREAMS, row: { list: 'surveys', key: 'year' } },
  { kind: 'convention', streams: CONVENTION_STREAM },
  { kind: 'indicator', streams: INDICATOR_STREAMS },
] as const;

export type EntityEvent = EventOf<(typeof SOURCES)[number]['streams']>;

interface Source {
  readonly kind: EntityKind;
  readonly streams: StreamDefinition;
  readonly row?: Row;
}

const BY_TYPE = byType<Source>(SOURCES);

export const ENTITY_EVENT_TYPES: readonly string[] = [...BY_TYPE.keys()];

export function isEntityEvent(
  event: ClearEvent<unknown>,
): event is ClearEvent<EntityEvent['data']> & { type: EntityEvent['type'] } {
  return BY_TYPE.has(event.type);
}

/** The entity that an event is about. The name of the stream holds the code of the entity and, for a row, its day or year. */
export function entityOf(event: { readonly type: EntityEvent['type']; readonly stream: string }): {
  readonly kind: EntityKind;
  readonly code: string;
} {
  const { kind, streams, row } = BY_TYPE.get(event.type)!;
  const id = streams.idOf(event.stream);
  return { kind, code: row ? partsOfRowId(id).code : id };
}

export function entityKey(kind: EntityKind, code: string): string {
  return `${kind}/${code}`;
}

const BLANK_RESIDENCE: ResidenceState = { facts: null, ownerships: [], notes: [], surveys: [] };

/**
 * The entity after the event.
 * @throws CodedError `entity-unknown` where the event corrects an entity that was never declared, `convention-unknown`
 */
export function evolveEntity(
  state: EntityState | null,
  event: { readonly type: EntityEvent['type']; readonly stream: string; readonly data: EntityEvent['data'] },
): EntityState {
  const { kind, streams, row } = BY_TYPE.get(event.type)!;
  if (row) {
    const rowKey = partsOfRowId(streams.idOf(event.stream)).row;
    return withRow((state as ResidenceState | null) ?? BLANK_RESIDENCE, row, rowKey, event);
  }
  if (kind === 'convention') {
    const known = (state as EntityStates['convention'] | null)?.facts ?? null;
    return { facts: evolveConvention(known, event as ConventionEvent) };
  }
  const facts = factsAfter(state?.facts ?? null, event);
  return (kind === 'residence' ? { ...BLANK_RESIDENCE, ...state, facts } : { facts }) as EntityState;
}

function withRow(
  state: ResidenceState,
  { list, key }: Row,
  rowKey: string,
  event: { readonly stream: string; readonly data: EntityEvent['data'] },
): ResidenceState {
  const rows = state[list] as readonly (OwnershipFacts & NoteFacts & SurveyFacts)[];
  const known = rows.find((row) => String(row[key]) === rowKey) ?? null;
  const others = rows.filter((row) => row !== known);
  return { ...state, [list]: [...others, factsAfter(known, event)] };
}

function factsAfter(
  known: object | null,
  event: { readonly stream: string; readonly data: EntityEvent['data'] },
): object {
  const facts = evolveRecord(known, event.data as RecordData<object>);
  if (!facts) throw new CodedError('entity-unknown', `${event.stream} is corrected before it was declared`);
  return facts;
}
