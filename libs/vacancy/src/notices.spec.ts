import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { day, newUuid } from '#kernel';
import type { CommissionFacts, DecidedCandidate, VacancyEvent } from './events';
import { NOTICE_SENTENCES } from './http/notice-sentences';
import { NOTICES, noticesOfCommission, noticesOfLease } from './notices';
import { declared } from './testing/builders';

const ON = day('2026-03-02');
const decision = (given: Partial<DecidedCandidate>): DecidedCandidate => ({
  candidate: newUuid(),
  decision: 'attribution',
  rank: 1,
  motive: null,
  document: null,
  documentDue: null,
  votes: null,
  ...given,
});
const commission = (...decisions: readonly DecidedCandidate[]): CommissionFacts => ({
  on: ON,
  sitting: null,
  present: 5,
  form: null,
  exception: null,
  attested: null,
  decisions,
});
const votes = (maire: 'pour' | 'absent') => ({ pour: 4, contre: 0, abstention: 0, maire });

describe('the notices of a commission', () => {
  it('say that the mayor was absent only where the residence was on the list on that day', () => {
    const held = commission(decision({ votes: votes('pour') }), decision({ votes: votes('absent') }));
    expect(noticesOfCommission(held, (on) => on === ON)).toEqual(['mayor-absent']);
    expect(noticesOfCommission(held, () => false)).toEqual([]);
    expect(noticesOfCommission(commission(decision({ votes: votes('pour') }), decision({})), () => true)).toEqual([]);
  });

  it('say that the criteria of the motive of fragility are awaited', () => {
    const refused = decision({ decision: 'non_attribution', rank: null, motive: 'fragilite' });
    expect(noticesOfCommission(commission(refused), () => true)).toEqual(['fragility-criteria-awaited']);
    expect(noticesOfCommission(commission(decision({ motive: 'equilibre' })), () => true)).toEqual([]);
  });
});

describe('the notices of a lease', () => {
  const candidate = newUuid();
  const designated: VacancyEvent = {
    type: 'CandidateDesignated',
    data: {
      candidate,
      household: newUuid(),
      basis: 'reservation',
      holder: 'VILLE',
      on: ON,
      transfer: false,
      quartile: 1,
      priority: false,
      homeWork: false,
      essentialWorker: null,
      rehoused: false,
      composition: null,
      publics: [],
    },
  };
  const offer = { candidate, notifiedOn: ON, delay: 10, lastDay: day('2026-03-12'), daloWarning: false };
  const letting: VacancyEvent = { type: 'VacancyLet', data: { candidate, on: ON, allocation: newUuid() } };

  it('name the steps that were not recorded before it', () => {
    expect(noticesOfLease([declared(), designated, letting])).toEqual([
      'commission-not-recorded',
      'offer-not-recorded',
      'acceptance-not-recorded',
    ]);
    expect(noticesOfLease([declared(), designated])).toEqual([]);
  });

  it('are none where every step was recorded', () => {
    const steps: readonly VacancyEvent[] = [
      { type: 'CommissionHeld', data: commission(decision({ candidate })) },
      { type: 'OfferMade', data: offer },
      { type: 'OfferAccepted', data: { candidate, on: ON } },
    ];
    expect(noticesOfLease([declared(), designated, ...steps, letting])).toEqual([]);
  });
});

it('each notice has its sentence in the French messages', () => {
  const page = readFileSync(join(__dirname, '../../../docs/fr/messages.md'), 'utf8');
  const lines = NOTICES.map((notice) => `- \`${notice}\` : ${NOTICE_SENTENCES[notice]}`);
  expect(lines.filter((line) => !page.split('\n').includes(line))).toEqual([]);
});
