import type { Day, Instant, Uuid } from '#kernel';
import { APPLICATION_STREAMS } from '../applications/application';
import { VACANCY_STREAMS, type VacancyEvent } from '../events';
import { afterSaying, NOTHING_SAID, TASK_STREAMS, type TaskEvent, type TaskSaid } from '../tasks/task';
import { evolve, isOpen, statusOf, type Candidate, type Vacancy } from '../vacancy';
import type { StateEntry } from './model';

/** An event that began something: its revision in the stream of the vacancy, and its day, else the instant of its recording. */
export interface Step {
  readonly revision: number;
  readonly since: Day | Instant;
}

/** A vacancy, with when each thing that waits began to wait. */
export interface TrackedVacancy {
  readonly vacancyId: Uuid;
  readonly vacancy: Vacancy;
  readonly revision: number;
  readonly recordedAt: Instant;
  /** Since when the vacancy has its status, or its orientation. */
  readonly stands: Step;
  /** Since when each candidate has its status, its reason, its document and its offer. */
  readonly candidates: Readonly<Record<Uuid, Step>>;
  /** When its refusal was notified to each candidate. */
  readonly notices: Readonly<Record<Uuid, Step>>;
  /** Households whose application ended. */
  readonly ended: readonly Uuid[];
  /** What was said of tasks, by their ids. */
  readonly said: Readonly<Record<string, TaskSaid>>;
}

/** Undefined where the vacancy was never declared. */
export function trackedAfter(entries: readonly Omit<StateEntry, 'rows'>[]): TrackedVacancy | undefined {
  return entries.reduce<TrackedVacancy | undefined>(track, undefined);
}

/** The vacancy after one more entry; undefined where it was never declared. */
export function track(before: TrackedVacancy | undefined, entry: Omit<StateEntry, 'rows'>): TrackedVacancy | undefined {
  const { type, data, stream } = entry;
  if (VACANCY_STREAMS.has(type)) return trackEvent(before, { type, data } as unknown as VacancyEvent, entry);
  if (!before) return undefined;
  if (TASK_STREAMS.has(type)) {
    const task = TASK_STREAMS.idOf(stream);
    const said = afterSaying(before.said[task] ?? NOTHING_SAID, { type, data } as unknown as TaskEvent);
    return { ...before, said: { ...before.said, [task]: said } };
  }
  if (!APPLICATION_STREAMS.has(type)) return before;
  const household = APPLICATION_STREAMS.idOf(stream) as Uuid;
  const others = before.ended.filter((one) => one !== household);
  return { ...before, ended: type === 'ApplicationEnded' ? [...others, household] : others };
}

function trackEvent(
  before: TrackedVacancy | undefined,
  event: VacancyEvent,
  { stream, revision, recordedAt, on }: Omit<StateEntry, 'rows'>,
): TrackedVacancy | undefined {
  if (event.type === 'VacancyAbandoned') return before;
  const vacancy = evolve(before?.vacancy, event);
  const step: Step = { revision: revision!, since: on ?? recordedAt };
  const isNew = !before || statusOf(before.vacancy) !== statusOf(vacancy) || isOrientation(event);
  return {
    vacancyId: VACANCY_STREAMS.idOf(stream) as Uuid,
    vacancy,
    revision: revision!,
    recordedAt,
    stands: isNew ? step : before.stands,
    candidates: Object.fromEntries(
      vacancy.candidates.map((one) => {
        const known = before?.vacancy.candidates.find(({ id }) => id === one.id);
        return [one.id, known && isSameStep(known, one) ? before!.candidates[one.id]! : step];
      }),
    ),
    notices: { ...before?.notices, ...(event.type === 'RefusalNotified' && { [event.data.candidate]: step }) },
    ended: before?.ended ?? [],
    said: before?.said ?? {},
  };
}

function isOrientation({ type }: VacancyEvent): boolean {
  return type === 'VacancyOriented' || type === 'VacancyReoriented';
}

/** A correction of facts, an opinion or a notice begins nothing anew. */
function isSameStep(before: Candidate, after: Candidate): boolean {
  return (
    before.status === after.status &&
    before.reason === after.reason &&
    before.rank === after.rank &&
    before.condition === after.condition &&
    before.offer === after.offer
  );
}

/** The day by which the next step is due; null where it has none. */
export function dueOf(vacancy: Vacancy): Day | null {
  if (!isOpen(vacancy)) return null;
  const status = statusOf(vacancy);
  if (status === 'oriented') return vacancy.orientation!.lastDay;
  if (status === 'offered')
    return earliest(vacancy.candidates.map((one) => (one.status === 'offered' ? one.offer!.lastDay : null)));
  return status === 'decided' ? earliest(vacancy.candidates.map(documentDueOf)) : null;
}

/** The last day of the document that an allocated candidate still owes. */
export function documentDueOf({ status, condition }: Candidate): Day | null {
  return status === 'allocated' && condition && condition.metOn === null ? condition.due : null;
}

function earliest(days: readonly (Day | null)[]): Day | null {
  return days.reduce((first, one) => (first === null || (one !== null && one < first) ? one : first), null);
}
