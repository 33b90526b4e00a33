import fc from 'fast-check';
import { EVERYTHING } from '#access';
import { START, type RecordedEvent } from '#event-store';
import { addDays, day } from '#kernel';
import { applyEvents, TestBatch } from '#processing/testing';
import type { ReadModel } from '#read-store';
import { aDistrict, aResidence } from '#territory/testing';
import { aCase, anOperation, RehousingSetting } from '../testing';
import { REHOUSING_MODEL } from './model';
import { rehousingProjection } from './rehousing-projection';

const RUNS = process.env['MIXITE_LONG_TESTS'] ? 300 : 20;
type RandomEvent = readonly [kind: number, a: number, b: number, c: number];
const randomEvents = fc.array(fc.tuple(fc.nat(9), fc.nat(99), fc.nat(99), fc.nat(99)), { minLength: 5, maxLength: 40 });

let setting: RehousingSetting;
beforeEach(() => (setting = RehousingSetting.open()));
afterEach(() => setting.destroy());

/** Records a random event: a record is declared, or corrected. */
async function recordRandom(own: RehousingSetting, [kind, a, b, c]: RandomEvent): Promise<void> {
  const { history } = own;
  const on = addDays(day('2023-10-01'), b % 60);
  switch (kind) {
    case 0:
      return history.declare('Residence', aResidence(`R${1 + (a % 2)}`, { districts: [[], ['Q1'], ['Q2']][b % 3]! }));
    case 1:
      return history.declare('PriorityDistrict', aDistrict(`Q${1 + (a % 2)}`, on, c % 2 ? null : addDays(on, c)));
    case 2:
      return own.operation(anOperation(`O${1 + (a % 2)}`, { planned: b, landlord: `L${1 + (c % 2)}` }));
    default:
      return own.case(
        `case ${a % 6}`,
        aCase({ movedOn: c % 4 ? on : null, operation: `O${1 + (c % 2)}`, residence: `R${1 + (b % 2)}` }),
      );
  }
}

async function everyDocument(model: ReadModel): Promise<unknown[]> {
  const documents: unknown[] = [];
  for (const { name } of REHOUSING_MODEL.collections) {
    const page = await model.find({ collection: name, scope: EVERYTHING, limit: 10_000 });
    documents.push(...page.documents.map((document) => ({ name, ...document })));
  }
  return documents;
}

async function after(model: ReadModel, events: readonly RecordedEvent[]): Promise<readonly RecordedEvent[]> {
  const position = (await model.checkpoint())?.position ?? START;
  return events.filter((event) => event.position > position);
}

it('parks a correction of a case that was never recorded, and applies the other events', async () => {
  await setting.history.record('rehousing-x', 'RehousingCorrected', { changes: { stock: { from: null, to: 'neuf' } } });
  await setting.operation(anOperation('O1'));
  const model = await setting.model();
  expect(await applyEvents(rehousingProjection, model, await setting.history.all())).toEqual(['subject-unknown']);
  expect(await model.get('operations', 'O1')).not.toBeNull();
  expect(await model.get('rehousings', 'x')).toBeNull();
});

it('keeps neither the household nor the facts that no report reads', async () => {
  await setting.territory();
  await setting.case('a', aCase());
  const model = await setting.model();
  await applyEvents(rehousingProjection, model, await setting.history.all());
  const documents = JSON.stringify(await everyDocument(model));
  expect(documents).not.toContain('household');
  expect(documents).not.toContain('Résidence');
});

describe('over random histories', () => {
  const inSetting = async (drawn: readonly RandomEvent[], work: (own: RehousingSetting) => Promise<void>) => {
    const own = RehousingSetting.open();
    try {
      await own.territory();
      for (const event of drawn) await recordRandom(own, event);
      await work(own);
    } finally {
      await own.destroy();
    }
  };

  it('a crash in the middle of any commit, then the same events again, leave the same documents', async () => {
    const crashes = fc.array(fc.tuple(fc.nat(20), fc.nat(3)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(randomEvents, crashes, (drawn, crashed) =>
        inSetting(drawn, async (own) => {
          const events = await own.history.all();
          const straight = await own.model();
          await applyEvents(rehousingProjection, straight, events);
          const beside = await own.readStore.beside(REHOUSING_MODEL);
          for (const [size, survivor] of crashed) await applyAndCrash(beside, events, size, survivor);
          await applyEvents(rehousingProjection, beside, await after(beside, events), { batchSize: 7 });
          expect(await everyDocument(beside)).toEqual(await everyDocument(straight));
        }),
      ),
      { numRuns: RUNS },
    );
  });

  it('events delivered twice leave the same documents', async () => {
    await fc.assert(
      fc.asyncProperty(randomEvents, fc.nat(20), (drawn, again) =>
        inSetting(drawn, async (own) => {
          const events = await own.history.all();
          const straight = await own.model();
          await applyEvents(rehousingProjection, straight, events);
          const repeated = await own.readStore.beside(REHOUSING_MODEL);
          const middle = Math.max(0, events.length - again);
          await applyEvents(rehousingProjection, repeated, [...events, ...events.slice(middle)], { batchSize: 5 });
          expect(await everyDocument(repeated)).toEqual(await everyDocument(straight));
        }),
      ),
      { numRuns: RUNS },
    );
  });
});

/** Commits a few events, then stores a part of the next ones and stops. */
async function applyAndCrash(
  model: ReadModel,
  events: readonly RecordedEvent[],
  size: number,
  survivor: number,
): Promise<void> {
  await applyEvents(rehousingProjection, model, (await after(model, events)).slice(0, 3));
  const run = rehousingProjection.start(model);
  const batch = new TestBatch(model);
  for (const event of (await after(model, events)).slice(0, size)) {
    if (!rehousingProjection.types.includes(event.type)) continue;
    await run.apply(event, batch);
    await batch.settle();
  }
  await batch.crash((index) => index % 4 <= survivor);
}
