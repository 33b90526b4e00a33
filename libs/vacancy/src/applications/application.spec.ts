import { day, isRefusal, newUuid } from '#kernel';
import { APPLICATIONS, type Application, type ApplicationCommand } from './application';

const TODAY = day('2026-03-02');
const household = newUuid();
const end = (on: string, motive = 'renonciation'): ApplicationCommand => ({
  household,
  today: TODAY,
  verb: 'end',
  on: day(on),
  motive,
});
const reopen: ApplicationCommand = { household, today: TODAY, verb: 'reopen' };
const OPEN: Application = { ended: null };
const ENDED: Application = { ended: { on: day('2026-03-01'), motive: 'deces' } };

const typesOf = (command: ApplicationCommand, given: Application): unknown => {
  const decision = APPLICATIONS.decide(command, given);
  return isRefusal(decision) ? decision.code : decision.map(({ type }) => type);
};

describe('an application', () => {
  it('ends with its day and motive, once', () => {
    expect(APPLICATIONS.decide(end('2026-03-01'), OPEN)).toEqual([
      { type: 'ApplicationEnded', data: { on: '2026-03-01', motive: 'renonciation' } },
    ]);
    expect(typesOf(end('2026-03-01', 'deces'), ENDED)).toEqual([]);
  });

  it('has its ending corrected by another day or motive', () => {
    expect(typesOf(end('2026-02-27', 'deces'), ENDED)).toEqual(['ApplicationEnded']);
    expect(typesOf(end('2026-03-01', 'irrecevable'), ENDED)).toEqual(['ApplicationEnded']);
  });

  it('is reopened where it has ended, and only there', () => {
    expect(typesOf(reopen, ENDED)).toEqual(['ApplicationReopened']);
    expect(typesOf(reopen, OPEN)).toEqual([]);
  });

  it('ends neither on a day to come nor for another motive', () => {
    expect(typesOf(end('2026-03-03'), OPEN)).toBe('day-in-future');
    expect(typesOf(end('2026-03-01', 'fragilite'), OPEN)).toBe('value-not-admitted');
  });
});
