import { periodCriterion, withoutAny, withoutOne } from './list-criteria';

describe('the criteria of the list of allocations', () => {
  it('hold the period, whole or half', () => {
    expect(periodCriterion({ from: '2023-01-01', to: '2023-12-31' })[0]!.text).toBe('Année 2023');
    expect(periodCriterion({ to: '2023-12-31' })[0]!.text).toBe('jusqu’au 31 décembre 2023');
    expect(periodCriterion({ note: '4' })).toEqual([]);
  });

  it('are taken away one by one, the period with both its days', () => {
    const [period] = periodCriterion({ from: '2023-01-01', to: '2023-12-31' });
    expect(withoutOne({}, period!)).toEqual({ from: undefined, to: undefined });
    const four = { name: 'note', value: '4', label: 'Note', text: '4' };
    expect(withoutOne({ note: ['4', '5'] }, four)).toEqual({ note: ['5'] });
    expect(withoutOne({ note: '4' }, four)).toEqual({ note: undefined });
  });

  it('are taken away all together', () => {
    expect(withoutAny([{ name: 'from' }, { name: 'note' }])).toEqual({
      from: undefined,
      to: undefined,
      note: undefined,
    });
  });
});
