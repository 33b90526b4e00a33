import { dayOf, lastDayToAnswer, latest, plus } from '../calendar';
import type { Officer } from '../world/desk';
import { residenceOf } from '../world/territory';
import { Vacancy, type Candidate } from './fold';
import { holdCommission } from './commissions';
import type { Event, Rules } from './history';
import { holdActor } from './who';
import { FROM_CANDIDATE, FROM_VACANCY, LIVE, OPEN, VERB_OF } from './table';

/** What is needed to judge one step: the vacancy before its append, the candidate before the event, the events of the append. */
export interface Step {
  readonly event: Event;
  readonly vacancy: Vacancy;
  readonly candidate: Candidate | undefined;
  /** The status of the vacancy before the whole append. */
  readonly before: string;
  readonly append: readonly Event[];
  readonly known: Known;
}

/** What the simulation knows beside the history. */
export interface Known {
  /** From which day on the legal list is in force. */
  readonly listedFrom: string;
  readonly officers: ReadonlyMap<string, Officer>;
}

/** Follows one vacancy event by event, each held to what process.md says of its step. */
export function followVacancy(events: readonly Event[], rules: Rules, known: Known): Vacancy {
  const vacancy = new Vacancy();
  for (const append of appendsOf(events)) {
    const before = vacancy.status;
    for (const event of append) {
      holdStep({ event, vacancy, candidate: vacancy.about(event), before, append, known }, rules);
      vacancy.evolve(event);
      const twice = vacancy.designatedTwice;
      rules.holds('one live designation a household and vacancy', !twice, () => twice!, event);
    }
  }
  return vacancy;
}

/** Events that were written together: one cause, one instant, one after the other. */
function appendsOf(events: readonly Event[]): readonly (readonly Event[])[] {
  const appends: Event[][] = [];
  for (const event of events) {
    const last = appends.at(-1)?.at(-1);
    if (last && last.causation === event.causation && last.recordedAt === event.recordedAt) appends.at(-1)!.push(event);
    else appends.push([event]);
  }
  return appends;
}

function holdStep(step: Step, rules: Rules): void {
  const { event, vacancy, before, candidate } = step;
  const { type, data } = event;
  if (type === 'VacancyDeclared') {
    holdActor(step, rules);
    return rules.holds('a vacancy begins once', vacancy.standing === '' && event.revision === 0, () => type, event);
  }
  rules.holds('a vacancy begins with its declaration', vacancy.standing !== '', () => type, event);
  if (type !== 'RefusalNotified' && type !== 'VacancyClosed')
    rules.holds(
      'nothing starts on a vacancy let or closed',
      OPEN.includes(before),
      () => `${type} on ${before}`,
      event,
    );
  holdFrom(step, rules);
  holdActor(step, rules);
  if (data.on !== undefined) rules.holds('no day in the future', data.on <= dayOf(event.recordedAt), () => type, event);
  if (type === 'VacancyOriented' || type === 'VacancyReoriented') holdOrientation(step, rules);
  if (type === 'CommissionHeld' || type === 'CommissionCorrected') holdCommission(step, rules);
  if (type === 'VacancyLet') holdLetting(step, rules);
  if (candidate) holdDays(step, candidate, rules);
}

function holdFrom({ event, vacancy, before, candidate, append }: Step, rules: Rules): void {
  const { type, data } = event;
  const verb = VERB_OF[type];
  const isSystem = event.role === 'system';
  const followsStep = append.some((one) => ['VacancyReturned', 'VacancyClosed', 'VacancyLet'].includes(one.type));
  const isStates = ['substitution', 'refus_dalo'].includes(data.basis);
  if (type === 'VacancyClosed') {
    const from = data.motive === 'bail_annule' ? ['let'] : FROM_VACANCY['closing']!;
    return rules.holds('transitions of the vacancy', from.includes(before), () => `${type} from ${before}`, event);
  }
  if (type === 'CandidateDesignated' && append.some((one) => one.type === 'ProposalEndorsed'))
    return rules.holds(
      'transitions of the candidate',
      ['proposed', 'deferred'].includes(candidate!.status),
      () => type,
      event,
    );
  if (verb && FROM_VACANCY[verb]) {
    const from = FROM_VACANCY[verb === 'candidates' && isStates ? 'candidates by the State' : verb]!;
    rules.holds('transitions of the vacancy', from.includes(before), () => `${type} from ${before}`, event);
    if (type === 'VacancyReoriented') rules.holds('transitions of the vacancy', vacancy.orientation, () => type, event);
    if (verb === 'candidates' && candidate)
      rules.holds(
        'transitions of the candidate',
        ['proposed', 'deferred'].includes(candidate.status),
        () => type,
        event,
      );
  }
  if (verb && FROM_CANDIDATE[verb]) {
    rules.holds('the candidate is known', candidate, () => type, event);
    const from = type === 'CandidateWithdrawn' && (isSystem || followsStep) ? LIVE : FROM_CANDIDATE[verb]!;
    rules.holds(
      'transitions of the candidate',
      from.includes(candidate!.status),
      () => `${type} from ${candidate!.status}`,
      event,
    );
  }
}

function holdOrientation({ event, vacancy }: Step, rules: Rules): void {
  const { forOneTurn, holder, outsideFlow, delegatedTo, ground } = event.data;
  if (forOneTurn) {
    rules.holds('a turn follows a return', vacancy.standing === 'returned', () => vacancy.standing, event);
    rules.holds('a turn keeps its holder', holder === vacancy.holder, () => String(holder), event);
  }
  if (outsideFlow)
    rules.holds('outside the flow is the landlord’s own', String(holder).startsWith('H-OWN'), () => holder, event);
  if (delegatedTo) rules.holds('only the EPCI delegates', holder === 'H-EPCI', () => holder, event);
  if (vacancy.standing === 'oriented') {
    const isToOther = holder !== vacancy.holder;
    rules.holds(
      'a new orientation says why',
      ['erreur', 'nouveau_delai'].includes(ground as string),
      () => String(ground),
      event,
    );
    const { lastDay } = vacancy.orientation!.data;
    const isOwn = vacancy.holder!.startsWith('H-OWN') || vacancy.orientation!.data.forOneTurn === true;
    const mayTakeBack = !isToOther || ground === 'erreur' || isOwn || dayOf(event.recordedAt) > lastDay;
    rules.holds(
      'the holder’s days are its own',
      mayTakeBack || event.role === 'administrateur',
      () => String(lastDay),
      event,
    );
  }
  const stock = vacancy.declared.data.stockHolder;
  if (vacancy.declared.data.firstLetting && stock)
    rules.holds('a first letting stays in stock', holder === stock, () => `${holder} for ${stock}`, event);
}

/**
 * A lease stands once it is signed, so others may have written to the vacancy between the lease and this event. Whether its household had
 * accepted while it was signed is held against the requests (`holdLeases`).
 */
function holdLetting({ event, candidate }: Step, rules: Rules): void {
  rules.holds('who signs was a candidate', candidate, () => event.data.candidate, event);
  if (event.role === 'system') return;
  const { answeredOn, condition, id } = candidate!;
  rules.holds('the lease is not before the acceptance', answeredOn! <= event.data.on, () => event.data.on, event);
  rules.holds('no lease while the document is missing', !condition || condition.metOn !== null, () => id, event);
}

function holdDays({ event, vacancy, append }: Step, one: Candidate, rules: Rules): void {
  const { type, data } = event;
  const recorded = dayOf(event.recordedAt);
  const hold = (rule: string, condition: boolean): void =>
    rules.holds(rule, condition, () => JSON.stringify(data), event);
  const overtaken = one.seen[0] < vacancy.offers;
  switch (type) {
    case 'OfferMade': {
      const others = vacancy.all.filter(({ id }) => id !== one.id);
      hold('the offer goes to the first rank', !others.some(({ status }) => ['offered', 'accepted'].includes(status)));
      hold(
        'the offer goes to the first rank',
        !others.some(({ status, rank }) => status === 'allocated' && rank! < one.rank!),
      );
      hold('no offer while the document is missing', !one.condition || one.condition.metOn !== null);
      hold('ten days to answer', data.delay >= 10);
      hold('the last day is a working day', data.lastDay === lastDayToAnswer(data.notifiedOn, data.delay));
      return hold('days in order', data.notifiedOn >= latest(one.decidedOn, one.condition?.metOn));
    }
    case 'OfferCorrected':
      hold('the last day is a working day', data.lastDay === lastDayToAnswer(data.notifiedOn, data.delay));
      hold('only a lapse by silence is taken back', one.lapsedBy !== 'document');
      hold('no other rank was offered since', !overtaken);
      return hold('days in order', data.notifiedOn >= latest(one.decidedOn, one.condition?.metOn));
    case 'LapseCorrected':
      hold(
        'a lapse is corrected by an answer',
        append.some((each) => ['OfferAccepted', 'OfferDeclined'].includes(each.type)),
      );
      return hold('only a lapse by silence is taken back', one.lapsedBy === 'silence');
    case 'OfferAccepted':
      hold('an answer within the deadline', data.on <= one.offer!.lastDay && data.on >= one.offer!.notifiedOn);
      hold('transitions of the candidate', one.status === 'offered');
      return hold('no other rank was offered since', !overtaken);
    case 'OfferDeclined':
      if (one.status === 'accepted') return hold('given up after the acceptance', data.on >= one.answeredOn!);
      hold('an answer within the deadline', data.on <= one.offer!.lastDay && data.on >= one.offer!.notifiedOn);
      hold('transitions of the candidate', one.status === 'offered');
      return hold('no other rank was offered since', !overtaken);
    case 'OfferLapsed':
      hold('timers act on the right day', event.role === 'system' && recorded > one.offer!.lastDay);
      hold('timers act on the right day', data.on === one.offer!.lastDay);
      return hold('transitions of the candidate', one.status === 'offered');
    case 'ConditionLapsed':
      hold('timers act on the right day', event.role === 'system' && recorded > one.condition!.due);
      hold('timers act on the right day', data.on === plus(one.condition!.due, 1));
      return hold('transitions of the candidate', one.status === 'allocated' && one.condition!.metOn === null);
    case 'ConditionMet': {
      hold('a document in time', data.on <= one.condition!.due && one.condition!.metOn === null);
      const isLate = one.status === 'lapsed' && (overtaken || one.seen[1] < vacancy.commissions);
      return hold('no other rank was offered since', !isLate && one.lapsedBy !== 'silence');
    }
    case 'RefusalNotified':
      hold('a refusal is notified once', one.notifiedOn === null);
      return hold('days in order', data.on >= one.decidedOn!);
    case 'ProposalEndorsed':
      hold(
        'a common accord of the four',
        ['bailleur', 'commune', 'epci', 'reservataire'].every((party) => data.accords.includes(party)),
      );
      return hold('proposals are of a QPV commission', residenceOf(vacancy.declared.data.residence).hasCommission);
  }
}
