import fc from 'fast-check';
import { addDays, day, isRefusal, type Uuid } from '#kernel';
import type { VacancyEvent } from './events';
import { VACANCY_STREAMS } from './events';
import { STORY, vacancyAfter } from './testing';
import { decideStep, randomSteps, type RandomStep } from './testing/random-steps';
import { evolve, statusOf, type Vacancy } from './vacancy';
import type { CandidateStatus, VacancyStatus } from './words';

const LIVE: readonly CandidateStatus[] = ['proposed', 'deferred', 'designated', 'allocated', 'offered', 'accepted'];

/** What a vacancy is by the words of the contract: written without a look at `evolve` and `statusOf`. */
class Model {
  private base: VacancyStatus = 'declared';
  readonly candidates = new Map<Uuid, CandidateStatus>();
  private readonly history: VacancyEvent[] = [];
  /** Late answers and documents that another rank, or for a document another decision, had overtaken. */
  readonly overtaken: VacancyEvent[] = [];

  get types(): readonly string[] {
    return this.history.map(({ type }) => type);
  }

  record(event: VacancyEvent): void {
    if (this.isOvertaken(event)) this.overtaken.push(event);
    this.history.push(event);
    switch (event.type) {
      case 'VacancyOriented':
      case 'VacancyReoriented':
        this.base = 'oriented';
        break;
      case 'VacancyReturned':
        this.base = 'returned';
        break;
      case 'VacancyClosed':
        this.base = 'closed';
        break;
      case 'VacancyLet':
        this.base = 'let';
        this.candidates.set(event.data.candidate, 'signed');
        break;
      case 'CandidateDesignated':
        this.candidates.set(event.data.candidate, isByState(event) ? 'allocated' : 'designated');
        break;
      case 'CommissionHeld':
      case 'CommissionCorrected':
        for (const { candidate, decision } of event.data.decisions)
          this.candidates.set(candidate, AFTER_DECISION[decision]);
        break;
      default:
        if (event.type in AFTER && 'candidate' in event.data)
          this.candidates.set(event.data.candidate, AFTER[event.type]!);
    }
  }

  private isOvertaken({ type, data }: VacancyEvent): boolean {
    switch (type) {
      case 'LapseCorrected':
      case 'OfferCorrected': {
        const lastOffer = this.history.findLast((one) => one.type === 'OfferMade');
        return lastOffer?.type === 'OfferMade' && lastOffer.data.candidate !== data.candidate;
      }
      case 'ConditionMet': {
        if (this.candidates.get(data.candidate) !== 'lapsed') return false;
        const lapse = this.history.findLastIndex(
          (one) => one.type === 'ConditionLapsed' && one.data.candidate === data.candidate,
        );
        return this.history
          .slice(lapse)
          .some((one) => one.type === 'OfferMade' || one.type === 'CommissionHeld' || isByState(one));
      }
      default:
        return false;
    }
  }

  /** « An open vacancy is accepted if one is accepted, else offered if one is offered, else … » */
  get status(): VacancyStatus {
    if (this.base === 'let' || this.base === 'closed') return this.base;
    const has = (...statuses: CandidateStatus[]): boolean =>
      [...this.candidates.values()].some((status) => statuses.includes(status));
    if (has('accepted')) return 'accepted';
    if (has('offered')) return 'offered';
    if (has('allocated')) return 'decided';
    return has('proposed', 'deferred', 'designated') ? 'designated' : this.base;
  }
}

function isByState({ type, data }: VacancyEvent): boolean {
  return type === 'CandidateDesignated' && (data.basis === 'substitution' || data.basis === 'refus_dalo');
}

const AFTER: Readonly<Partial<Record<VacancyEvent['type'], CandidateStatus>>> = {
  CandidateProposed: 'proposed',
  DesignationDeferred: 'deferred',
  CandidateWithdrawn: 'withdrawn',
  ConditionMet: 'allocated',
  ConditionLapsed: 'lapsed',
  OfferMade: 'offered',
  OfferCorrected: 'offered',
  LapseCorrected: 'offered',
  OfferAccepted: 'accepted',
  OfferDeclined: 'declined',
  OfferLapsed: 'lapsed',
};

const AFTER_DECISION = {
  attribution: 'allocated',
  attribution_rang: 'allocated',
  attribution_sous_condition: 'allocated',
  non_attribution: 'notAllocated',
  irrecevabilite: 'inadmissible',
} as const;

/** The events of a whole story, each step judged as it is taken. */
function play(beginning: readonly VacancyEvent[], steps: readonly RandomStep[]): Model {
  const model = new Model();
  const history = [...beginning];
  beginning.forEach((event) => model.record(event));
  let vacancy = frozen(vacancyAfter(history));
  let today = day('2026-03-19');
  steps.forEach((step, index) => {
    today = addDays(today, step.passing);
    const { standing } = vacancy;
    const decision = decideStep(step, vacancy, today, index);
    if (isRefusal(decision)) return;
    for (const event of decision) {
      history.push(event);
      model.record(event);
      vacancy = frozen(evolve(vacancy, event));
    }
    expectSound(vacancy, model);
    if (standing === 'closed' || standing === 'let') expectOnlyLate(decision);
  });
  expect(vacancyAfter(history)).toEqual(vacancy);
  return model;
}

/** One expectation a step: a thousand stories have a hundred thousand steps. */
function expectSound(vacancy: Vacancy, model: Model): void {
  const { overtaken } = model;
  expect({
    status: statusOf(vacancy),
    ofCandidates: statusesOf(vacancy),
    broken: brokenRules(vacancy),
    overtaken,
  }).toEqual({
    status: model.status,
    ofCandidates: Object.fromEntries(model.candidates),
    broken: [],
    overtaken: [],
  });
}

function statusesOf({ candidates }: Vacancy): Record<string, CandidateStatus> {
  return Object.fromEntries(candidates.map(({ id, status }) => [id, status]));
}

function brokenRules({ candidates, standing, lease }: Vacancy): string[] {
  const as = (...statuses: CandidateStatus[]) => candidates.filter(({ status }) => statuses.includes(status));
  const live = as(...LIVE);
  const ranks = as('allocated').map(({ rank }) => rank);
  const isOver = standing === 'let' || standing === 'closed';
  const rules: Readonly<Record<string, boolean>> = {
    'one signed at most': as('signed').length <= 1,
    'let to who signed': standing !== 'let' || as('signed')[0]?.id === lease!.candidate,
    'one offer at a time': as('offered', 'accepted').length <= 1,
    'none live on a vacancy that is over': !isOver || live.length === 0,
    'one live designation of a household': areDistinct(live.map(({ household }) => household)),
    'ranks of the allocated differ': !ranks.includes(null) && areDistinct(ranks),
    'none is allocated again after an offer': as('allocated').every(({ offer }) => offer === null),
    'no rank without an allocation': as('proposed', 'designated', 'notAllocated', 'inadmissible').every(
      ({ rank }) => rank === null,
    ),
    'no offer while a document is missing': as('offered', 'accepted').every(
      ({ condition }) => condition?.metOn !== null,
    ),
    'commission ≤ offer ≤ answer': as('accepted', 'declined').every(
      ({ decidedOn, offer, answeredOn }) =>
        (decidedOn ?? offer!.notifiedOn) <= offer!.notifiedOn && offer!.notifiedOn <= answeredOn!,
    ),
    'no acceptance after the last day': as('accepted').every(({ offer, answeredOn }) => answeredOn! <= offer!.lastDay),
  };
  return Object.keys(rules).filter((rule) => !rules[rule]);
}

function areDistinct(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

/** « On a vacancy let or closed only a notice, and the lease's correction or cancellation, start. » */
function expectOnlyLate(decision: readonly VacancyEvent[]): void {
  for (const { type, data } of decision)
    if (type !== 'RefusalNotified')
      expect({ type, data }).toMatchObject({ type: 'VacancyClosed', data: { motive: 'bail_annule' } });
}

/** A decision that changed the vacancy, instead of recording events, would throw. */
function frozen(vacancy: Vacancy): Vacancy {
  vacancy.candidates.forEach((one) => Object.freeze(one));
  Object.freeze(vacancy.candidates);
  return Object.freeze(vacancy);
}

/** Stories that begin later come further. */
const beginning = fc.constantFrom(STORY.declared, STORY.designated, STORY.decided, STORY.onCondition);

describe('a vacancy through any steps', () => {
  it('is what its candidates make it, and lets no rule be broken', () => {
    const types = new Set(['VacancyDeclared']);
    fc.assert(
      fc.property(beginning, randomSteps, (events, steps) => {
        for (const type of play(events, steps).types.slice(events.length)) types.add(type);
      }),
      { numRuns: process.env['MIXITE_LONG_TESTS'] ? 3000 : 250 },
    );
    // The stories are worth nothing if they do not come far. An abandoned declaration has no story: its stream ends at once.
    const expected = VACANCY_STREAMS.types.filter((type) => type !== 'VacancyAbandoned');
    expect([...types].sort()).toEqual([...expected].sort());
  });
});
