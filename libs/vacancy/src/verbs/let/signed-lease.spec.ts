import { day, newUuid } from '#kernel';
import type { OrientedFacts } from '../../events';
import { sealedCandidateOf } from '../../sealed-candidate';
import { DECLARED_FACTS } from '../../testing/builders';
import { aProposedHousehold } from '../../testing/recording-givens';
import { vacancyAfter, type Candidate, type Vacancy } from '../../vacancy';
import { leaseSigned, reservedAs } from './signed-lease';

const ORIENTATION: OrientedFacts = {
  holder: 'EPCI',
  on: day('2026-03-01'),
  lastDay: day('2026-04-01'),
  forOneTurn: true,
  outsideFlow: 'relogement',
  delegatedTo: '78621',
  ground: null,
};
const vacancy: Vacancy = {
  ...vacancyAfter([{ type: 'VacancyDeclared', data: DECLARED_FACTS }])!,
  orientation: ORIENTATION,
};
const candidate = (given: Partial<Candidate>): Candidate =>
  ({
    id: newUuid(),
    basis: 'reservation',
    holder: 'EPCI',
    decidedOn: day('2026-03-10'),
    facts: { transfer: true, essentialWorker: null, composition: 'couple', publics: ['jeunes'] },
    ...given,
  }) as Candidate;

describe('how the dwelling of a lease was reserved', () => {
  it('is what the orientation says, where the lease counts for its holder', () => {
    expect(reservedAs(candidate({}), vacancy)).toEqual({
      forOneTurn: true,
      outsideFlow: 'relogement',
      delegatedTo: '78621',
    });
    const plain = { ...ORIENTATION, forOneTurn: false, outsideFlow: null, delegatedTo: null };
    expect(reservedAs(candidate({}), { orientation: plain })).toEqual({});
  });

  it('is the right of the State alone, where the lease counts for the holder that it names', () => {
    expect(reservedAs(candidate({ basis: 'substitution', holder: 'ETAT' }), vacancy)).toEqual({
      basis: 'substitution',
    });
    expect(reservedAs(candidate({ basis: 'dalo_prefet' }), vacancy)).toMatchObject({
      basis: 'dalo_prefet',
      delegatedTo: '78621',
    });
  });
});

it('the lease has the facts of the candidate, of the vacancy and of the commission, and nothing of the application', () => {
  const { transfer: _t, ...household } = aProposedHousehold('078');
  const opened = { sealed: sealedCandidateOf({ ...household, transfer: false }), reference: 'LOG-1' };
  const signed = leaseSigned(
    { number: 'ATT-1', on: day('2026-03-12') },
    { vacancy, candidate: candidate({ holder: 'ETAT' }) },
    opened,
  );
  expect(signed).toMatchObject({
    allocationNumber: 'ATT-1',
    householdNumber: '078',
    dwellingReference: 'LOG-1',
    signedOn: '2026-03-12',
    commissionOn: '2026-03-10',
    residence: DECLARED_FACTS.residence,
    dwellingType: DECLARED_FACTS.dwellingType,
    firstLetting: false,
    cancelled: false,
    holder: 'ETAT',
    transfer: true,
    composition: 'couple',
    publics: ['jeunes'],
  });
  for (const field of ['appliedOn', 'precarious', 'expectedBenefit', 'taxIncome'])
    expect(signed).not.toHaveProperty(field);
});
