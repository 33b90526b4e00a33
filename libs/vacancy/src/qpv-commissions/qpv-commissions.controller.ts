import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#access';
import { calendarDay, optional, required } from '#cells';
import type { Position } from '#event-store';
import { ApiProblems, CurrentActor, Needs, READ_PROBLEMS } from '#http';
import { isRefusal, type Refusal } from '#kernel';
import { BodyForm, optionalCodes } from '../http/body-form';
import {
  answerBeside,
  BesideRequestOf,
  BesideRoute,
  type BesideAnswer,
  type BesideRequest,
} from '../http/beside-routes';
import { VacancyQueryDto } from '../http/vacancies.dto';
import { refuseBeside } from '../recording/who-acts-beside';
import { CommuneParamDto, QpvCommissionReceiptDto, QpvCommissionsDto } from './qpv-commissions.dto';
import { ListQpvCommissions, SetCommission, type QpvCommissionView } from './qpv-commissions';

const SETTING = new BodyForm({
  from: required('date_debut', calendarDay, '2025-03-01'),
  askedByMayorOn: required('demande_du_maire', calendarDay, '2025-01-15'),
  until: optional('date_fin', calendarDay, ''),
  districts: optionalCodes('qpv', ['L-QPV-1']),
  rulesAdoptedOn: optional('reglement_adopte_le', calendarDay, ''),
});

@ApiTags('Vacances')
@ApiBearerAuth()
@Controller('api/qpv-commissions')
export class QpvCommissionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Needs('read-vacancies')
  @ApiOperation({
    summary: 'Les commissions de quartier en place, par commune',
    description: 'Et ce qui leur reste à faire : le règlement intérieur, puis sa révision, avec leurs jours.',
  })
  @ApiOkResponse({ type: QpvCommissionsDto })
  @ApiProblems(...READ_PROBLEMS)
  async list(
    @Query() { wait }: VacancyQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly commissions: readonly QpvCommissionView[] } | Refusal> {
    const commissions = await this.queries.execute(new ListQpvCommissions(actor, wait as Position | undefined));
    return isRefusal(commissions) ? commissions : { commissions };
  }

  @BesideRoute({
    verb: 'qpv-commission',
    method: 'put',
    path: ':code_insee',
    summary: 'Mettre en place la commission de quartier d’une commune',
    description:
      'Par l’EPCI, à la demande du maire. De date_debut à date_fin, dans ces QPV, les réservataires proposent et la commission désigne. Le dernier envoi remplace le précédent.',
    form: SETTING,
    receipt: QpvCommissionReceiptDto,
    refusals: ['unknown-commune', 'day-in-future', 'day-out-of-order'],
  })
  async set(
    @Param() { code_insee: commune }: CommuneParamDto,
    @BesideRequestOf() request: BesideRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BesideAnswer & { readonly commune: string }> {
    const { receipt: _receipt, ...answer } = await answerBeside(reply, SETTING.read(request.body), {
      refusalFor: () => refuseBeside(actor, 'qpv-commission'),
      send: (facts) => this.commands.execute(new SetCommission({ commune, ...facts }, actor, request.sending)),
    });
    return { commune, ...answer };
  }
}
