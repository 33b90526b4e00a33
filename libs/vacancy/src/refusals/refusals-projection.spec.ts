import { EVERYTHING, limitedTo, type Scope } from '#access';
import type { Position } from '#event-store';
import { temporaryEventStore } from '#event-store/testing';
import { day, type Uuid } from '#kernel';
import { applyEvents, TestBatch } from '#processing/testing';
import type { ReadModel } from '#read-store';
import { temporaryReadStore } from '#read-store/testing';
import { aResidence, TestClock } from '#territory/testing';
import * as story from '../testing';
import { STORY, VacancyHistory } from '../testing';
import { candidaciesAt, REFUSALS_MODEL, refusalsProjection, type RefusalsFilter } from './refusals-projection';

const V1 = 'vacancy-1' as Uuid;
const YEAR = { from: day('2026-01-01'), to: day('2026-12-31') };
const HEAD = '~' as Position;

const read = temporaryReadStore();
afterAll(() => read.destroy());

let history: VacancyHistory;
let destroy: () => Promise<void>;
beforeEach(async () => {
  const temporary = temporaryEventStore({ clock: new TestClock() });
  destroy = temporary.destroy;
  history = new VacancyHistory(temporary.store, new TestClock());
  await history.setting();
});
afterEach(() => destroy());

async function applied(): Promise<ReadModel> {
  const model = await read.store.beside(REFUSALS_MODEL);
  expect(await applyEvents(refusalsProjection, model, await history.all(), { batchSize: 3 })).toEqual([]);
  return model;
}
const decisions = async (model: ReadModel, at: { scope?: Scope; reading?: Position; filter?: RefusalsFilter } = {}) => {
  const { scope = EVERYTHING, reading = HEAD, filter } = at;
  const found = await candidaciesAt(model, { ...YEAR, filter }, { scope, reading });
  return found.map(({ commission }) => commission && (commission.refusal?.kind ?? 'allocated')).sort();
};

describe('the read model of refusals', () => {
  it('shows a corrected commission as corrected, and as of before as it stood', async () => {
    await history.steps(V1, STORY.decided);
    const before = (await history.all()).at(-1)!.position;
    const corrected = [story.ranked('martin', 1), story.inadmissible('diallo'), story.ranked('nguyen', 2)];
    await history.steps(V1, story.commissionCorrected(corrected));
    const model = await applied();
    expect(await decisions(model)).toEqual(['allocated', 'allocated', 'inadmissible']);
    expect(await decisions(model, { reading: before })).toEqual(['allocated', 'allocated', 'notAllocated']);
  });

  it('is seen by the landlord, the holder and the commune of the candidate, and narrowed by their codes', async () => {
    await history.steps(V1, STORY.decided);
    const model = await applied();
    const seen = async (scope: Scope) => (await decisions(model, { scope })).length;
    expect(await seen(limitedTo({ landlord: [story.LANDLORD] }))).toBe(3);
    expect(await seen(limitedTo({ holder: [story.HOLDERS.town] }))).toBe(3);
    expect(await seen(limitedTo({ commune: [story.COMMUNE] }))).toBe(3);
    expect(await seen(limitedTo({ landlord: ['B99'], holder: [story.HOLDERS.epci], commune: ['C9'] }))).toBe(0);
    const narrowed = async (filter: RefusalsFilter) => (await decisions(model, { filter })).length;
    expect(await narrowed({ residence: 'CEDRES', landlord: story.LANDLORD, commune: story.COMMUNE })).toBe(3);
    expect([await narrowed({ residence: 'OTHER' }), await narrowed({ holder: 'X' })]).toEqual([0, 0]);
  });

  it('follows a residence that is corrected to another commune, and a candidate that another holder designates', async () => {
    const given = [story.declared(), story.oriented(), story.proposed('martin')];
    await history.steps(V1, given);
    const before = (await history.all()).at(-1)!.position;
    await history.steps(V1, story.designated('martin', { holder: story.HOLDERS.epci }));
    await history.declare('Residence', aResidence('CEDRES', { landlord: story.LANDLORD, commune: 'C2' }));
    const model = await applied();
    const seen = async (scope: Scope, reading?: Position) => (await decisions(model, { scope, reading })).length;
    expect(await seen(limitedTo({ commune: ['C2'] }))).toBe(1);
    expect(await seen(limitedTo({ commune: [story.COMMUNE] }))).toBe(0);
    const [town, epci] = [story.HOLDERS.town, story.HOLDERS.epci].map((holder) => limitedTo({ holder: [holder] }));
    expect([await seen(town!), await seen(epci!)]).toEqual([0, 1]);
    // As of before, the candidate was the town's: the other holder sees nothing of that.
    expect(await seen(epci!, before)).toBe(0);
  });

  it('leaves the same documents after a crash in the middle of a commit, wherever it happens', async () => {
    await history.steps(V1, STORY.offered, story.offerLapsed('martin'), story.lapseCorrected('martin'));
    await history.declare('Residence', aResidence('CEDRES', { landlord: story.LANDLORD, commune: 'C2' }));
    await history.steps(V1, story.accepted('martin'), story.withdrawn('diallo', 'logement_attribue'));
    const events = (await history.all()).filter(({ type }) => refusalsProjection.types.includes(type));
    const documents = async (model: ReadModel) => {
      const found: unknown[] = [];
      for (const { name } of REFUSALS_MODEL.collections)
        found.push(...(await model.find({ collection: name, scope: EVERYTHING, limit: 1_000 })).documents);
      return found;
    };
    const clean = await read.store.beside(REFUSALS_MODEL);
    await applyEvents(refusalsProjection, clean, events);
    const expected = await documents(clean);
    for (const survives of [0, 1]) {
      const model = await read.store.beside(REFUSALS_MODEL);
      for (let at = 0; at < events.length; at++) {
        const run = refusalsProjection.start(model);
        const crashed = new TestBatch(model);
        for (const event of events.slice(at)) {
          await run.apply(event, crashed);
          await crashed.settle();
        }
        await crashed.crash((index) => index % 2 === survives);
        await applyEvents(refusalsProjection, model, events.slice(at, at + 1));
      }
      expect(await documents(model)).toEqual(expected);
    }
  });
});
