import { ALLOCATION_STREAMS } from '#allocation';
import { CRITERIA_STREAMS } from '#criteria';
import type { RecordedEvent, StreamDefinition } from '#event-store';
import { NOTE_STREAMS, PRIORITY_LIST_STREAMS, SURVEY_STREAMS } from '#fragility';
import type { JsonObject, Uuid } from '#kernel';
import { READING_STREAMS } from '#readings';
import { REHOUSING_STREAMS } from '#rehousing';
import { DWELLING_STREAMS, OWNERSHIP_STREAMS, RESIDENCE_STREAMS } from '#territory';
import type { Subject, SubjectKind } from './subject';

/** All the events of the stream whose name contains the dossier's id. */
export interface NamedStream {
  readonly named: StreamDefinition;
}

/** Events that belong to a dossier. They are found by reading all the events of some types. */
export interface ClaimedEvents {
  readonly types: readonly string[];
  claims(event: RecordedEvent, id: string): boolean;
  /** `stream`: all the events of the stream of a claimed event; `event`: only the claimed events. */
  readonly takes: 'stream' | 'event';
  /** Picks the events of such a stream that belong to the dossier. Without it, all of them do. */
  part?(events: readonly RecordedEvent[], id: string): readonly RecordedEvent[];
}

export type DossierSource = NamedStream | ClaimedEvents;

const ROWS_OF_RESIDENCES = [OWNERSHIP_STREAMS, NOTE_STREAMS, SURVEY_STREAMS, DWELLING_STREAMS].flatMap(
  ({ types }): readonly string[] => types,
);

/** The leases that are, or once were, recorded in a residence. */
export const LEASES_OF_RESIDENCE: ClaimedEvents = {
  types: ALLOCATION_STREAMS.types,
  takes: 'stream',
  claims: ({ data }, code) => names(data, 'residence', code),
};

/**
 * Where each kind of dossier finds its events. A new kind of event about a household (an erasure) is added to its list as one more source.
 */
export const SOURCES: Readonly<Record<SubjectKind, readonly DossierSource[]>> = {
  allocation: [{ named: ALLOCATION_STREAMS }],
  residence: [
    { named: RESIDENCE_STREAMS },
    { types: ROWS_OF_RESIDENCES, takes: 'stream', claims: ({ data }, code) => names(data, 'residence', code) },
    { types: PRIORITY_LIST_STREAMS.types, takes: 'event', claims: listed },
  ],
  household: [
    { named: CRITERIA_STREAMS },
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

/** Whether the list of priority residences contains that residence. */
function listed(event: RecordedEvent, code: string): boolean {
  return PRIORITY_LIST_STREAMS.read(event).data.residences.some(({ residence }) => residence === code);
}

/** Whether the event records the field with that value, or changes the field to it or from it. */
function names(data: JsonObject, field: string, value: string): boolean {
  const change = (data['changes'] as JsonObject | undefined)?.[field] as JsonObject | undefined;
  return data[field] === value || change?.['from'] === value || change?.['to'] === value;
}

/**
 * The events of a lease or a rehousing during the time that it belonged to the household, with the events that gave it to the household
 * and took it away. Events about another household on the same stream are left out.
 */
function whileTheirs(stream: readonly RecordedEvent[], household: Uuid): readonly RecordedEvent[] {
  let holder: unknown;
  return stream.filter(({ data }) => {
    const before = holder;
    holder = householdAfter(data, before);
    return before === household || holder === household;
  });
}

function householdAfter(data: JsonObject, before: unknown): unknown {
  const change = (data['changes'] as JsonObject | undefined)?.['household'] as JsonObject | undefined;
  return change ? change['to'] : (data['household'] ?? before);
}
