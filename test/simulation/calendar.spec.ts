import { easter, holidays, isWorkingDay, lastDayToAnswer } from './calendar';

describe('the calendar of the simulation', () => {
  it('knows the Easter Sundays that almanacs print', () => {
    const printed = ['2018-04-01', '2019-04-21', '2024-03-31', '2025-04-20', '2026-04-05', '2038-04-25'];
    expect(printed.map((day) => easter(Number(day.slice(0, 4))))).toEqual(printed);
  });

  it('has the eleven holidays of the code of labour', () => {
    const of2025 = ['01-01', '04-21', '05-01', '05-08', '05-29', '06-09', '07-14', '08-15', '11-01', '11-11', '12-25'];
    expect([...holidays(2025)].sort()).toEqual(of2025.map((day) => `2025-${day}`));
  });

  it('moves a last day that is no working day, as R441-10 says', () => {
    // 4 April 2026 is a Saturday, 6 April Easter Monday.
    expect(lastDayToAnswer('2026-03-25', 10)).toBe('2026-04-07');
    expect(lastDayToAnswer('2025-04-20', 11)).toBe('2025-05-02');
    expect(isWorkingDay(lastDayToAnswer('2025-12-15', 10))).toBe(true);
  });
});
