import { Controller, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#access';
import { calendarDay, oneOf, required } from '#cells';
import { CurrentActor } from '#http';
import { BodyForm } from '../http/body-form';
import {
  answerBeside,
  BesideRequestOf,
  BesideRoute,
  type BesideAnswer,
  type BesideRequest,
} from '../http/beside-routes';
import { BesideReceiptDto } from '../http/beside.dto';
import { refuseBeside } from '../recording/who-acts-beside';
import { ENDING_GROUNDS } from '../words';
import { NUMBER, numberIn } from './household-number';
import { ApplicationActors, EndApplication, ReopenApplication } from './end-application';

const ENDING = new BodyForm({
  ...NUMBER,
  on: required('date', calendarDay, '2024-03-15'),
  motive: required('motif', oneOf(ENDING_GROUNDS), 'renonciation'),
});

const REOPENING = new BodyForm(NUMBER);

@ApiTags('Vacances')
@ApiBearerAuth()
@Controller('api/households')
export class ApplicationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly actors: ApplicationActors,
  ) {}

  @BesideRoute({
    verb: 'ending',
    path: 'ending',
    summary: 'La demande d’un ménage est close',
    description:
      'Par l’EPCI, ou un bailleur ou un réservataire qui a un candidat de ce ménage. Ses désignations en cours sont retirées. Une autre date ou un autre motif corrige.',
    form: ENDING,
    receipt: BesideReceiptDto,
    refusals: ['unknown-household', 'day-in-future'],
  })
  async end(
    @BesideRequestOf() request: BesideRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BesideAnswer> {
    const { receipt: _receipt, ...answer } = await answerBeside(reply, ENDING.read(request.body), {
      refusalFor: () => this.actors.refuse(actor, numberIn(request.body)),
      send: (ending) => this.commands.execute(new EndApplication(ending, actor, request.sending)),
    });
    return answer;
  }

  @BesideRoute({
    verb: 'reopening',
    path: 'reopening',
    summary: 'La demande d’un ménage est de nouveau ouverte',
    description: 'Par l’EPCI. Les candidats retirés le restent.',
    form: REOPENING,
    receipt: BesideReceiptDto,
    refusals: ['unknown-household'],
  })
  async reopen(
    @BesideRequestOf() request: BesideRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BesideAnswer> {
    const { receipt: _receipt, ...answer } = await answerBeside(reply, REOPENING.read(request.body), {
      refusalFor: () => refuseBeside(actor, 'reopening'),
      send: (given) => this.commands.execute(new ReopenApplication(given.householdNumber, actor, request.sending)),
    });
    return answer;
  }
}
