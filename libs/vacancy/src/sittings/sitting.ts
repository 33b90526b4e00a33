import type { Aggregate } from '#deciding';
import { FIRST_VERSION, StreamDefinition } from '#event-store';
import { refuse, type Day, type Decision, type Uuid } from '#kernel';
import type { CommissionForm } from '../words';

/** A sitting of a landlord's commission over several vacancies. Each vacancy is decided by itself, and names it. */
export interface SittingFacts {
  readonly landlord: string;
  /** It may lie ahead: the agenda is made before. */
  readonly on: Day;
  readonly present: number | null;
  readonly form: CommissionForm | null;
}

export interface SittingOpened {
  readonly type: 'SittingOpened';
  readonly data: SittingFacts;
}

/** One stream for each sitting, by its random id. */
export const SITTING_STREAMS = new StreamDefinition<SittingOpened>({
  category: 'sitting',
  types: { SittingOpened: FIRST_VERSION },
});

export interface OpenSitting extends SittingFacts {
  readonly sitting: Uuid;
  /** Whether the landlord is one of the territory. */
  readonly isLandlord: boolean;
}

/** Refused: `value-not-admitted`. */
export const SITTINGS: Aggregate<OpenSitting, SittingFacts | null, SittingOpened> = {
  events: SITTING_STREAMS,
  initial: null,
  evolve: (_, { data }) => data,
  idOf: ({ sitting }) => sitting,
  decide: openSitting,
};

function openSitting(
  { sitting: _sitting, isLandlord, ...facts }: OpenSitting,
  opened: SittingFacts | null,
): Decision<SittingOpened> {
  if (opened) return [];
  if (!isLandlord) return refuse('value-not-admitted', { field: 'landlord', value: facts.landlord });
  return [{ type: 'SittingOpened', data: facts }];
}
