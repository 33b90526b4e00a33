import { INSTALLATION_ADMINISTRATOR } from '#access';
import type { Aggregate } from '#deciding';
import { FIRST_VERSION, StreamDefinition } from '#event-store';
import { isUuid, refuse, type Day, type Decision, type Uuid } from '#kernel';
import { firstOf, refuseBefore, refuseFuture } from '../checks';

/* What people say of their tasks. A task itself is no event: it follows from what is recorded (tasks-of.ts). */

/** What somebody must do about a vacancy. */
export const TASK_KINDS = [
  'orient',
  'designate',
  'endorse',
  'decide',
  'condition',
  'offer',
  'answer',
  'lease',
  'notify',
  'strikeOff',
  'prefectRefusal',
  'substituteOffer',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** Tasks that no command of the process ends: who did them says so. */
const DONE_ELSEWHERE: readonly TaskKind[] = ['strikeOff', 'prefectRefusal'];

/** What a task is about. */
export interface TaskSubject {
  readonly vacancy: Uuid;
  readonly kind: TaskKind;
  /** The revision of the event that raised it: the same step taken again later is another task. */
  readonly revision: number;
  /** The candidate or the duty; null for a task about the vacancy alone. */
  readonly subject: Uuid | null;
}

const SEPARATOR = '.';

/** The same subject always has the same id. It holds random ids only. */
export function taskIdOf({ vacancy, kind, revision, subject }: TaskSubject): string {
  return [vacancy, kind, revision, ...(subject === null ? [] : [subject])].join(SEPARATOR);
}

/** Undefined where the text is no id of a task. */
export function subjectOf(task: string): TaskSubject | undefined {
  const [vacancy = '', kind, revision = '', subject, ...others] = task.split(SEPARATOR);
  const known = TASK_KINDS.find((one) => one === kind);
  if (!known || vacancy === '' || !/^\d{1,9}$/.test(revision) || others.length > 0) return undefined;
  return { vacancy: vacancy as Uuid, kind: known, revision: Number(revision), subject: (subject as Uuid) ?? null };
}

export type TaskEvent =
  | { readonly type: 'TaskPostponed'; readonly data: { readonly until: Day } }
  | { readonly type: 'TaskHandedOver'; readonly data: { readonly to: string } }
  | { readonly type: 'TaskDone'; readonly data: { readonly on: Day } };

/** One stream for each task that somebody said something of, by the id of the task. */
export const TASK_STREAMS = new StreamDefinition<TaskEvent>({
  category: 'task',
  types: { TaskPostponed: FIRST_VERSION, TaskHandedOver: FIRST_VERSION, TaskDone: FIRST_VERSION },
});

/** What was said of a task. */
export interface TaskSaid {
  readonly postponedUntil: Day | null;
  /** The id of the actor to whom it was handed over. */
  readonly heldBy: string | null;
  readonly doneOn: Day | null;
}

export const NOTHING_SAID: TaskSaid = { postponedUntil: null, heldBy: null, doneOn: null };

export type TaskCommand = { readonly task: string; readonly kind: TaskKind; readonly today: Day } & (
  | { readonly verb: 'postpone'; readonly until: Day }
  | { readonly verb: 'hand over'; readonly to: string }
  | { readonly verb: 'done'; readonly on: Day }
);

export const TASKS: Aggregate<TaskCommand, TaskSaid, TaskEvent> = {
  events: TASK_STREAMS,
  initial: NOTHING_SAID,
  evolve: afterSaying,
  idOf: ({ task }) => task,
  decide: decideTask,
};

export function afterSaying(before: TaskSaid, { type, data }: TaskEvent): TaskSaid {
  switch (type) {
    case 'TaskPostponed':
      return { ...before, postponedUntil: data.until };
    case 'TaskHandedOver':
      return { ...before, heldBy: data.to };
    case 'TaskDone':
      return { ...before, doneOn: data.on };
  }
}

/**
 * Nothing where it is so already. Refused: `day-in-future`; `day-out-of-order` for a postponement to a day that is past;
 * `value-not-admitted` where what a task is handed over to is no actor's id, so that no name is written in clear;
 * `task-of-the-process` where a command ends it.
 */
function decideTask(command: TaskCommand, said: TaskSaid): Decision<TaskEvent> {
  switch (command.verb) {
    case 'postpone': {
      const { until, today } = command;
      const refusal = refuseBefore('jusqu_au', until, today);
      if (refusal) return refusal;
      return said.postponedUntil === until ? [] : [{ type: 'TaskPostponed', data: { until } }];
    }
    case 'hand over':
      if (!isActorId(command.to)) return refuse('value-not-admitted', { field: 'a' });
      return said.heldBy === command.to ? [] : [{ type: 'TaskHandedOver', data: { to: command.to } }];
    case 'done': {
      const refusal = firstOf(
        () => refuseFuture('date', command.on, command),
        () => (DONE_ELSEWHERE.includes(command.kind) ? undefined : refuse('task-of-the-process')),
      );
      if (refusal) return refusal;
      return said.doneOn === command.on ? [] : [{ type: 'TaskDone', data: { on: command.on } }];
    }
  }
}

/** The id of a token, or of the administrator of the installation. */
function isActorId(text: string): boolean {
  return isUuid(text) || text === INSTALLATION_ADMINISTRATOR.id;
}
