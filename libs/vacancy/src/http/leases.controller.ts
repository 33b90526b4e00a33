import { Controller, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#access';
import { ConventionHistory, publicsOf } from '#convention';
import { CurrentActor } from '#http';
import { LEASE, LEASE_CANCELLATION, LEASE_CORRECTION, readLeaseCorrection } from './lease-bodies';
import { VacancyDesk, type VacancyAnswer } from './vacancy-desk';
import { CommandRequestOf, CommandRoute, type CommandRequest } from './vacancy-routes';

/** What every verb about the lease may be refused for. */
const STATE = ['unknown-vacancy', 'not-in-this-status', 'residence-of-another-landlord', 'vacancy-changed'];
const DAYS = ['day-in-future', 'day-out-of-order'];

@ApiTags('Vacances')
@ApiBearerAuth()
@Controller('api/vacancies/:vacancy/lease')
export class VacancyLeasesController {
  constructor(
    private readonly desk: VacancyDesk,
    private readonly convention: ConventionHistory,
  ) {}

  @CommandRoute({
    path: '',
    verb: 'lease',
    summary: 'Enregistrer le bail signé : le logement est attribué',
    description:
      'Le bail compte comme une ligne de attributions.csv, avec les derniers faits du ménage (R441-2-9). Les autres candidats sont retirés. Sous un numéro déjà enregistré pour ce ménage et ce logement, la réponse est la même, et rien n’est écrit deux fois.',
    form: LEASE,
    refusals: [
      ...STATE,
      ...DAYS,
      'household-already-housed',
      'application-ended',
      'condition-not-lifted',
      'lease-before-acceptance',
      'allocation-number-taken',
      'household-erased',
    ],
  })
  sign(
    @CommandRequestOf() request: CommandRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VacancyAnswer> {
    return this.desk.run({ request, actor, reply }, LEASE.read(request.body), 'lease', (given) => ({
      verb: 'lease',
      given,
    }));
  }

  @CommandRoute({
    path: 'correction',
    verb: 'lease/correction',
    summary: 'Corriger le bail',
    description:
      'Les colonnes changées, sans le ménage ni le logement, et le motif. Les autres gardent leur valeur ; les chiffres suivent.',
    form: LEASE_CORRECTION,
    refusals: [...STATE, ...DAYS, 'lease-before-acceptance', 'allocation-number-taken', 'household-erased'],
  })
  async correct(
    @CommandRequestOf() request: CommandRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VacancyAnswer> {
    const read = readLeaseCorrection(request.body, publicsOf(await this.convention.latest()));
    return this.desk.run({ request, actor, reply }, read, 'lease/correction', (act) => act);
  }

  @CommandRoute({
    path: 'cancellation',
    verb: 'lease/cancellation',
    summary: 'Annuler le bail : il n’a jamais pris effet',
    description: 'La vacance est close ; le ménage et le logement sont libres de nouveau.',
    form: LEASE_CANCELLATION,
    refusals: [...STATE, ...DAYS],
  })
  cancel(
    @CommandRequestOf() request: CommandRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VacancyAnswer> {
    const read = LEASE_CANCELLATION.read(request.body);
    return this.desk.run({ request, actor, reply }, read, 'lease/cancellation', (given) => ({
      verb: 'lease/cancellation',
      given,
    }));
  }
}
