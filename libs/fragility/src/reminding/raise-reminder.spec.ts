import { day } from '#kernel';
import { DEFAULT_DELAYS } from '../delays';
import type { RaisedReminder } from './events';
import { LIST_REMINDER, SURVEY_REMINDER } from './raise-reminder';
import { ALWAYS, type DatedDelays } from './reminder-days';

const TODAY = { from: ALWAYS, delays: DEFAULT_DELAYS };
const LATE: RaisedReminder = { status: 'late', lastDay: day('2023-12-31') };

function raise(reminder: RaisedReminder | null, raised: readonly RaisedReminder[] = [], delays: DatedDelays = TODAY) {
  return SURVEY_REMINDER.decide({ subject: 'R1', reminder, ...delays }, raised);
}

function raisedFrom(reminder: RaisedReminder, effectiveDay: string) {
  return [{ type: 'SurveyReminderRaised', data: { residence: 'R1', ...reminder }, effectiveDay }];
}

describe('a reminder', () => {
  it('is raised from the day on which it fell due', () => {
    expect(raise(LATE)).toEqual(raisedFrom(LATE, '2024-01-01'));
    const due: RaisedReminder = { status: 'due', lastDay: day('2024-06-30') };
    expect(raise(due)).toEqual(raisedFrom(due, '2023-12-30'));
  });

  it('of a list is raised for its landlord', () => {
    expect(LIST_REMINDER.decide({ subject: 'B1', reminder: LATE, ...TODAY }, [])).toEqual([
      { type: 'ListReminderRaised', data: { landlord: 'B1', ...LATE }, effectiveDay: '2024-01-01' },
    ]);
  });

  it('is not raised where no survey was ever made: it fell due on no day', () => {
    expect(raise({ status: 'late', lastDay: null })).toEqual([]);
  });

  it('holds from the day of the delays that make it late, and not before', () => {
    const shortened = { ...TODAY, from: day('2024-02-01') };
    expect(raise(LATE, [], shortened)).toEqual(raisedFrom(LATE, '2024-02-01'));
  });

  it('is raised once for its last day and status', () => {
    expect(raise(LATE, [LATE])).toEqual([]);
    const others: readonly RaisedReminder[] = [
      { status: 'due', lastDay: LATE.lastDay },
      { status: 'late', lastDay: day('2021-12-31') },
      { status: 'late', lastDay: null },
    ];
    expect(raise(LATE, others)).toHaveLength(1);
  });

  it('that is no longer due is not raised', () => {
    expect(raise(null)).toEqual([]);
  });
});
