import { applyChanges, type Changes } from '#kernel';
import type { RecordedAs } from '#event-store';
import type { EnrolledFacts, RehousingEvent, RehousingFacts, SealedRehousingFacts } from './events';

/** The state of a case after its events. */
export interface Rehousing {
  readonly revision: number;
  readonly facts: EnrolledFacts;
}

export type RehousingRecorded = RecordedAs<RehousingEvent>;

/** The state after one more event. The first event of a case holds all the clear facts. */
export function evolve(state: Rehousing | undefined, event: RehousingRecorded): Rehousing {
  const { data, revision } = event;
  return { revision, facts: 'changes' in data ? applyChanges(state!.facts, data.changes) : data };
}

/**
 * The sealed facts after one more event. `opened`: the sealed part of the event, which the vault has opened: all the
 * facts, or changes to them.
 */
export function evolveSealed(
  state: SealedRehousingFacts | undefined,
  opened: SealedRehousingFacts | { readonly changes: Changes<SealedRehousingFacts> },
): SealedRehousingFacts {
  return 'changes' in opened ? applyChanges(state!, opened.changes) : opened;
}

/** How far a household is. `rehoused` is definitive, `moved` is temporary. */
export type RehousingStage = 'enrolled' | 'moved' | 'rehoused';

export function stageOf({ movedOn, definitive }: Pick<RehousingFacts, 'movedOn' | 'definitive'>): RehousingStage {
  if (movedOn === null) return 'enrolled';
  return definitive ? 'rehoused' : 'moved';
}
