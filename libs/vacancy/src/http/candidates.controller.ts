import { Controller, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { kindsOf, type Actor } from '#access';
import { ConventionHistory, publicsOf } from '#convention';
import { CurrentActor } from '#http';
import {
  DATED,
  DEFERRAL,
  ENDORSEMENT,
  FACTS,
  OFFER,
  OFFER_CORRECTION,
  OPINION,
  readFacts,
  readOffer,
  REFUSAL,
  WITHDRAWAL,
} from './candidate-bodies';
import { VacancyDesk, type VacancyAnswer } from './vacancy-desk';
import { CommandRequestOf, CommandRoute, type CommandRequest } from './vacancy-routes';

/** What every verb about a candidate may be refused for. */
const STATE = [
  'unknown-vacancy',
  'unknown-candidate',
  'not-in-this-status',
  'residence-of-another-landlord',
  'vacancy-changed',
];
const DAYS = ['day-in-future', 'day-out-of-order'];

@ApiTags('Vacances')
@ApiBearerAuth()
@Controller('api/vacancies/:vacancy/candidates/:candidate')
export class CandidatesController {
  constructor(
    private readonly desk: VacancyDesk,
    private readonly convention: ConventionHistory,
  ) {}

  @CommandRoute({
    path: 'facts',
    summary: 'Corriger ce qui est dit d’un candidat',
    description: 'Les colonnes changées seules, et le motif. Une valeur vide devient inconnue.',
    form: FACTS,
    refusals: [...STATE, 'oriented-to-another-holder', 'household-erased'],
  })
  async correctFacts(
    @CommandRequestOf() request: CommandRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VacancyAnswer> {
    const read = readFacts(request.body, publicsOf(await this.convention.latest()));
    return this.desk.run({ request, actor, reply }, read, 'facts', (given, candidate) => ({
      verb: 'facts',
      candidate,
      ...given,
    }));
  }

  @CommandRoute({
    path: 'opinion',
    summary: 'Donner l’avis de l’EPCI ou de la commune',
    description: 'Il est à l’ordre du jour de la commission, et ne bloque rien.',
    form: OPINION,
    refusals: [...STATE, ...DAYS],
  })
  giveOpinion(
    @CommandRequestOf() request: CommandRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VacancyAnswer> {
    const by = kindsOf(actor.scope).includes('commune') ? 'commune' : 'epci';
    return this.desk.run({ request, actor, reply }, OPINION.read(request.body), 'opinion', (given, candidate) => ({
      verb: 'opinion',
      candidate,
      given: { ...given, by },
    }));
  }

  @CommandRoute({
    path: 'withdrawal',
    summary: 'Retirer un candidat',
    form: WITHDRAWAL,
    refusals: [...STATE, 'oriented-to-another-holder'],
  })
  withdraw(
    @CommandRequestOf() request: CommandRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VacancyAnswer> {
    return this.desk.run(
      { request, actor, reply },
      WITHDRAWAL.read(request.body),
      'withdrawal',
      (given, candidate) => ({ verb: 'withdrawal', candidate, given }),
    );
  }

  @CommandRoute({
    path: 'endorsement',
    summary: 'Désigner d’un commun accord un ménage proposé',
    form: ENDORSEMENT,
    refusals: [...STATE, ...DAYS, 'household-already-housed', 'application-ended', 'no-common-accord'],
  })
  endorse(
    @CommandRequestOf() request: CommandRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VacancyAnswer> {
    return this.desk.run(
      { request, actor, reply },
      ENDORSEMENT.read(request.body),
      'endorsement',
      (given, candidate) => ({ verb: 'endorsement', candidate, given }),
    );
  }

  @CommandRoute({
    path: 'deferral',
    summary: 'Ajourner un ménage proposé',
    form: DEFERRAL,
    refusals: [...STATE, ...DAYS],
  })
  defer(
    @CommandRequestOf() request: CommandRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VacancyAnswer> {
    return this.desk.run({ request, actor, reply }, DEFERRAL.read(request.body), 'deferral', (given, candidate) => ({
      verb: 'deferral',
      candidate,
      given,
    }));
  }

  @CommandRoute({
    path: 'condition',
    summary: 'Enregistrer la pièce qui était attendue',
    form: DATED,
    refusals: [...STATE, ...DAYS, 'candidate-already-designated', 'other-rank-offered'],
  })
  meetCondition(
    @CommandRequestOf() request: CommandRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VacancyAnswer> {
    return this.desk.run({ request, actor, reply }, DATED.read(request.body), 'condition', (given, candidate) => ({
      verb: 'condition',
      candidate,
      given,
    }));
  }

  @CommandRoute({
    path: 'notice',
    summary: 'Enregistrer la notification d’un refus, par écrit et motivée',
    form: DATED,
    refusals: [...STATE, ...DAYS],
  })
  notify(
    @CommandRequestOf() request: CommandRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VacancyAnswer> {
    return this.desk.run({ request, actor, reply }, DATED.read(request.body), 'notice', (given, candidate) => ({
      verb: 'notice',
      candidate,
      given,
    }));
  }

  @CommandRoute({
    path: 'offer',
    summary: 'Proposer le logement au premier rang',
    description: '`date_notification` : réception de la lettre, ou première présentation vaine ; jamais l’envoi.',
    form: OFFER,
    refusals: [
      ...STATE,
      ...DAYS,
      'household-already-housed',
      'application-ended',
      'not-the-first-rank',
      'condition-not-lifted',
      'deadline-under-ten-days',
    ],
  })
  offer(
    @CommandRequestOf() request: CommandRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VacancyAnswer> {
    return this.desk.run({ request, actor, reply }, readOffer(request.body), 'offer', (given, candidate) => ({
      verb: 'offer',
      candidate,
      given,
    }));
  }

  @CommandRoute({
    path: 'acceptance',
    summary: 'Enregistrer l’accord du ménage',
    form: DATED,
    refusals: [
      ...STATE,
      ...DAYS,
      'candidate-already-designated',
      'application-ended',
      'answer-after-deadline',
      'other-rank-offered',
    ],
  })
  accept(
    @CommandRequestOf() request: CommandRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VacancyAnswer> {
    return this.desk.run({ request, actor, reply }, DATED.read(request.body), 'acceptance', (given, candidate) => ({
      verb: 'acceptance',
      candidate,
      given,
    }));
  }

  @CommandRoute({
    path: 'refusal',
    summary: 'Enregistrer le refus du ménage, ou son désistement après accord',
    form: REFUSAL,
    refusals: [...STATE, ...DAYS, 'answer-after-deadline', 'other-rank-offered'],
  })
  decline(
    @CommandRequestOf() request: CommandRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VacancyAnswer> {
    return this.desk.run({ request, actor, reply }, REFUSAL.read(request.body), 'refusal', (given, candidate) => ({
      verb: 'refusal',
      candidate,
      given,
    }));
  }

  @CommandRoute({
    path: 'offer/correction',
    summary: 'Corriger une offre enregistrée à tort',
    description: 'Le logement est de nouveau proposé au même ménage.',
    form: OFFER_CORRECTION,
    refusals: [
      ...STATE,
      ...DAYS,
      'candidate-already-designated',
      'household-already-housed',
      'application-ended',
      'other-rank-offered',
    ],
  })
  correctOffer(
    @CommandRequestOf() request: CommandRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VacancyAnswer> {
    return this.desk.run(
      { request, actor, reply },
      OFFER_CORRECTION.read(request.body),
      'offer/correction',
      ({ notifiedOn }, candidate) => ({ verb: 'offer/correction', candidate, given: { notifiedOn } }),
    );
  }
}
