import { aConvention, anAmendment, anObjective } from '#convention/testing';
import { day } from '#kernel';
import { targetsOf } from './target';

const third = { numerator: 1, denominator: 3 };
const fifth = { numerator: 1, denominator: 5 };
const half = { numerator: 1, denominator: 2 };

describe('the share that a convention sets for the half-year of a landlord', () => {
  const theirs = { scope: { kind: 'bailleur', ids: ['L-A'] } } as const;
  const targets = targetsOf({
    base: aConvention({
      objectives: [
        anObjective({ value: half }),
        anObjective({ code: 'A', ...theirs, value: third }),
        anObjective({ code: 'B', scope: { kind: 'bailleur', ids: null }, value: fifth }),
        anObjective({ code: 'C', ...theirs, operator: 'max', value: half }),
        anObjective({ code: 'D', ...theirs, figure: 'Q1', value: half }),
        anObjective({ code: 'E', ...theirs, actor: { kind: 'contingent', ids: ['etat'] }, value: half }),
      ],
    }),
    amendments: [
      anAmendment({
        effectiveOn: day('2026-07-01'),
        objectives: [anObjective({ code: 'A', ...theirs, value: fifth })],
      }),
      anAmendment({ code: 'AV-2', effectiveOn: day('2027-01-01'), withdrawnObjectives: ['A', 'B'] }),
    ],
  });

  it('is the highest minimum of the figure for this landlord, in force on the day', () => {
    expect(targets('L-A', day('2026-06-30'))).toEqual(third);
    expect(targets('L-B', day('2026-06-30'))).toEqual(fifth);
    expect(targets('L-A', day('2026-12-31'))).toEqual(fifth);
  });

  it('is undefined where no objective is in force: the law then applies', () => {
    expect(targets('L-A', day('2027-06-30'))).toBeUndefined();
    expect(targets('L-A', day('2016-12-31'))).toBeUndefined();
  });
});
