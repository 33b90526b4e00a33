import { EVERYTHING } from '#access';
import type { RecordedEvent } from '#event-store';
import { TestBatch } from '#processing/testing';
import type { ReadModel } from '#read-store';
import { temporaryReadStore } from '#read-store/testing';
import { aResidence } from '#territory/testing';
import { aNote, aSurvey, FragilitySetting } from '../testing';
import { fragilityProjection } from './fragility-projection';
import { FRAGILITY_MODEL } from './model';

let setting: FragilitySetting;
const read = temporaryReadStore();
beforeEach(async () => {
  setting = await FragilitySetting.open();
});
afterEach(() => setting.destroy());
afterAll(() => read.destroy());

async function applied(events: readonly RecordedEvent[], batch: TestBatch, model: ReadModel): Promise<void> {
  const run = fragilityProjection.start(model);
  for (const event of events) {
    await run.apply(event, batch);
    await batch.settle();
  }
}

async function everyDocument(model: ReadModel): Promise<unknown[]> {
  const documents: unknown[] = [];
  for (const { name } of FRAGILITY_MODEL.collections)
    documents.push(...(await model.find({ collection: name, scope: EVERYTHING, limit: 10_000 })).documents);
  return documents;
}

it('leaves the same documents after a crash in the middle of a commit, wherever it happens', async () => {
  const { history } = setting;
  await setting.territory();
  await history.note(aNote('R1', '2023-01-01', { commune: 2 }));
  await history.survey(aSurvey('R1', 2022));
  await history.note(aNote('R1', '2023-01-01', { commune: 5 }));
  await history.declare('Residence', aResidence('R1', { dwellings: 12 }));
  const events = (await history.all()).filter(({ type }) => fragilityProjection.types.includes(type));
  const clean = await read.store.beside(FRAGILITY_MODEL);
  const batch = new TestBatch(clean);
  await applied(events, batch, clean);
  await batch.commit('test', events.at(-1)!.position);
  const expected = await everyDocument(clean);
  expect(expected).not.toEqual([]);
  for (const survives of [0, 1]) {
    const model = await read.store.beside(FRAGILITY_MODEL);
    for (let at = 0; at < events.length; at++) {
      const crashed = new TestBatch(model);
      await applied(events.slice(at), crashed, model);
      await crashed.crash((index) => index % 2 === survives);
      const again = new TestBatch(model);
      await applied(events.slice(at, at + 1), again, model);
      await again.commit('test', events[at]!.position);
    }
    expect(await everyDocument(model)).toEqual(expected);
  }
});

it('refuses a correction of a row that was never recorded', async () => {
  await setting.history.record('fragility-note-R1@2024-01-01', 'FragilityNoteCorrected', { changes: {} });
  const model = await read.store.beside(FRAGILITY_MODEL);
  await expect(applied(await setting.history.all(), new TestBatch(model), model)).rejects.toMatchObject({
    code: 'subject-unknown',
  });
});
