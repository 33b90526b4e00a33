import { CodedError } from '#kernel';
import type { AmendmentFacts, ConventionFacts } from './convention';
import type { ConventionEvent } from './events';

/** The adopted convention, and its amendments in the order in which they were recorded. */
export interface RecordedConvention {
  readonly base: ConventionFacts;
  readonly amendments: readonly AmendmentFacts[];
}

/** @throws CodedError `convention-unknown` where an amendment comes before the adoption; no decision makes such an event */
export function evolveConvention(state: RecordedConvention | null, event: ConventionEvent): RecordedConvention {
  if (event.type === 'ConventionAdopted') return { base: event.data, amendments: [] };
  if (!state) throw new CodedError('convention-unknown', 'a convention is amended before it was adopted');
  return { base: state.base, amendments: [...state.amendments, event.data] };
}

/** Null where there is no event. */
export function foldConvention(events: readonly ConventionEvent[]): RecordedConvention | null {
  return events.reduce<RecordedConvention | null>(evolveConvention, null);
}
