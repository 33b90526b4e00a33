import { evolveConvention, type ConventionEvent, type RecordedConvention } from '#convention';
import type { ClearEvent } from '#event-store';
import type { FragilityEvent, NoteFacts, SurveyFacts } from '#fragility';
import { applyChanges, CodedError, type Changes } from '#kernel';
import type {
  CommuneFacts,
  LandlordFacts,
  OwnershipFacts,
  PriorityDistrictFacts,
  ReservationHolderFacts,
  ResidenceFacts,
  TerritoryEvent,
} from '#territory';
import type { Versioned } from './model';

/** A residence with all that is dated about it; `facts` is null while only its notes or owners have been recorded. */
export interface ResidenceState {
  readonly facts: ResidenceFacts | null;
  readonly ownerships: readonly OwnershipFacts[];
  readonly notes: readonly NoteFacts[];
  readonly surveys: readonly SurveyFacts[];
}

/** What each kind of entity is known by. */
export interface EntityStates {
  readonly commune: { readonly facts: CommuneFacts };
  readonly district: { readonly facts: PriorityDistrictFacts };
  readonly landlord: { readonly facts: LandlordFacts };
  readonly holder: { readonly facts: ReservationHolderFacts };
  readonly residence: ResidenceState;
  /** One, called as its stream is. */
  readonly convention: { readonly facts: RecordedConvention };
}
export type EntityKind = keyof EntityStates;
export type EntityState = EntityStates[EntityKind];

/** One version of an entity. Id: `<key>@<from>`. */
export type EntityDocument<Kind extends EntityKind = EntityKind> = EntityStates[Kind] &
  Versioned & { readonly key: string; readonly kind: Kind };

export type EntityEvent =
  Exclude<TerritoryEvent, { readonly type: `Dwelling${string}` }> | FragilityEvent | ConventionEvent;

interface Source {
  readonly kind: EntityKind;
  /** Of the streams whose name ends with the entity's code. */
  readonly prefix: string;
  /** The list of the residence that the event's row stands in, and what tells its rows apart. */
  readonly row?: { readonly list: 'ownerships' | 'notes' | 'surveys'; readonly key: 'from' | 'year' };
}

const OWNERSHIPS = {
  kind: 'residence',
  prefix: 'residence-ownership-',
  row: { list: 'ownerships', key: 'from' },
} as const;
const NOTES = { kind: 'residence', prefix: 'fragility-note-', row: { list: 'notes', key: 'from' } } as const;
const SURVEYS = { kind: 'residence', prefix: 'fragility-survey-', row: { list: 'surveys', key: 'year' } } as const;

const SOURCES: Readonly<Record<EntityEvent['type'], Source>> = {
  CommuneDeclared: { kind: 'commune', prefix: 'commune-' },
  CommuneCorrected: { kind: 'commune', prefix: 'commune-' },
  PriorityDistrictDeclared: { kind: 'district', prefix: 'district-' },
  PriorityDistrictCorrected: { kind: 'district', prefix: 'district-' },
  LandlordDeclared: { kind: 'landlord', prefix: 'landlord-' },
  LandlordCorrected: { kind: 'landlord', prefix: 'landlord-' },
  ReservationHolderDeclared: { kind: 'holder', prefix: 'holder-' },
  ReservationHolderCorrected: { kind: 'holder', prefix: 'holder-' },
  ResidenceDeclared: { kind: 'residence', prefix: 'residence-' },
  ResidenceCorrected: { kind: 'residence', prefix: 'residence-' },
  OwnershipChanged: OWNERSHIPS,
  OwnershipCorrected: OWNERSHIPS,
  FragilityNoted: NOTES,
  FragilityNoteCorrected: NOTES,
  ResidenceSurveyed: SURVEYS,
  ResidenceSurveyCorrected: SURVEYS,
  ConventionAdopted: { kind: 'convention', prefix: '' },
  ConventionAmended: { kind: 'convention', prefix: '' },
};

export const ENTITY_EVENT_TYPES = Object.keys(SOURCES) as readonly EntityEvent['type'][];

export function isEntityEvent(
  event: ClearEvent<unknown>,
): event is ClearEvent<EntityEvent['data']> & { type: EntityEvent['type'] } {
  return Object.hasOwn(SOURCES, event.type);
}

/** The entity that an event is about. Stream names hold its code, and after the last `@` the row's day or year. */
export function entityOf(event: { readonly type: EntityEvent['type']; readonly stream: string }): {
  readonly kind: EntityKind;
  readonly code: string;
} {
  const source = SOURCES[event.type];
  const name = event.stream.slice(source.prefix.length);
  return { kind: source.kind, code: source.row ? name.slice(0, name.lastIndexOf('@')) : name };
}

export function entityKey(kind: EntityKind, code: string): string {
  return `${kind}/${code}`;
}

const BLANK_RESIDENCE: ResidenceState = { facts: null, ownerships: [], notes: [], surveys: [] };

/**
 * The entity once the event has happened.
 * @throws CodedError `entity-unknown` where the event corrects what was never declared, `convention-unknown`
 */
export function evolveEntity(
  state: EntityState | null,
  event: { readonly type: EntityEvent['type']; readonly stream: string; readonly data: EntityEvent['data'] },
): EntityState {
  const { kind, row } = SOURCES[event.type];
  if (row) return withRow((state as ResidenceState | null) ?? BLANK_RESIDENCE, row, event);
  if (kind === 'convention') {
    const known = (state as EntityStates['convention'] | null)?.facts ?? null;
    return { facts: evolveConvention(known, event as ConventionEvent) };
  }
  const facts = factsAfter(state?.facts ?? null, event);
  return (kind === 'residence' ? { ...BLANK_RESIDENCE, ...state, facts } : { facts }) as EntityState;
}

function withRow(
  state: ResidenceState,
  { list, key }: NonNullable<Source['row']>,
  event: { readonly stream: string; readonly data: EntityEvent['data'] },
): ResidenceState {
  const rowKey = event.stream.slice(event.stream.lastIndexOf('@') + 1);
  const rows = state[list] as readonly (OwnershipFacts & NoteFacts & SurveyFacts)[];
  const known = rows.find((row) => String(row[key]) === rowKey) ?? null;
  const others = rows.filter((row) => row !== known);
  return { ...state, [list]: [...others, factsAfter(known, event)] };
}

function factsAfter(
  known: object | null,
  event: { readonly stream: string; readonly data: EntityEvent['data'] },
): object {
  if (!('changes' in event.data)) return event.data;
  if (!known) throw new CodedError('entity-unknown', `${event.stream} is corrected before it was declared`);
  return applyChanges(known, event.data.changes as Changes<object>);
}
