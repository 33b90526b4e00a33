import type { Position } from '#event-store';
import { day } from '#kernel';
import { countByPlace, countSteps } from '../figures/qpv-counts';
import type { QpvStep } from '../projections/model';
import { maskedQpvFigures } from './masked-qpv-figures';

function times(count: number, commune: string, district: string, deferral?: string): readonly QpvStep[] {
  const kind = deferral === undefined ? 'proposals' : 'deferrals';
  const step: QpvStep = {
    from: '1' as Position,
    kind,
    on: day('2026-03-02'),
    motive: deferral ?? null,
    commune,
    districts: [district],
  };
  return Array.from({ length: count }, () => step);
}
function masked(steps: readonly QpvStep[]) {
  const counted = {
    total: countSteps(steps, []),
    communes: countByPlace(steps, ({ commune }) => [commune], []),
    districts: countByPlace(steps, ({ districts }) => districts, []),
  };
  return maskedQpvFigures(counted, steps);
}

describe('the masks of the figures of QPV commissions', () => {
  it('hide a small district from its commune and from the whole', () => {
    const { total, communes, districts } = masked([
      ...times(3, 'A', 'A1'),
      ...times(20, 'A', 'A2'),
      ...times(12, 'B', 'B1'),
      ...times(15, 'B', 'B2'),
    ]);
    expect(total).toMatchObject({ proposals: 50, endorsements: null, deferrals: null, masked: true });
    expect(communes.map(({ id, proposals }) => [id, proposals])).toEqual([
      ['A', 23],
      ['B', 27],
    ]);
    // The smallest of all would be B1, but A less A2 would then be A1.
    expect(districts.map(({ id, proposals }) => [id, proposals])).toEqual([
      ['A1', null],
      ['A2', null],
      ['B1', 12],
      ['B2', 15],
    ]);
  });

  it('tell motives of the whole only, where none is small', () => {
    const steps = [...times(30, 'A', 'A1', 'equilibre'), ...times(12, 'A', 'A1', 'sans_accord')];
    const { total, communes } = masked(steps);
    expect(total.motives).toEqual([
      { motive: 'equilibre', count: 30 },
      { motive: 'sans_accord', count: 12 },
    ]);
    expect(communes[0]!.motives.map(({ count }) => count)).toEqual([null, null]);
    const few = masked([...steps, ...times(2, 'A', 'A1', 'dossier_incomplet')]);
    expect(few.total.motives.map(({ motive, count }) => [motive, count])).toEqual([
      ['dossier_incomplet', null],
      ['equilibre', 30],
      ['sans_accord', null],
    ]);
  });
});
