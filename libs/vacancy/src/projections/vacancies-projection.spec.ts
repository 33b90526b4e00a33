import { EVERYTHING, limitedTo, type Scope } from '#access';
import { OPEN } from '#compliance';
import { temporaryEventStore } from '#event-store/testing';
import { day, type Uuid } from '#kernel';
import { applyEvents, TestBatch } from '#processing/testing';
import type { ReadModel, Where } from '#read-store';
import { temporaryReadStore } from '#read-store/testing';
import { aHolder, anOwnership, aResidence, TestClock } from '#territory/testing';
import * as story from '../testing';
import { STORY, VacancyHistory } from '../testing';
import { NO_END, STATE, VACANCY_MODEL, type DutyDocument, type QpvStep, type VacancyRow } from './model';
import { vacancyProjection } from './vacancies-projection';

const V1 = 'vacancy-1' as Uuid;
const V2 = 'vacancy-2' as Uuid;

const read = temporaryReadStore();
afterAll(() => read.destroy());

let history: VacancyHistory;
let destroy: () => Promise<void>;
beforeEach(async () => {
  const clock = new TestClock();
  clock.set('2026-03-02T09:00:00Z');
  const temporary = temporaryEventStore({ clock });
  destroy = temporary.destroy;
  history = new VacancyHistory(temporary.store, clock);
  await history.setting();
});
afterEach(() => destroy());

async function applied(): Promise<ReadModel> {
  const model = await read.store.beside(VACANCY_MODEL);
  expect(await applyEvents(vacancyProjection, model, await history.all(), { batchSize: 3 })).toEqual([]);
  return model;
}

async function rows(model: ReadModel, where: Where = { to: OPEN }, scope: Scope = EVERYTHING): Promise<VacancyRow[]> {
  const page = await model.find<VacancyRow>({ collection: 'vacancies', scope, where, limit: 1_000 });
  return page.documents.map(({ body }) => body);
}

async function everyDocument(model: ReadModel): Promise<unknown[]> {
  const documents: unknown[] = [];
  for (const { name } of VACANCY_MODEL.collections)
    documents.push(...(await model.find({ collection: name, scope: EVERYTHING, limit: 10_000 })).documents);
  return documents;
}

describe('the read model of vacancies', () => {
  it('shows a vacancy as it is, joined with its places', async () => {
    await history.steps(V1, STORY.offered);
    const [row, ...others] = await rows(await applied());
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      vacancy: V1,
      status: 'offered',
      revision: 6,
      residence: 'CEDRES',
      landlord: story.LANDLORD,
      commune: story.COMMUNE,
      holder: story.HOLDERS.town,
      contingent: 'commune',
      designating: story.COMMUNE,
      state: null,
      due: '2026-04-02',
      waits: 1,
      since: '',
      until: NO_END,
    });
  });

  it('keeps every version, so that a reader at a position sees what was known then', async () => {
    await history.steps(V1, STORY.oriented);
    const [, , oriented] = (await history.all()).slice(-3);
    await history.steps(V1, story.designated('martin'));
    const model = await applied();
    const position = oriented!.position;
    const then = await rows(model, { from: { lte: position }, to: { gt: position } });
    expect(then.map(({ status }) => status)).toEqual(['oriented']);
    expect((await rows(model)).map(({ status }) => status)).toEqual(['designated']);
  });

  it('has a row for each landlord to come, and rewrites it when that is corrected', async () => {
    await history.own(anOwnership('CEDRES', '2020-01-01', 'L-BEFORE'));
    await history.steps(V1, STORY.declared);
    await history.own(anOwnership('CEDRES', '2026-06-01', 'L-NEXT'));
    const model = await applied();
    const days = (await rows(model)).map(({ since, until, landlord }) => [since, until, landlord]);
    expect(days).toEqual([
      ['', '2026-06-01', 'L-BEFORE'],
      ['2026-06-01', NO_END, 'L-NEXT'],
    ]);
    const seen = async (landlord: string, on: string): Promise<number> => {
      const where: Where = { to: OPEN, since: { lte: day(on) }, until: { gt: day(on) } };
      return (await rows(model, where, limitedTo({ landlord: [landlord] }))).length;
    };
    expect([await seen('L-BEFORE', '2026-05-31'), await seen('L-BEFORE', '2026-06-01')]).toEqual([1, 0]);
    expect([await seen('L-NEXT', '2026-05-31'), await seen('L-NEXT', '2026-06-01')]).toEqual([0, 1]);
  });

  it('follows a residence and a holder that are corrected', async () => {
    await history.steps(V1, STORY.oriented);
    await history.declare('Residence', aResidence('CEDRES', { landlord: story.LANDLORD, commune: 'C2' }));
    await history.declare('ReservationHolder', aHolder(story.HOLDERS.town, { contingent: 'commune', commune: 'C3' }));
    const model = await applied();
    expect(await rows(model)).toMatchObject([{ commune: 'C2', designating: 'C3', status: 'oriented' }]);
    const communes = ['C2', 'C3', story.COMMUNE].map((commune) =>
      rows(model, { to: OPEN }, limitedTo({ commune: [commune] })),
    );
    expect((await Promise.all(communes)).map(({ length }) => length)).toEqual([1, 1, 0]);
  });

  it('is seen by the State where it designated a candidate, and by the commune that the EPCI delegates to', async () => {
    await history.steps(V1, STORY.oriented, story.designated('martin', { basis: 'dalo_prefet' }));
    await history.steps(V2, story.declared(), story.oriented({ holder: story.HOLDERS.epci, delegatedTo: 'C9' }));
    const model = await applied();
    const seen = async (scope: Scope) => (await rows(model, { to: OPEN }, scope)).map(({ vacancy }) => vacancy);
    expect(await seen(limitedTo({ holder: [STATE] }))).toEqual([V1]);
    expect(await seen(limitedTo({ commune: ['C9'] }))).toEqual([V2]);
    expect(await seen(limitedTo({ holder: [story.HOLDERS.town, story.HOLDERS.epci] }))).toEqual([V1, V2]);
  });

  it('keeps the decisions of each sitting, also where a correction names another one', async () => {
    const sitting = { sitting: 'sitting-1' as Uuid };
    await history.steps(V1, STORY.designated, story.commissionHeld([story.ranked('martin', 1)], sitting));
    const other = { sitting: 'sitting-2' as Uuid };
    await history.steps(V1, story.commissionCorrected([story.ranked('diallo', 1)], other));
    const { documents } = await (await applied()).find({ collection: 'sittings', scope: EVERYTHING, limit: 9 });
    expect(documents.map(({ body }) => [body['sitting'], body['holds']])).toEqual([
      ['sitting-1', 0],
      ['sitting-2', 1],
    ]);
  });

  it('counts the steps of the QPV commission, each on its day and in its commune', async () => {
    await history.steps(V1, story.declared({ districts: ['Q1'] }), story.oriented(), story.proposed('martin'));
    await history.steps(V1, story.deferred('martin'), ...[story.endorsed('martin')]);
    const { documents } = await (
      await applied()
    ).find<QpvStep>({
      collection: 'qpvSteps',
      scope: EVERYTHING,
      sort: [{ column: 'on', direction: 'asc' }],
      limit: 9,
    });
    const place = { commune: story.COMMUNE, districts: ['Q1'], from: expect.any(String) as string };
    expect(documents.map(({ body }) => body)).toEqual(
      expect.arrayContaining([
        { kind: 'proposals', on: '2026-03-09', motive: null, ...place },
        { kind: 'deferrals', on: '2026-03-12', motive: 'equilibre', ...place },
        { kind: 'endorsements', on: '2026-03-12', motive: null, ...place },
      ]),
    );
    expect(documents).toHaveLength(3);
  });

  it('holds no fact of a household', async () => {
    await history.steps(V1, STORY.let);
    const { documents } = await (await applied()).find({ collection: 'states', scope: EVERYTHING, limit: 1 });
    expect(documents).toHaveLength(1);
    for (const fact of ['quartile', 'composition', 'publics', 'priority'])
      expect(JSON.stringify(documents)).not.toContain(fact);
  });

  it('leaves the same documents after a crash in the middle of a commit, wherever it happens', async () => {
    await history.own(anOwnership('CEDRES', '2026-06-01', 'L-NEXT'));
    await history.steps(V1, STORY.decided);
    const refusal = { vacancy: V1, candidate: 'c', residence: 'CEDRES', on: '2026-03-19' };
    await history.record('substituteoffer-household-nguyen', 'SubstituteOfferDutyOpened', { duty: 'd', ...refusal });
    await history.record('substituteoffer-household-nguyen', 'SubstituteOfferRefusalAdded', {
      duty: 'd',
      ...refusal,
      candidate: 'c2',
    });
    await history.record('application-household-diallo', 'ApplicationEnded', { on: '2026-03-20', motive: 'deces' });
    await history.own(anOwnership('CEDRES', '2026-06-01', 'L-OTHER'));
    await history.record('qpvcommission-78621', 'QpvCommissionSet', { commune: '78621', from: '2026-03-01' });
    const events = (await history.all()).filter(({ type }) => vacancyProjection.types.includes(type));
    const clean = await read.store.beside(VACANCY_MODEL);
    await applyEvents(vacancyProjection, clean, events);
    const expected = await everyDocument(clean);
    const { body: duty } = (await clean.get<DutyDocument>('duties', 'd'))!;
    expect(duty.duty.refusals).toHaveLength(2);
    for (const survives of [0, 1]) {
      const model = await read.store.beside(VACANCY_MODEL);
      for (let at = 0; at < events.length; at++) {
        const run = vacancyProjection.start(model);
        const crashed = new TestBatch(model);
        for (const event of events.slice(at)) {
          await run.apply(event, crashed);
          await crashed.settle();
        }
        await crashed.crash((index) => index % 2 === survives);
        await applyEvents(vacancyProjection, model, events.slice(at, at + 1));
      }
      expect(await everyDocument(model)).toEqual(expected);
    }
  });
});
