import { stepsOf, type Recorded } from './steps';

const NOTHING: Recorded = {
  residences: 0,
  hasConvention: false,
  noted: 0,
  leases: 0,
  unknownQuartiles: 0,
  users: 0,
};
const left = (recorded: Partial<Recorded>): readonly string[] =>
  stepsOf({ ...NOTHING, ...recorded })
    .filter(({ isDone }) => !isDone)
    .map(({ name }) => name);

describe('the first steps', () => {
  it('are all to be done where nothing is recorded', () => {
    expect(left({})).toEqual(['Territoire', 'Convention', 'Seuils', 'Notes', 'Attributions', 'Utilisateurs']);
  });

  it('ask for bounds as long as no quartile is known', () => {
    const rest = { residences: 2, hasConvention: true, noted: 1, leases: 3, users: 1 };
    expect(left({ ...rest, unknownQuartiles: 3 })).toEqual(['Seuils']);
    expect(left({ ...rest, unknownQuartiles: 1 })).toEqual([]);
  });

  it('say nothing of people to who does not manage them', () => {
    expect(stepsOf({ ...NOTHING, users: undefined }).map(({ name }) => name)).not.toContain('Utilisateurs');
  });
});
