import type { EventStore, StreamBatch } from '#event-store';
import { day, isRefusal, type Refusal } from '#kernel';
import type { GivenVacancy } from '../recording/vacancy-command';
import type { VacancyReceipt } from '../recording/vacancy-recorder';
import type { ProposedHousehold } from '../sealed-candidate';

/* What the suite of the recording gives, and how it reads the answers. */

export const GIVEN: GivenVacancy = {
  availableOn: day('2026-04-01'),
  ground: 'depart',
  dwellingType: 'T3',
  financing: null,
  surface: 6_500,
  rent: null,
  charges: null,
  firstLetting: false,
};

export const aProposedHousehold = (number: string): ProposedHousehold => ({
  householdNumber: number,
  transfer: false,
  essentialWorker: null,
  composition: 'seul',
  publics: [],
  personsOf14OrMore: 1,
  childrenUnder14: 0,
  income: 1_200_000,
  givenQuartile: 2,
  dalo: false,
  priorityCategory: null,
  rehousing: null,
  homeCommune: null,
  workCommune: null,
  professionalMobility: null,
  appliedOn: null,
  precarious: null,
  expectedBenefit: null,
  taxIncome: null,
});

export function done(answer: VacancyReceipt | Refusal): VacancyReceipt {
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer;
}

export function codeOf(answer: VacancyReceipt | Refusal): string | undefined {
  return isRefusal(answer) ? answer.code : undefined;
}

/** The store with another append. */
export function replacing(
  store: EventStore,
  append: (batch: StreamBatch, original: EventStore['append']) => ReturnType<EventStore['append']>,
): EventStore {
  return new Proxy(store, {
    get: (target, name) => {
      if (name === 'append') return (batch: StreamBatch) => append(batch, (one) => target.append(one));
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
