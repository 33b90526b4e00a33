import { day } from '#kernel';
import { DEFAULT_DELAYS } from '../delays';
import type { RaisedReminder } from './events';
import { raiseReminder } from './raise-reminder';
import { ALWAYS } from './reminder-days';

const TODAY = { from: ALWAYS, delays: DEFAULT_DELAYS };
const LATE: RaisedReminder = { status: 'late', lastDay: day('2023-12-31') };

describe('a reminder', () => {
  it('is raised from the day on which it fell due', () => {
    expect(raiseReminder(LATE, [], TODAY)).toEqual([{ reminder: LATE, effectiveDay: '2024-01-01' }]);
    const due: RaisedReminder = { status: 'due', lastDay: day('2024-06-30') };
    expect(raiseReminder(due, [], TODAY)).toEqual([{ reminder: due, effectiveDay: '2023-12-30' }]);
  });

  it('is not raised where nothing ever served: no day is that on which it fell due', () => {
    expect(raiseReminder({ status: 'late', lastDay: null }, [], TODAY)).toEqual([]);
  });

  it('is not raised from before the delays that make it late', () => {
    const shortened = { ...TODAY, from: day('2024-02-01') };
    expect(raiseReminder(LATE, [], shortened)).toEqual([{ reminder: LATE, effectiveDay: '2024-02-01' }]);
  });

  it('is raised once for its last day and status', () => {
    expect(raiseReminder(LATE, [LATE], TODAY)).toEqual([]);
    const others: readonly RaisedReminder[] = [
      { status: 'due', lastDay: LATE.lastDay },
      { status: 'late', lastDay: day('2021-12-31') },
      { status: 'late', lastDay: null },
    ];
    expect(raiseReminder(LATE, others, TODAY)).toHaveLength(1);
  });

  it('that is no longer due is not raised', () => {
    expect(raiseReminder(null, [], TODAY)).toEqual([]);
  });
});
