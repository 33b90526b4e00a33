import fc from 'fast-check';
import { DEFAULT_DELAYS, type RecordedConvention } from '#convention';
import { aConvention, anAmendment } from '#convention/testing';
import { addDays, day, type Day } from '#kernel';
import { surveyReminderOn } from '../report/reminders';
import { aSurvey } from '../testing';
import { delaysInForce, surveyDays } from './reminder-days';

const FIRST = day('2019-01-01');
const years = fc.uniqueArray(fc.integer({ min: 2018, max: 2026 }), { minLength: 1, maxLength: 4 });
const renewal = fc.integer({ min: 1, max: 4 });
const conventions = fc.option(
  fc
    .record({
      first: renewal,
      amendments: fc.array(fc.record({ after: fc.nat({ max: 2_500 }), years: renewal }), { maxLength: 3 }),
    })
    .map(({ first, amendments }): RecordedConvention => {
      const delays = (noteRenewalYears: number) => ({ ...DEFAULT_DELAYS, noteRenewalYears });
      return {
        base: aConvention({ delays: delays(first) }),
        amendments: amendments.map(({ after, years: count }) =>
          anAmendment({ effectiveOn: addDays(FIRST, after), delays: delays(count) }),
        ),
      };
    }),
);

it('whatever the surveys and the delays, a reminder never appears on a day that is not foreseen', () => {
  fc.assert(
    fc.property(years, conventions, (surveyed, convention) => {
      const foreseen = new Set<Day>(surveyDays(surveyed, convention).values());
      const surveys = surveyed.map((year) => aSurvey('R1', year));
      const reminderOn = (on: Day) => {
        const reminder = surveyReminderOn(on, surveys, delaysInForce(on, convention).delays);
        return reminder?.lastDay ? `${reminder.status} ${reminder.lastDay}` : null;
      };
      let before = reminderOn(FIRST);
      for (let at = 1; at < 3_500; at += 1) {
        const on = addDays(FIRST, at);
        const now = reminderOn(on);
        if (now !== null && now !== before) expect([on, foreseen.has(on)]).toEqual([on, true]);
        before = now;
      }
    }),
    { numRuns: 20 },
  );
});
