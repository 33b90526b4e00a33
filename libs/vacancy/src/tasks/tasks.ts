import { Command, CommandHandler, Query, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import type { Position } from '#event-store';
import { Installation } from '#installation';
import type { Day, Refusal } from '#kernel';
import { VacancyReading } from '../lists/vacancy-reading';
import { AggregateRecorder, type BesideReceipt, type BesideSending } from '../recording/aggregate-recorder';
import { TASKS, type TaskCommand, type TaskEvent, type TaskSaid } from './task';
import { TaskLists } from './task-lists';
import type { TaskView } from './task-views';

/** What waits for who asks. */
export class ListTasks extends Query<readonly TaskView[] | Refusal> {
  constructor(
    readonly actor: Actor,
    /** The answer shows the history up to this position at least. */
    readonly atLeast?: Position,
  ) {
    super();
  }
}

@QueryHandler(ListTasks)
export class ListTasksHandler implements IQueryHandler<ListTasks> {
  constructor(private readonly lists: TaskLists) {}

  execute({ actor, atLeast }: ListTasks): Promise<readonly TaskView[] | Refusal> {
    return this.lists.list(actor, atLeast);
  }
}

/** What somebody says of a task. */
export type Saying =
  | { readonly verb: 'postpone'; readonly until: Day }
  | { readonly verb: 'hand over'; readonly to: string }
  | { readonly verb: 'done'; readonly on: Day };

export class SayOfTask extends Command<BesideReceipt | Refusal> {
  constructor(
    readonly given: { readonly task: string; readonly saying: Saying },
    readonly actor: Actor,
    readonly sending: Omit<BesideSending, 'actor'> = {},
  ) {
    super();
  }
}

/** Records what is said of tasks that wait. */
export class TaskRecorder {
  private readonly recorder: AggregateRecorder<TaskCommand, TaskSaid, TaskEvent>;

  constructor(
    { pipelineStores }: Pick<Installation, 'pipelineStores'>,
    private readonly reading: VacancyReading,
    private readonly lists: TaskLists,
  ) {
    this.recorder = new AggregateRecorder(TASKS, pipelineStores, ['today']);
  }

  /** Refused: as `TaskLists.find`; `day-in-future`, `task-of-the-process`, `idempotency-key-reused`. */
  async say({ task, saying }: SayOfTask['given'], sending: BesideSending): Promise<BesideReceipt | Refusal> {
    const subject = await this.lists.find(task, sending.actor, sending.requestKey !== undefined);
    if ('refused' in subject) return subject;
    return this.recorder.send({ ...saying, task, kind: subject.kind, today: this.reading.today }, sending);
  }
}

@CommandHandler(SayOfTask)
export class SayOfTaskHandler implements ICommandHandler<SayOfTask> {
  constructor(private readonly recorder: TaskRecorder) {}

  execute({ given, actor, sending }: SayOfTask): Promise<BesideReceipt | Refusal> {
    return this.recorder.say(given, { ...sending, actor });
  }
}
