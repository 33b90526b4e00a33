import { ALLOCATION_EVENTS, allocationStream } from '#allocation';
import type { RecordedEvent } from '#event-store';
import type { PriorityListFacts } from '#fragility';
import type { JsonObject, Uuid } from '#kernel';
import { REHOUSING_EVENTS } from '#rehousing';
import { READING_EVENTS } from '../events';
import { whileTheirs } from './while-theirs';
import type { Subject, SubjectKind } from './subject';

/** Whole streams that belong to a dossier, known by their names. */
export interface NamedStreams {
  streams(id: string): readonly string[];
}

/** Events that belong to a dossier, found among all those of some types. */
export interface ClaimedEvents {
  readonly types: readonly string[];
  claims(event: RecordedEvent, id: string): boolean;
  /** `stream`: all that happened in the stream of a claimed event; `event`: the claimed ones alone. */
  readonly takes: 'stream' | 'event';
  /** Of such a stream, the part that belongs to the dossier; all of it where absent. */
  part?(events: readonly RecordedEvent[], id: string): readonly RecordedEvent[];
}

export type DossierSource = NamedStreams | ClaimedEvents;

const ROWS_OF_RESIDENCES = [
  'OwnershipChanged',
  'OwnershipCorrected',
  'FragilityNoted',
  'FragilityNoteCorrected',
  'ResidenceSurveyed',
  'ResidenceSurveyCorrected',
  'DwellingDeclared',
  'DwellingCorrected',
] as const;

/** The leases that are, or once were, those of a residence or of a household. */
export const LEASES_OF_RESIDENCE: ClaimedEvents = {
  types: ALLOCATION_EVENTS,
  takes: 'stream',
  claims: ({ data }, code) => names(data, 'residence', code),
};

/**
 * Where each kind of dossier finds its events. What a household will do elsewhere (an erasure) joins its list as one more source.
 */
export const SOURCES: Readonly<Record<SubjectKind, readonly DossierSource[]>> = {
  allocation: [{ streams: (id) => [allocationStream(id as Uuid)] }],
  residence: [
    { streams: (code) => [`residence-${code}`] },
    { types: ROWS_OF_RESIDENCES, takes: 'stream', claims: ({ data }, code) => names(data, 'residence', code) },
    { types: ['PriorityListEstablished'], takes: 'event', claims: ({ data }, code) => listed(data, code) },
  ],
  household: [
    {
      types: [...ALLOCATION_EVENTS, ...REHOUSING_EVENTS],
      takes: 'stream',
      claims: ({ data }, id) => names(data, 'household', id),
      part: (events, id) => whileTheirs(events, id as Uuid),
    },
    { types: READING_EVENTS, takes: 'event', claims: ({ people }, id) => people?.household === id },
  ],
};

export function sourcesOf({ kind }: Subject): readonly DossierSource[] {
  return SOURCES[kind];
}

/** Whether a list of priority residences has that one. */
function listed(data: JsonObject, code: string): boolean {
  return (data as unknown as PriorityListFacts).residences.some(({ residence }) => residence === code);
}

/** Whether the facts of an event hold the value, or its changes make or unmake it. */
function names(data: JsonObject, field: string, value: string): boolean {
  const change = (data['changes'] as JsonObject | undefined)?.[field] as JsonObject | undefined;
  return data[field] === value || change?.['from'] === value || change?.['to'] === value;
}
