import { day, isRefusal, type Uuid } from '#kernel';
import { NOTHING_SAID, subjectOf, taskIdOf, TASKS, type TaskCommand, type TaskSubject } from './task';

const VACANCY = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10' as Uuid;
const SUBJECT: TaskSubject = { vacancy: VACANCY, kind: 'offer', revision: 6, subject: 'c' as Uuid };

describe('the id of a task', () => {
  it('says what the task is about, and is read back', () => {
    for (const subject of [SUBJECT, { ...SUBJECT, kind: 'orient', subject: null }] as const)
      expect(subjectOf(taskIdOf(subject))).toEqual(subject);
  });

  it.each([
    '',
    'x',
    `${VACANCY}.autre.1`,
    `${VACANCY}.offer.-1`,
    `${VACANCY}.offer`,
    '.offer.1',
    `${VACANCY}.offer.1.c.d`,
  ])('is no other text: %s', (text) => {
    expect(subjectOf(text)).toBeUndefined();
  });
});

describe('what is said of a task', () => {
  const about = { task: taskIdOf(SUBJECT), kind: 'offer', today: day('2026-03-02') } as const;
  const decided = (command: TaskCommand, said = NOTHING_SAID): unknown => {
    const decision = TASKS.decide(command, said);
    return isRefusal(decision) ? decision.code : decision.map(({ type, data }) => [type, data]);
  };
  const postpone: TaskCommand = { ...about, verb: 'postpone', until: day('2026-04-01') };
  const handOver: TaskCommand = { ...about, verb: 'hand over', to: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40' };
  const done = (changes: Partial<TaskCommand> = {}) =>
    ({ ...about, kind: 'strikeOff', verb: 'done', on: day('2026-03-01'), ...changes }) as TaskCommand;

  it('is that it waits for a day, or for somebody', () => {
    expect(decided(postpone)).toEqual([['TaskPostponed', { until: '2026-04-01' }]]);
    expect(decided({ ...postpone, until: day('2026-03-01') } as TaskCommand)).toBe('day-out-of-order');
    expect(decided({ ...handOver, to: 'Mme Martin' } as TaskCommand)).toBe('value-not-admitted');
    expect(decided({ ...handOver, to: 'administrator' } as TaskCommand)).toHaveLength(1);
    expect(decided(postpone, { ...NOTHING_SAID, postponedUntil: day('2026-04-01') })).toEqual([]);
    expect(decided(handOver)).toEqual([['TaskHandedOver', { to: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40' }]]);
    expect(decided(handOver, { ...NOTHING_SAID, heldBy: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40' })).toEqual([]);
  });

  it('is that it was done elsewhere, but not for a step of the process', () => {
    expect(decided(done())).toEqual([['TaskDone', { on: '2026-03-01' }]]);
    expect(decided(done({ kind: 'prefectRefusal' }))).toHaveLength(1);
    expect(decided(done({ kind: 'offer' }))).toBe('task-of-the-process');
    expect(decided(done({ on: day('2026-03-03') } as Partial<TaskCommand>))).toBe('day-in-future');
    expect(decided(done(), { ...NOTHING_SAID, doneOn: day('2026-03-01') })).toEqual([]);
  });
});
