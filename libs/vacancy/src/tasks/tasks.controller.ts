import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#access';
import { calendarDay, code, required } from '#cells';
import type { Position } from '#event-store';
import { ApiProblems, CurrentActor, Needs, READ_PROBLEMS } from '#http';
import { isRefusal, type Refusal } from '#kernel';
import { BodyForm, type ReadBody } from '../http/body-form';
import {
  answerBeside,
  BesideRequestOf,
  BesideRoute,
  type BesideAnswer,
  type BesideRequest,
} from '../http/beside-routes';
import { VacancyQueryDto } from '../http/vacancies.dto';
import { TaskLists } from './task-lists';
import { ListTasks, SayOfTask, type Saying } from './tasks';
import { TaskParamDto, TaskReceiptDto, TasksDto } from './tasks.dto';
import type { TaskView } from './task-views';

const POSTPONEMENT = new BodyForm({ until: required('jusqu_au', calendarDay, '2024-04-15') });
const HANDOVER = new BodyForm({ to: required('a', code, '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40', { personal: true }) });
const COMPLETION = new BodyForm({ on: required('date', calendarDay, '2024-04-15') });

@ApiTags('Tâches')
@ApiBearerAuth()
@Controller('api/tasks')
export class TasksController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly lists: TaskLists,
  ) {}

  @Get()
  @Needs('take-tasks')
  @ApiOperation({
    summary: 'Ce qui attend celui qui demande',
    description:
      'D’après son périmètre. Une tâche disparaît quand son étape est enregistrée, ou jusqu’au jour où elle est remise, sauf en retard. Ce qu’une tâche n’a pas est absent.',
  })
  @ApiOkResponse({ type: TasksDto })
  @ApiProblems(...READ_PROBLEMS)
  async list(
    @Query() { wait }: VacancyQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly tasks: readonly TaskView[] } | Refusal> {
    const tasks = await this.queries.execute(new ListTasks(actor, wait as Position | undefined));
    return isRefusal(tasks) ? tasks : { tasks };
  }

  @BesideRoute({
    verb: 'task',
    path: ':task/postponement',
    summary: 'Remettre une tâche à un jour',
    form: POSTPONEMENT,
    receipt: TaskReceiptDto,
    refusals: ['unknown-task'],
  })
  postpone(
    @Param() { task }: TaskParamDto,
    @BesideRequestOf() request: BesideRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BesideAnswer & { readonly task: string }> {
    const read = POSTPONEMENT.read(request.body);
    return this.say({ task, request, actor, reply }, read, ({ until }) => ({ verb: 'postpone', until }));
  }

  @BesideRoute({
    verb: 'task',
    path: ':task/handover',
    summary: 'Confier une tâche à quelqu’un',
    description:
      'Son identifiant, tel que l’histoire le donne (actor). La tâche reste visible de tous ceux qui peuvent la faire.',
    form: HANDOVER,
    receipt: TaskReceiptDto,
    refusals: ['unknown-task'],
  })
  handOver(
    @Param() { task }: TaskParamDto,
    @BesideRequestOf() request: BesideRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BesideAnswer & { readonly task: string }> {
    const read = HANDOVER.read(request.body);
    return this.say({ task, request, actor, reply }, read, ({ to }) => ({ verb: 'hand over', to }));
  }

  @BesideRoute({
    verb: 'task',
    path: ':task/completion',
    summary: 'Dire faite une tâche qui se fait ailleurs',
    description:
      'La radiation au SNE (strikeOff), et la lecture d’une non-attribution (prefectRefusal). Les autres se terminent par leur étape.',
    form: COMPLETION,
    receipt: TaskReceiptDto,
    refusals: ['unknown-task', 'day-in-future', 'task-of-the-process'],
  })
  complete(
    @Param() { task }: TaskParamDto,
    @BesideRequestOf() request: BesideRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BesideAnswer & { readonly task: string }> {
    const read = COMPLETION.read(request.body);
    return this.say({ task, request, actor, reply }, read, ({ on }) => ({ verb: 'done', on }));
  }

  private async say<Fields>(
    { task, request, actor, reply }: { task: string; request: BesideRequest; actor: Actor; reply: FastifyReply },
    read: ReadBody<Fields>,
    sayingOf: (fields: Fields) => Saying,
  ): Promise<BesideAnswer & { readonly task: string }> {
    const { receipt: _receipt, ...answer } = await answerBeside(reply, read, {
      refusalFor: async () => {
        const found = await this.lists.find(task, actor);
        return 'refused' in found ? found : undefined;
      },
      send: (fields) =>
        this.commands.execute(new SayOfTask({ task, saying: sayingOf(fields) }, actor, request.sending)),
    });
    return { task, ...answer };
  }
}
