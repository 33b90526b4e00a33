import { ALLOCATION_STREAMS } from '#allocation';
import type { RecordedEvent, StreamDefinition } from '#event-store';
import { NOTE_STREAMS, PRIORITY_LIST_STREAMS, SURVEY_STREAMS } from '#fragility';
import type { JsonObject, Uuid } from '#kernel';
import { REHOUSING_STREAMS } from '#rehousing';
import { DWELLING_STREAMS, OWNERSHIP_STREAMS, RESIDENCE_STREAMS } from '#territory';
import { READING_STREAMS } from '../events';
import { whileTheirs } from './while-theirs';
import type { Subject, SubjectKind } from './subject';

/** What happened in the stream that the dossier's id names. */
export interface NamedStream {
  readonly named: StreamDefinition;
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

export type DossierSource = NamedStream | ClaimedEvents;

const ROWS_OF_RESIDENCES = [OWNERSHIP_STREAMS, NOTE_STREAMS, SURVEY_STREAMS, DWELLING_STREAMS].flatMap(
  ({ types }): readonly string[] => types,
);

/** The leases that are, or once were, those of a residence or of a household. */
export const LEASES_OF_RESIDENCE: ClaimedEvents = {
  types: ALLOCATION_STREAMS.types,
  takes: 'stream',
  claims: ({ data }, code) => names(data, 'residence', code),
};

/**
 * Where each kind of dossier finds its events. What a household will do elsewhere (an erasure) joins its list as one more source.
 */
export const SOURCES: Readonly<Record<SubjectKind, readonly DossierSource[]>> = {
  allocation: [{ named: ALLOCATION_STREAMS }],
  residence: [
    { named: RESIDENCE_STREAMS },
    { types: ROWS_OF_RESIDENCES, takes: 'stream', claims: ({ data }, code) => names(data, 'residence', code) },
    { types: PRIORITY_LIST_STREAMS.types, takes: 'event', claims: listed },
  ],
  household: [
    {
      types: [...ALLOCATION_STREAMS.types, ...REHOUSING_STREAMS.types],
      takes: 'stream',
      claims: ({ data }, id) => names(data, 'household', id),
      part: (events, id) => whileTheirs(events, id as Uuid),
    },
    { types: READING_STREAMS.types, takes: 'event', claims: ({ people }, id) => people?.household === id },
  ],
};

export function sourcesOf({ kind }: Subject): readonly DossierSource[] {
  return SOURCES[kind];
}

/** Whether a list of priority residences has that one. */
function listed(event: RecordedEvent, code: string): boolean {
  return PRIORITY_LIST_STREAMS.read(event).data.residences.some(({ residence }) => residence === code);
}

/** Whether the facts of an event hold the value, or its changes make or unmake it. */
function names(data: JsonObject, field: string, value: string): boolean {
  const change = (data['changes'] as JsonObject | undefined)?.[field] as JsonObject | undefined;
  return data[field] === value || change?.['from'] === value || change?.['to'] === value;
}
