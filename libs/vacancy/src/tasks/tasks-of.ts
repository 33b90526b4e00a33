import { movedByMonths, type Day } from '#kernel';
import type { PlannedTask, TaskParty } from '../projections/model';
import { documentDueOf, type Step, type TrackedVacancy } from '../projections/tracked-vacancy';
import { isOpen, statusOf, type Candidate, type Vacancy } from '../vacancy';
import { NOTHING_SAID, taskIdOf, type TaskKind } from './task';

/** Who does each kind of task. A substitute offer is shown otherwise: task-views.ts. */
export const DOERS = {
  orient: 'landlord',
  designate: 'holder',
  endorse: 'commission',
  decide: 'landlord',
  condition: 'landlord',
  offer: 'landlord',
  answer: 'landlord',
  lease: 'landlord',
  notify: 'landlord',
  strikeOff: 'landlord',
  prefectRefusal: 'state',
} as const satisfies Readonly<Record<Exclude<TaskKind, 'substituteOffer'>, TaskParty>>;

/** What must be done, before it has an id. */
interface Todo {
  readonly kind: keyof typeof DOERS;
  readonly step: Step;
  readonly candidate?: Candidate;
  readonly raisedOn?: Day;
  readonly due?: Day | null;
}

/** The application leaves the national register so many months after the notice that it is inadmissible (R441-2-8). */
const MONTHS_TO_STRIKE_OFF = 1;

/**
 * What waits for somebody: what the status of the vacancy and of each candidate asks for, also where somebody said that
 * it is done. Pure: no day of today in it.
 */
export function tasksOf(tracked: TrackedVacancy): readonly PlannedTask[] {
  const { candidates, lease } = tracked.vacancy;
  const todos = [
    ...ofVacancy(tracked),
    ...candidates.flatMap((candidate) => ofCandidate(candidate, tracked)),
    ...(lease && statusOf(tracked.vacancy) === 'let' ? ofLease(tracked) : []),
  ];
  return todos.map((todo) => planned(todo, tracked));
}

/** Whether a task may wait now or later. A dwelling that is free may suit a household that a substitute offer is owed to. */
export function mayWait({ vacancy }: TrackedVacancy, tasks: readonly PlannedTask[]): boolean {
  return isOpen(vacancy) || tasks.some(({ said }) => said.doneOn === null);
}

function ofVacancy({ vacancy, stands, candidates: steps }: TrackedVacancy): readonly Todo[] {
  const { candidates, orientation } = vacancy;
  switch (statusOf(vacancy)) {
    case 'declared':
    case 'returned':
      return [{ kind: 'orient', step: stands }];
    case 'oriented':
      return [{ kind: 'designate', step: stands, due: orientation!.lastDay }];
    case 'designated':
      return candidates.some(({ status }) => status === 'designated') ? [{ kind: 'decide', step: stands }] : [];
    case 'decided': {
      const candidate = firstRankOf(vacancy);
      if (documentDueOf(candidate) !== null) return [];
      return [{ kind: 'offer', step: later(stands, steps[candidate.id]!), candidate }];
    }
    default:
      return [];
  }
}

function ofCandidate(candidate: Candidate, { vacancy, candidates, notices, ended }: TrackedVacancy): readonly Todo[] {
  const step = candidates[candidate.id]!;
  const about = { step, candidate };
  const { status, refusalNotifiedOn, offer, basis } = candidate;
  if (isOpen(vacancy)) {
    if (status === 'proposed' || status === 'deferred') return [{ kind: 'endorse', ...about }];
    if (status === 'offered') return [{ kind: 'answer', ...about, due: offer!.lastDay }];
    if (status === 'accepted') return [{ kind: 'lease', ...about }];
    const due = documentDueOf(candidate);
    if (due !== null) return [{ kind: 'condition', ...about, due }];
  }
  if (status !== 'notAllocated' && status !== 'inadmissible') return [];
  const todos: Todo[] = [];
  if (refusalNotifiedOn === null) todos.push({ kind: 'notify', ...about });
  else if (status === 'inadmissible' && !ended.includes(candidate.household)) {
    const raisedOn = movedByMonths(refusalNotifiedOn, MONTHS_TO_STRIKE_OFF);
    todos.push({ kind: 'strikeOff', step: notices[candidate.id]!, candidate, raisedOn });
  }
  if (status === 'notAllocated' && basis === 'dalo_prefet') todos.push({ kind: 'prefectRefusal', ...about });
  return todos;
}

/** Once the lease is cancelled the vacancy is closed, and nothing is to be struck off any more. */
function ofLease({ vacancy, stands, ended }: TrackedVacancy): readonly Todo[] {
  const candidate = vacancy.candidates.find(({ id }) => id === vacancy.lease!.candidate)!;
  return ended.includes(candidate.household) ? [] : [{ kind: 'strikeOff', step: stands, candidate }];
}

/** Of a vacancy that is `decided`, so that somebody is allocated. */
function firstRankOf({ candidates }: Vacancy): Candidate {
  return candidates
    .filter(({ status }) => status === 'allocated')
    .reduce((first, one) => (one.rank! < first.rank! ? one : first));
}

function later(a: Step, b: Step): Step {
  return a.revision > b.revision ? a : b;
}

function planned({ kind, step, candidate, raisedOn, due }: Todo, { vacancyId, said }: TrackedVacancy): PlannedTask {
  const subject = candidate?.id ?? null;
  const task = taskIdOf({ vacancy: vacancyId, kind, revision: step.revision, subject });
  return {
    task,
    kind,
    by: DOERS[kind],
    candidate: subject,
    household: candidate?.household ?? null,
    since: step.since,
    raisedOn: raisedOn ?? null,
    due: due ?? null,
    said: said[task] ?? NOTHING_SAID,
  };
}
