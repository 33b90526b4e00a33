import { EVERYTHING, INSTALLATION_ADMINISTRATOR, limitedTo, NOTHING, type Scope } from '#access';
import { ConventionHistory } from '#convention';
import { temporaryEventStore } from '#event-store/testing';
import { day, isRefusal, type AsOf, type Day, type Refusal, type Uuid } from '#kernel';
import { applyEvents } from '#processing/testing';
import type { ReadModel } from '#read-store';
import { temporaryReadStore } from '#read-store/testing';
import { aResidence, TestClock } from '#territory/testing';
import { VACANCY_MODEL } from '../projections/model';
import { vacancyProjection } from '../projections/vacancies-projection';
import * as story from '../testing';
import { STORY, VacancyHistory } from '../testing';
import { VacancyLists, type VacanciesQuery, type VacancyPage } from './vacancy-lists';
import type { VacancyReading } from './vacancy-reading';

const TODAY = day('2026-04-02');
const ALL: VacanciesQuery = {
  filter: { where: {} },
  sort: [{ word: 'date_liberation', direction: 'asc' }],
  limit: 50,
};

const read = temporaryReadStore();
afterAll(() => read.destroy());

let clock: TestClock;
let history: VacancyHistory;
let model: ReadModel;
let destroy: () => Promise<void>;
beforeEach(async () => {
  clock = new TestClock();
  clock.set(`${TODAY}T09:00:00Z`);
  const temporary = temporaryEventStore({ clock });
  destroy = temporary.destroy;
  history = new VacancyHistory(temporary.store, clock);
  model = await read.store.beside(VACANCY_MODEL);
  await history.setting();
  await history.declare('Residence', aResidence('OTHER', { landlord: 'B02', commune: '78297' }));
  await history.steps('v-declared' as Uuid, story.declared({ availableOn: day('2026-08-01'), dwellingType: 'T1' }));
  await history.steps('v-oriented' as Uuid, STORY.oriented);
  await history.steps('v-offered' as Uuid, STORY.offered);
  await history.steps('v-other' as Uuid, story.declared({ residence: 'OTHER', availableOn: day('2026-05-01') }));
  await history.steps('v-let' as Uuid, STORY.let);
});
afterEach(() => destroy());

/** The lists, once the read model shows all that is recorded. */
async function lists(today: Day = TODAY): Promise<VacancyLists> {
  await applyEvents(vacancyProjection, model, await history.all());
  clock.set(`${today}T09:00:00Z`);
  const open = async ({ scope }: { readonly scope: Scope }) => ({ model, today, scope });
  const reading = { open, timeZone: 'Europe/Paris' } as unknown as VacancyReading;
  const installation = { eventStore: history.events, clock };
  return new VacancyLists(installation, reading, new ConventionHistory(history.events));
}

async function page(query: Partial<VacanciesQuery> = {}, scope: Scope = EVERYTHING): Promise<VacancyPage> {
  return granted(await (await lists()).page({ ...ALL, ...query }, { ...INSTALLATION_ADMINISTRATOR, scope }));
}

function granted(answer: VacancyPage | Refusal): VacancyPage {
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer;
}

const ids = ({ vacancies }: VacancyPage): readonly string[] => vacancies.map(({ vacancy }) => vacancy);

describe('the list of vacancies', () => {
  it('shows each vacancy once, as it is', async () => {
    const all = await page();
    expect(ids(all)).toEqual(['v-other', 'v-let', 'v-offered', 'v-oriented', 'v-declared']);
    expect(all).toMatchObject({ total: 5, next: null });
    expect(all.vacancies[2]).toEqual({
      vacancy: 'v-offered',
      status: 'offered',
      revision: 6,
      recordedAt: expect.any(String) as string,
      residence: 'CEDRES',
      landlord: story.LANDLORD,
      commune: story.COMMUNE,
      districts: [],
      note: null,
      holder: story.HOLDERS.town,
      contingent: 'commune',
      forOneTurn: false,
      availableOn: '2026-06-01',
      due: '2026-04-02',
      late: false,
      dwellingType: 'T3',
      financing: 'PLUS',
      surface: 6200,
      firstLetting: false,
      candidates: 2,
    });
  });

  it.each<[string, Partial<VacanciesQuery>, readonly string[]]>([
    ['status', { filter: { where: { status: { in: ['let', 'declared'] } } } }, ['v-other', 'v-let', 'v-declared']],
    ['commune', { filter: { where: { commune: { in: ['78297'] } } } }, ['v-other']],
    ['type', { filter: { where: { dwellingType: { in: ['T1'] } } } }, ['v-declared']],
    ['day on which it is free', { filter: { where: {}, from: day('2026-08-01') } }, ['v-declared']],
    ['days', { filter: { where: {}, from: day('2026-05-01'), to: day('2026-05-31') } }, ['v-other']],
    ['lateness', { filter: { where: {}, late: true } }, ['v-oriented']],
    ['being in time', { filter: { where: {}, late: false } }, ['v-other', 'v-let', 'v-offered', 'v-declared']],
  ])('is filtered by %s, and counts what it keeps', async (_, query, expected) => {
    const kept = await page(query);
    expect([ids(kept), kept.total]).toEqual([expected, expected.length]);
  });

  it('is sorted by several columns, what is not due last', async () => {
    const sort = [
      { word: 'echeance', direction: 'asc' },
      { word: 'date_liberation', direction: 'desc' },
    ] as const;
    expect(ids(await page({ sort }))).toEqual(['v-oriented', 'v-offered', 'v-declared', 'v-let', 'v-other']);
  });

  it('shows and counts, under a scope, only what it covers', async () => {
    const under = async (scope: Scope) => {
      const answer = await page({}, scope);
      return [ids(answer), answer.total];
    };
    expect(await under(limitedTo({ landlord: ['B02'] }))).toEqual([['v-other'], 1]);
    expect(await under(limitedTo({ holder: [story.HOLDERS.town] }))).toEqual([['v-let', 'v-offered', 'v-oriented'], 3]);
    expect(await under(limitedTo({ commune: ['78297'] }))).toEqual([['v-other'], 1]);
    expect(await under(limitedTo({ landlord: ['B02'], commune: ['C0'] }))).toEqual([['v-other'], 1]);
    const nobody = await (await lists()).page(ALL, { ...INSTALLATION_ADMINISTRATOR, scope: NOTHING });
    expect(nobody).toMatchObject({ code: 'not-allowed' });
    const statistician = { id: 's', role: 'statistician', scope: EVERYTHING } as const;
    expect(await (await lists()).page(ALL, statistician)).toMatchObject({ code: 'not-allowed' });
  });

  it('shows one moment over all its pages, whatever is recorded meanwhile', async () => {
    const first = await page({ limit: 2 });
    await history.steps('v-other' as Uuid, story.closed());
    await history.steps('v-new' as Uuid, story.declared({ availableOn: day('2026-06-02') }));
    const second = await page({ limit: 2, cursor: first.next! });
    const third = await page({ limit: 2, cursor: second.next! });
    expect([first, second, third].flatMap(ids)).toEqual(['v-other', 'v-let', 'v-offered', 'v-oriented', 'v-declared']);
    expect([second.total, third.total, third.next, third.position]).toEqual([5, 5, null, first.position]);
    expect((await page()).total).toBe(6);
  });

  it('does not go on with the pages of another list, or of another day', async () => {
    const { next } = await page({ limit: 2 });
    const stale = { code: 'stale-cursor' };
    await expect(page({ limit: 2, cursor: next!, filter: { where: {}, late: true } })).rejects.toMatchObject(stale);
    const tomorrow = await lists(day('2026-04-03'));
    const further = tomorrow.page({ ...ALL, limit: 2, cursor: next! }, INSTALLATION_ADMINISTRATOR);
    await expect(further).rejects.toMatchObject(stale);
  });

  it('shows what was known at an instant, and what was late on its day', async () => {
    clock.set('2026-05-04T09:00:00Z');
    await history.steps('v-offered' as Uuid, story.offerLapsed('martin'));
    await lists();
    const late = async (asOf: string) => {
      const before = await (
        await lists(day('2026-05-05'))
      ).page({ ...ALL, asOf: asOf as AsOf, filter: { where: {}, late: true } }, INSTALLATION_ADMINISTRATOR);
      return granted(before).vacancies.map(({ vacancy, status }) => `${vacancy} ${status}`);
    };
    expect(await late('2026-04-02')).toEqual(['v-oriented oriented']);
    expect(await late('2026-04-03')).toEqual(['v-offered offered', 'v-oriented oriented']);
    expect(await late('2026-05-04')).toEqual(['v-oriented oriented']);
  });

  it('refuses a reversed period', async () => {
    const filter = { where: {}, from: day('2026-02-01'), to: day('2026-01-01') };
    expect(await (await lists()).page({ ...ALL, filter }, INSTALLATION_ADMINISTRATOR)).toMatchObject({
      code: 'period-reversed',
    });
  });
});
