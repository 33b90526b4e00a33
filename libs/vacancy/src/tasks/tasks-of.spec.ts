import fc from 'fast-check';
import type { Position } from '#event-store';
import { addDays, day, isRefusal, type Day, type Instant, type JsonObject } from '#kernel';
import type { VacancyEvent } from '../events';
import type { PlannedTask, StateEntry } from '../projections/model';
import { trackedAfter } from '../projections/tracked-vacancy';
import * as story from '../testing';
import { STORY } from '../testing';
import { decideStep, randomSteps, type RandomStep } from '../testing/random-steps';
import { isOpen } from '../vacancy';
import { mayWait, tasksOf } from './tasks-of';

const AT = '2026-03-02T09:00:00.000Z' as Instant;

type Step = VacancyEvent | { readonly stream: string; readonly type: string; readonly data: object };

type Steps = readonly (Step | readonly Step[])[];

function tracked(...steps: Steps) {
  let revision = -1;
  const entries = steps.flat().map((step): Omit<StateEntry, 'rows'> => {
    const { type, data, stream = 'vacancy-v' } = step as { type: string; data: JsonObject; stream?: string };
    const isOwn = stream === 'vacancy-v';
    const { on, notifiedOn } = data as { on?: Day; notifiedOn?: Day };
    const from = String(revision) as Position;
    return {
      from,
      revision: isOwn ? (revision += 1) : null,
      recordedAt: AT,
      on: on ?? notifiedOn ?? null,
      stream,
      type,
      data,
    };
  });
  return trackedAfter(entries)!;
}

const tasks = (...steps: Steps): readonly PlannedTask[] => tasksOf(tracked(...steps));
const kinds = (...steps: Steps): readonly string[] =>
  tasks(...steps).map(({ kind, by, candidate }) => [by, kind, ...(candidate ? [candidate] : [])].join(' '));

describe('what waits', () => {
  it.each<[string, readonly VacancyEvent[], readonly string[]]>([
    ['declared', STORY.declared, ['landlord orient']],
    ['oriented', STORY.oriented, ['holder designate']],
    ['returned', STORY.returned, ['landlord orient']],
    ['designated', STORY.designated, ['landlord decide']],
    ['decided', STORY.decided, ['landlord offer candidate-martin', 'landlord notify candidate-nguyen']],
    ['onCondition', STORY.onCondition, ['landlord condition candidate-martin', 'landlord notify candidate-nguyen']],
    ['offered', STORY.offered, ['landlord answer candidate-martin', 'landlord notify candidate-nguyen']],
    ['accepted', STORY.accepted, ['landlord lease candidate-martin', 'landlord notify candidate-nguyen']],
    ['let', STORY.let, ['landlord notify candidate-nguyen', 'landlord strikeOff candidate-martin']],
    ['closed', STORY.closed, []],
  ])('where a vacancy is %s', (_, events, expected) => {
    expect(kinds(events)).toEqual(expected);
  });

  it('is the endorsement of each candidate that is only proposed or deferred', () => {
    expect(kinds(STORY.oriented, story.proposed('martin'), story.proposed('diallo'), story.deferred('diallo'))).toEqual(
      ['commission endorse candidate-martin', 'commission endorse candidate-diallo'],
    );
  });

  it('is the next rank, once the first declined or lapsed', () => {
    const [offer] = tasks(STORY.offered, story.declined('martin'));
    expect(offer).toMatchObject({ kind: 'offer', candidate: 'candidate-diallo', since: '2026-03-31' });
    expect(kinds(STORY.offered, story.offerLapsed('martin'))[0]).toBe('landlord offer candidate-diallo');
    const none = kinds(STORY.offered, story.declined('martin'), story.offered('diallo'), story.declined('diallo'));
    expect(none).toEqual(['holder designate', 'landlord notify candidate-nguyen']);
  });

  it('has the day by which it is due', () => {
    expect(tasks(STORY.oriented)).toMatchObject([{ since: '2026-03-02', due: '2026-04-01' }]);
    expect(tasks(STORY.onCondition)[0]).toMatchObject({ due: '2026-04-10' });
    expect(tasks(STORY.offered)[0]).toMatchObject({ since: '2026-03-23', due: '2026-04-02' });
    expect(tasks(STORY.declared)).toMatchObject([{ since: AT, due: null }]);
  });

  it('is the offer since the document came, where the first rank had to bring one', () => {
    expect(tasks(STORY.onCondition, story.conditionMet('martin'))[0]).toMatchObject({
      kind: 'offer',
      since: '2026-03-30',
    });
  });

  it('is to strike off the register who is inadmissible, a month after the notice, until the application ended', () => {
    const refused = [STORY.designated, story.commissionHeld([story.inadmissible('martin'), story.ranked('diallo', 1)])];
    const noticed = [...refused, story.refusalNotified('martin')];
    expect(kinds(...refused)).toContain('landlord notify candidate-martin');
    const task = tasks(...noticed).find(({ kind }) => kind === 'strikeOff');
    expect(task).toMatchObject({ by: 'landlord', candidate: 'candidate-martin', raisedOn: '2026-04-24' });
    const application = (type: string) => ({
      stream: 'application-household-martin',
      type,
      data: { on: '2026-03-25' },
    });
    const ended = [...noticed, application('ApplicationEnded')];
    expect(kinds(...ended)).not.toContain('landlord strikeOff candidate-martin');
    expect(kinds(...ended, application('ApplicationReopened'))).toContain('landlord strikeOff candidate-martin');
  });

  it('is taken back when the lease is cancelled', () => {
    expect(kinds(STORY.let)).toContain('landlord strikeOff candidate-martin');
    expect(kinds(STORY.let, story.closed('bail_annule'))).toEqual(['landlord notify candidate-nguyen']);
  });

  it('tells the State that a household of the prefect was not allocated', () => {
    const byPrefect = story.designated('martin', { basis: 'dalo_prefet' });
    const refused = [STORY.oriented, byPrefect, story.commissionHeld([story.notAllocated('martin')])];
    expect(kinds(...refused)).toContain('state prefectRefusal candidate-martin');
    const before = tasks(...refused).find(({ kind }) => kind === 'prefectRefusal')!;
    const after = tasks(...refused, story.refusalNotified('martin')).find(({ kind }) => kind === 'prefectRefusal')!;
    expect(after.task).toBe(before.task);
  });

  it('keeps its id while other things happen, and has another one when the step comes again', () => {
    const [first] = tasks(STORY.oriented);
    expect(tasks(STORY.oriented, story.reoriented())[0]!.task).not.toBe(first!.task);
    const [decide] = tasks(STORY.designated);
    expect(tasks(STORY.designated, story.designated('petit'))[0]!.task).toBe(decide!.task);
    const ids = tasks(STORY.decided).map(({ task }) => task);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('holds what was said of it', () => {
    const [{ task }] = tasks(STORY.let).filter(({ kind }) => kind === 'strikeOff') as [PlannedTask];
    const said = (type: string, data: object) => ({ stream: `task-${task}`, type, data });
    const told = [STORY.let, said('TaskPostponed', { until: '2026-05-01' }), said('TaskHandedOver', { to: 'agent-2' })];
    const strikeOff = (...steps: Steps) => tasks(...steps).find(({ kind }) => kind === 'strikeOff');
    expect(strikeOff(...told)).toMatchObject({
      said: { postponedUntil: '2026-05-01', heldBy: 'agent-2', doneOn: null },
    });
    const done = [...told, said('TaskDone', { on: '2026-04-08' }), story.refusalNotified('nguyen')];
    expect(strikeOff(...done)).toMatchObject({ said: { doneOn: '2026-04-08' } });
    const nothing = tracked(...done);
    expect([mayWait(tracked(...told), tasks(...told)), mayWait(nothing, tasksOf(nothing))]).toEqual([true, false]);
  });
});

/** The events of random steps, right or wrong, from a vacancy that was declared. */
function eventsOf(steps: readonly RandomStep[]): readonly VacancyEvent[] {
  const events: VacancyEvent[] = [...STORY.declared];
  steps.forEach((step, index) => {
    const decision = decideStep(step, story.vacancyAfter(events), addDays(day('2026-03-02'), index), index);
    if (!isRefusal(decision)) events.push(...decision);
  });
  return events;
}

it('leaves no open vacancy without something to do, and no id twice, whatever happens', () => {
  fc.assert(
    fc.property(randomSteps, (steps) => {
      const events = eventsOf(steps);
      for (let length = 1; length <= events.length; length += 1) {
        const now = tracked(events.slice(0, length));
        const found = tasksOf(now);
        if (isOpen(now.vacancy)) expect(found).not.toEqual([]);
        expect(new Set(found.map(({ task }) => task)).size).toBe(found.length);
      }
    }),
    { numRuns: 60 },
  );
});
