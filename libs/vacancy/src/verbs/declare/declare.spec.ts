import { day } from '#kernel';
import { circumstances, DECLARED_FACTS, declared, PARTIES } from '../../testing';
import { declareVacancy } from './declare';

const { landlord: _landlord, ...command } = DECLARED_FACTS;

describe('a landlord declares a dwelling free', () => {
  it('with its facts, and the landlord that the residence has', () => {
    expect(declareVacancy(command, circumstances())).toEqual([declared()]);
  });

  it('also where the dwelling will only be free later: this day bounds nothing', () => {
    const later = { ...command, availableOn: day('2027-01-01') };
    expect(declareVacancy(later, circumstances())).toEqual([declared({ availableOn: day('2027-01-01') })]);
  });

  it('not while the dwelling has an open vacancy', () => {
    const at = circumstances({ dwellingIsOpen: true });
    expect(declareVacancy(command, at)).toMatchObject({ code: 'vacancy-already-open' });
  });

  it('not where it had the residence on another day only', () => {
    const at = circumstances({ party: PARTIES.formerLandlord });
    expect(declareVacancy(command, at)).toMatchObject({ code: 'residence-of-another-landlord' });
  });

  it('and is refused for the open vacancy first, where both refusals apply', () => {
    const at = circumstances({ dwellingIsOpen: true, party: PARTIES.formerLandlord });
    expect(declareVacancy(command, at)).toMatchObject({ code: 'vacancy-already-open' });
  });

  it('and the administrator may do it in its place', () => {
    expect(declareVacancy(command, circumstances({ party: PARTIES.administrator }))).toEqual([declared()]);
  });
});
