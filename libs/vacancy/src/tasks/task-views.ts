import { codesOf, type Actor, type Scope } from '#access';
import { dayAt, type Day, type Instant, type Uuid } from '#kernel';
import { coversHolder, coversLandlord } from '../lists/visible-scope';
import type { PlannedTask, TaskParty, VacancyRow } from '../projections/model';
import { NOTHING_SAID, taskIdOf, type TaskKind, type TaskSaid } from './task';

/** A task as it is shown. What it does not have is absent. */
export interface TaskView {
  readonly task: string;
  readonly kind: TaskKind;
  readonly vacancy: Uuid;
  readonly residence: string;
  readonly candidate?: Uuid;
  readonly household?: Uuid;
  readonly duty?: Uuid;
  /** The persons of the household that a substitute offer is owed to. */
  readonly size?: number;
  readonly since: Day;
  readonly due?: Day;
  readonly late: boolean;
  /** To whom it was handed over. */
  readonly heldBy?: string;
}

/** `all`: every task is theirs. */
export type TaskQuality = 'all' | 'epci' | 'state';

export function qualityOf({ role }: Actor): TaskQuality {
  if (role === 'agent_epci') return 'epci';
  return role === 'etat' ? 'state' : 'all';
}

/** Who asks, and on which day. */
export interface TaskReader {
  readonly scope: Scope;
  /** Under a scope of everything: for whom the reader acts. */
  readonly quality: TaskQuality;
  /** Whether the scope has a holder of the State. */
  readonly isState: boolean;
  readonly today: Day;
  readonly timeZone: string;
}

/** A household that a substitute offer is owed to. */
export interface OwedOffer {
  readonly duty: Uuid;
  readonly household: Uuid;
  readonly openedOn: Day;
  readonly persons: number;
}

/** Whether the task is one that the reader may do. */
export function isTheirs(
  by: TaskParty,
  row: VacancyRow,
  { scope, quality, isState }: Pick<TaskReader, 'scope' | 'quality' | 'isState'>,
): boolean {
  if (scope.kind === 'all') return isOf(quality, by, row);
  switch (by) {
    case 'landlord':
      return coversLandlord(scope, row);
    case 'holder':
      return designates(scope, row);
    case 'commission':
      return codesOf(scope, 'commune').includes(row.commune);
    case 'state':
      return isState;
  }
}

/** The EPCI endorses, and designates on its own contingent where it did not delegate it. The State has its own tasks. */
function isOf(quality: TaskQuality, by: TaskParty, { contingent, designating, forOneTurn }: VacancyRow): boolean {
  if (quality === 'all') return true;
  if (quality === 'state') return by === 'state';
  const isOwn = contingent === 'epci' && designating === null && forOneTurn !== 1;
  return by === 'commission' || (by === 'holder' && isOwn);
}

/** In a turn, and for its own contingent, the landlord designates (process.md, « Who designates »). */
function designates(scope: Scope, row: VacancyRow): boolean {
  const isLandlordsOwn = row.forOneTurn === 1 || row.contingent === 'bailleur';
  return isLandlordsOwn ? coversLandlord(scope, row) : coversHolder(scope, row);
}

/** The task as the reader sees it; undefined where it does not wait for the reader today. */
export function taskView(planned: PlannedTask, row: VacancyRow, reader: TaskReader): TaskView | undefined {
  const { task, kind, by, candidate, household, due, raisedOn, said } = planned;
  const { today } = reader;
  if (!isTheirs(by, row, reader) || (raisedOn !== null && raisedOn > today) || !waits(said, due, today))
    return undefined;
  return {
    task,
    kind,
    vacancy: row.vacancy,
    residence: row.residence,
    ...(candidate && { candidate }),
    ...(household && { household }),
    since: raisedOn ?? dayIn(planned.since, reader.timeZone),
    ...(due && { due }),
    late: isLate(due, today),
    ...(said.heldBy !== null && { heldBy: said.heldBy }),
  };
}

/**
 * The substitute offer that the dwelling may be: the EPCI's task. The landlord and the holder see how many persons it is
 * owed to and since when, not to whom.
 */
export function offerView(owed: OwedOffer, row: VacancyRow, reader: TaskReader): TaskView | undefined {
  const { scope, today } = reader;
  const task = offerTaskId(row.vacancy, owed.duty);
  const said = row.said[task] ?? NOTHING_SAID;
  if (!seesOffer(row, reader) || !waits(said, null, today)) return undefined;
  return {
    task,
    kind: 'substituteOffer',
    vacancy: row.vacancy,
    residence: row.residence,
    ...(scope.kind === 'all' && { household: owed.household }),
    duty: owed.duty,
    size: owed.persons,
    since: owed.openedOn,
    late: false,
    ...(said.heldBy !== null && { heldBy: said.heldBy }),
  };
}

export function offerTaskId(vacancy: Uuid, duty: Uuid): string {
  return taskIdOf({ vacancy, kind: 'substituteOffer', revision: 0, subject: duty });
}

/** The EPCI has the task; the landlord and the holder see it. */
export function seesOffer(row: VacancyRow, { scope, quality }: Pick<TaskReader, 'scope' | 'quality'>): boolean {
  if (scope.kind === 'all') return quality !== 'state';
  return coversLandlord(scope, row) || coversHolder(scope, row);
}

/** The offers that are owed are the EPCI's task: others see it, and say nothing of it. */
export function ownsOffers({ scope, quality }: Pick<TaskReader, 'scope' | 'quality'>): boolean {
  return scope.kind === 'all' && quality !== 'state';
}

/** What is late comes first, then what is due first, then what has waited longest. */
export function inOrder(tasks: readonly TaskView[]): readonly TaskView[] {
  const key = ({ late, due, since, task }: TaskView): string => [late ? 0 : 1, due ?? '~', since, task].join(' ');
  return tasks
    .map((task) => [key(task), task] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, task]) => task);
}

/** What is late is shown even where it was postponed. */
function waits({ doneOn, postponedUntil }: TaskSaid, due: Day | null, today: Day): boolean {
  if (doneOn !== null) return false;
  return postponedUntil === null || postponedUntil <= today || isLate(due, today);
}

function isLate(due: Day | null, today: Day): boolean {
  return due !== null && due < today;
}

function dayIn(since: Day | Instant, timeZone: string): Day {
  return isInstant(since) ? dayAt(since, timeZone) : since;
}

function isInstant(since: Day | Instant): since is Instant {
  return since.includes('T');
}
