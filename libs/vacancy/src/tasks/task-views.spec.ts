import { EVERYTHING, limitedTo, type Scope } from '#access';
import { day, type Uuid } from '#kernel';
import type { PlannedTask, TaskParty, VacancyRow } from '../projections/model';
import { NOTHING_SAID } from './task';
import { inOrder, isTheirs, offerTaskId, offerView, taskView, type TaskReader, type TaskView } from './task-views';

const ROW = {
  vacancy: 'v' as Uuid,
  residence: 'R1',
  landlord: 'L-A',
  commune: '78621',
  holder: 'VILLE',
  contingent: 'commune',
  designating: '78297',
  forOneTurn: 0,
  said: {},
} as unknown as VacancyRow;

const reader = (scope: Scope = EVERYTHING, today = '2026-04-02'): TaskReader => ({
  scope,
  isState: false,
  today: day(today),
  timeZone: 'Europe/Paris',
});
const planned = (changes: Partial<PlannedTask> = {}): PlannedTask => ({
  task: 't',
  kind: 'answer',
  by: 'landlord',
  candidate: 'c' as Uuid,
  household: 'h' as Uuid,
  since: day('2026-03-23'),
  raisedOn: null,
  due: day('2026-04-02'),
  said: NOTHING_SAID,
  ...changes,
});

const [landlord, holder, town, delegated, other] = [
  limitedTo({ landlord: ['L-A'] }),
  limitedTo({ holder: ['VILLE'] }),
  limitedTo({ commune: ['78621'] }),
  limitedTo({ commune: ['78297'] }),
  limitedTo({ landlord: ['L-B'], holder: ['ETAT'], commune: ['00000'] }),
];

describe('who must do a task', () => {
  const seen = (by: TaskParty, row: Partial<VacancyRow> = {}) =>
    [landlord, holder, town, delegated, other].map((scope) =>
      isTheirs(by, { ...ROW, ...row }, { scope: scope!, isState: false }) ? 'y' : 'n',
    );

  it('is the landlord, whoever designates, the commune of the commission, the State; and everybody for everything', () => {
    expect(seen('landlord').join('')).toBe('ynnnn');
    expect(seen('holder').join('')).toBe('nynyn');
    expect(seen('holder', { forOneTurn: 1 }).join('')).toBe('ynnnn');
    expect(seen('holder', { contingent: 'bailleur', holder: 'L-A' }).join('')).toBe('ynnnn');
    expect(seen('commission').join('')).toBe('nnynn');
    expect(seen('state').join('')).toBe('nnnnn');
    expect(isTheirs('state', ROW, { scope: other!, isState: true })).toBe(true);
    for (const by of ['landlord', 'holder', 'commission', 'state'] as const)
      expect(isTheirs(by, ROW, { scope: EVERYTHING, isState: false })).toBe(true);
  });
});

describe('a task as it is shown', () => {
  it('has only what it has, and is late from the day after its last day', () => {
    const full = { task: 't', kind: 'answer', vacancy: 'v', residence: 'R1', candidate: 'c', household: 'h' };
    expect(taskView(planned(), ROW, reader())).toEqual({
      ...full,
      since: '2026-03-23',
      due: '2026-04-02',
      late: false,
    });
    expect(taskView(planned(), ROW, reader(EVERYTHING, '2026-04-03'))!.late).toBe(true);
    const bare = taskView(planned({ candidate: null, household: null, due: null }), ROW, reader());
    expect(Object.keys(bare!)).toEqual(['task', 'kind', 'vacancy', 'residence', 'since', 'late']);
  });

  it('waits since the day of its recording in the territory, where the fact has no day', () => {
    const since = '2026-03-22T23:30:00.000Z' as PlannedTask['since'];
    expect(taskView(planned({ since }), ROW, reader())!.since).toBe('2026-03-23');
  });

  it('is not shown to another, before its day, once done, or while postponed unless it is late', () => {
    expect(taskView(planned(), ROW, reader(holder))).toBeUndefined();
    const raisedOn = day('2026-04-03');
    expect(taskView(planned({ raisedOn, due: null }), ROW, reader())).toBeUndefined();
    expect(taskView(planned({ raisedOn, due: null }), ROW, reader(EVERYTHING, '2026-04-03'))!.since).toBe(raisedOn);
    expect(taskView(planned({ said: { ...NOTHING_SAID, doneOn: day('2026-04-01') } }), ROW, reader())).toBeUndefined();
    const said = { ...NOTHING_SAID, postponedUntil: day('2026-04-05'), heldBy: 'agent-2' };
    const shown = (today: string, due: PlannedTask['due'] = null) =>
      taskView(planned({ said, due }), ROW, reader(EVERYTHING, today));
    expect([shown('2026-04-04'), shown('2026-04-02', day('2026-04-02'))]).toEqual([undefined, undefined]);
    expect([shown('2026-04-05')!.heldBy, shown('2026-04-03', day('2026-04-02'))!.late]).toEqual(['agent-2', true]);
  });
});

describe('a substitute offer', () => {
  const owed = { duty: 'd' as Uuid, household: 'h' as Uuid, openedOn: day('2025-12-01'), persons: 3 };

  it('shows the household to the EPCI alone, its size and age to the landlord and the holder', () => {
    const without = { kind: 'substituteOffer', vacancy: 'v', duty: 'd', size: 3, since: '2025-12-01', late: false };
    expect(offerView(owed, ROW, reader())).toMatchObject({ ...without, household: 'h' });
    for (const scope of [landlord, holder, delegated]) {
      const view = offerView(owed, ROW, reader(scope));
      expect(view).toMatchObject(without);
      expect(view).not.toHaveProperty('household');
    }
    for (const scope of [town, other]) expect(offerView(owed, ROW, reader(scope))).toBeUndefined();
  });

  it('is postponed like another task', () => {
    const said = { ...NOTHING_SAID, postponedUntil: day('2026-05-01') };
    const row = { ...ROW, said: { [offerTaskId(ROW.vacancy, owed.duty)]: said } };
    expect(offerView(owed, row, reader())).toBeUndefined();
    expect(offerView(owed, row, reader(EVERYTHING, '2026-05-01'))).toBeDefined();
  });
});

it('what is late comes first, then what is due first, then what has waited longest', () => {
  const view = (task: string, changes: Partial<TaskView>): TaskView =>
    ({ task, since: day('2026-03-01'), late: false, ...changes }) as TaskView;
  const tasks = [
    view('old', { since: day('2025-01-01') }),
    view('new', {}),
    view('due', { due: day('2026-05-01') }),
    view('late', { due: day('2026-03-01'), late: true }),
  ];
  expect(inOrder([...tasks].reverse()).map(({ task }) => task)).toEqual(['late', 'due', 'old', 'new']);
});
