import type { Position } from '#event-store';
import { day } from '#kernel';
import type { QpvStep } from '../projections/model';
import { countByPlace, countSteps } from './qpv-counts';

const step = (kind: QpvStep['kind'], motive: string | null = null, place: Partial<QpvStep> = {}): QpvStep => ({
  from: '1' as Position,
  kind,
  on: day('2026-03-02'),
  motive,
  commune: '78621',
  districts: ['Q1'],
  ...place,
});
const STEPS = [
  step('proposals'),
  step('proposals', null, { commune: '78297', districts: ['Q2', 'Q3'] }),
  step('deferrals', 'equilibre'),
  step('deferrals', 'equilibre', { commune: '78297', districts: ['Q2', 'Q3'] }),
  step('deferrals', 'ancien_motif'),
  step('endorsements'),
];
const ADMITTED = ['equilibre', 'sans_accord'];

describe('what a QPV commission did', () => {
  it('is counted by step, deferrals by motive', () => {
    expect(countSteps(STEPS, ADMITTED)).toEqual({
      proposals: 2,
      endorsements: 1,
      deferrals: 3,
      motives: [
        { motive: 'equilibre', count: 2 },
        { motive: 'sans_accord', count: 0 },
        { motive: 'ancien_motif', count: 1 },
      ],
    });
    expect(countSteps([], [])).toEqual({ proposals: 0, endorsements: 0, deferrals: 0, motives: [] });
  });

  it('is counted in each place once', () => {
    const communes = countByPlace(STEPS, ({ commune }) => [commune], ADMITTED);
    expect(communes.map(({ id, proposals, deferrals }) => [id, proposals, deferrals])).toEqual([
      ['78297', 1, 1],
      ['78621', 1, 2],
    ]);
    const districts = countByPlace(STEPS, (one) => one.districts, ADMITTED);
    expect(districts.map(({ id, proposals }) => [id, proposals])).toEqual([
      ['Q1', 1],
      ['Q2', 1],
      ['Q3', 1],
    ]);
  });
});
