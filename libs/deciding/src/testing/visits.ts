import { FIRST_VERSION, StreamDefinition, type RecordedAs } from '#event-store';
import { refuse, type Day, type Decision } from '#kernel';
import type { Aggregate } from '../aggregate';

/*
 * A sample aggregate, for docs/adding-a-verb.md and the specs: the visit of a dwelling before a candidate answers. In a library,
 * events stand in `events.ts`, the state in `visit.ts`, each verb in a file of `verbs/`.
 */

// events.ts: what can have happened.
export type VisitEvent =
  | { readonly type: 'VisitPlanned'; readonly data: { readonly dwelling: string; readonly on: Day } }
  | { readonly type: 'VisitHeld'; readonly data: { readonly on: Day } }
  | { readonly type: 'KeysReturned'; readonly data: { readonly on: Day } };

export const VISIT_STREAMS = new StreamDefinition<VisitEvent>({
  category: 'visit',
  types: { VisitPlanned: FIRST_VERSION, VisitHeld: FIRST_VERSION, KeysReturned: FIRST_VERSION },
});

// visit.ts: the state, and how each event changes it.
export interface Visit {
  readonly status: 'none' | 'planned' | 'held';
  readonly plannedOn?: Day;
}

export function evolve(visit: Visit, event: RecordedAs<VisitEvent>): Visit {
  switch (event.type) {
    case 'VisitPlanned':
      return { status: 'planned', plannedOn: event.data.on };
    case 'VisitHeld':
      return { ...visit, status: 'held' };
    case 'KeysReturned':
      return visit;
  }
}

// verbs/plan-visit.ts
export interface PlanVisit {
  readonly verb: 'plan';
  readonly dwelling: string;
  readonly on: Day;
}

/** Refused: `visit-already-planned`. */
export function planVisit({ dwelling, on }: PlanVisit, visit: Visit): Decision<VisitEvent> {
  if (visit.status === 'planned' && visit.plannedOn === on) return [];
  if (visit.status !== 'none') return refuse('visit-already-planned', { on: visit.plannedOn! });
  return [{ type: 'VisitPlanned', data: { dwelling, on } }];
}

// verbs/hold-visit.ts
export interface HoldVisit {
  readonly verb: 'hold';
  readonly dwelling: string;
  readonly on: Day;
}

/** The keys come back with the visitor: two events of one decision. Refused: `visit-not-planned`, `visit-before-its-day`. */
export function holdVisit({ on }: HoldVisit, visit: Visit): Decision<VisitEvent> {
  if (visit.status !== 'planned') return refuse('visit-not-planned');
  if (on < visit.plannedOn!) return refuse('visit-before-its-day', { on: visit.plannedOn! });
  return [
    { type: 'VisitHeld', data: { on } },
    { type: 'KeysReturned', data: { on } },
  ];
}

// What the pipeline needs of all this.
export type VisitCommand = PlanVisit | HoldVisit;

export const VISITS: Aggregate<VisitCommand, Visit, VisitEvent> = {
  events: VISIT_STREAMS,
  initial: { status: 'none' },
  evolve,
  idOf: ({ dwelling }) => dwelling,
  decide: (command, visit) => (command.verb === 'plan' ? planVisit(command, visit) : holdVisit(command, visit)),
};
