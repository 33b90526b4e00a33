import { applyChanges, type Changes } from '#kernel';
import type { RecordedAs } from '#event-store';
import type { EnrolledFacts, RehousingEvent, RehousingFacts, SealedRehousingFacts } from './events';

/** A case as its events leave it. */
export interface Rehousing {
  readonly revision: number;
  readonly facts: EnrolledFacts;
}

export type RehousingRecorded = RecordedAs<RehousingEvent>;

/** The clear facts after one more event; the first of a case tells them all. */
export function evolve(state: Rehousing | undefined, event: RehousingRecorded): Rehousing {
  const { data, revision } = event;
  return { revision, facts: 'changes' in data ? applyChanges(state!.facts, data.changes) : data };
}

/** The sealed facts after what the vault opened of one more event: all of them, or changes to them. */
export function evolveSealed(
  state: SealedRehousingFacts | undefined,
  opened: SealedRehousingFacts | { readonly changes: Changes<SealedRehousingFacts> },
): SealedRehousingFacts {
  return 'changes' in opened ? applyChanges(state!, opened.changes) : opened;
}

/** Where a household stands. `rehoused` is definitive, `moved` is for a time. */
export type RehousingStage = 'enrolled' | 'moved' | 'rehoused';

export function stageOf({ movedOn, definitive }: Pick<RehousingFacts, 'movedOn' | 'definitive'>): RehousingStage {
  if (movedOn === null) return 'enrolled';
  return definitive ? 'rehoused' : 'moved';
}
