import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#access';
import { calendarDay, required } from '#cells';
import { ApiProblems, CurrentActor, Needs, READ_PROBLEMS } from '#http';
import type { Position } from '#event-store';
import { isRefusal, type Refusal } from '#kernel';
import { BodyForm } from '../http/body-form';
import {
  answerBeside,
  BesideRequestOf,
  BesideRoute,
  type BesideAnswer,
  type BesideRequest,
} from '../http/beside-routes';
import { BesideReceiptDto } from '../http/beside.dto';
import { VacancyQueryDto } from '../http/vacancies.dto';
import { DutiesDto, DutyParamDto } from './duties.dto';
import { DutyRecorder, ListDuties, RenounceDuty, type DutyView } from './duties';

const RENUNCIATION = new BodyForm({ on: required('date', calendarDay, '2024-03-15') });

@ApiTags('Vacances')
@ApiBearerAuth()
@Controller('api/duties')
export class DutiesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly recorder: DutyRecorder,
  ) {}

  @Get()
  @Needs('read-vacancies')
  @ApiOperation({
    summary: 'Les offres de substitution dues (L441-2-2)',
    description: 'Celles dont un refus est dans votre périmètre. Aucun ménage n’y est nommé.',
  })
  @ApiOkResponse({ type: DutiesDto })
  @ApiProblems(...READ_PROBLEMS)
  async list(
    @Query() { wait }: VacancyQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly duties: readonly DutyView[] } | Refusal> {
    const duties = await this.queries.execute(new ListDuties(actor, wait as Position | undefined));
    return isRefusal(duties) ? duties : { duties };
  }

  @BesideRoute({
    verb: 'renunciation',
    path: ':duty/renunciation',
    summary: 'Le ménage renonce à l’offre qui lui est due',
    description: 'Par l’EPCI, ou le bailleur ou le réservataire d’un des refus.',
    form: RENUNCIATION,
    receipt: BesideReceiptDto,
    refusals: ['unknown-duty', 'not-in-this-status', 'day-in-future', 'day-out-of-order'],
  })
  async renounce(
    @Param() { duty }: DutyParamDto,
    @BesideRequestOf() request: BesideRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BesideAnswer> {
    const { receipt: _receipt, ...answer } = await answerBeside(reply, RENUNCIATION.read(request.body), {
      refusalFor: async () => {
        const found = await this.recorder.find(duty, actor);
        return 'refused' in found ? found : undefined;
      },
      send: ({ on }) => this.commands.execute(new RenounceDuty({ duty, on }, actor, request.sending)),
    });
    return answer;
  }
}
