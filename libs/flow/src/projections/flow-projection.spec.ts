import fc from 'fast-check';
import { EVERYTHING } from '#access';
import { START, type RecordedEvent } from '#event-store';
import { addDays, day } from '#kernel';
import { applyEvents, TestBatch } from '#processing/testing';
import type { ReadModel } from '#read-store';
import { closed, declared, oriented, reoriented, returned } from '#vacancy/testing';
import type { VacancyEvent } from '#vacancy';
import { FlowSetting, aShare } from '../testing';
import { FLOW_MODEL, type GivenDocument } from './model';
import { flowProjection } from './flow-projection';

const RUNS = process.env['MIXITE_LONG_TESTS'] ? 300 : 20;
type RandomEvent = readonly [kind: number, a: number, b: number, c: number];
const randomEvents = fc.array(fc.tuple(fc.nat(9), fc.nat(99), fc.nat(99), fc.nat(99)), { minLength: 5, maxLength: 40 });
const HOLDERS = ['VILLE', 'EPCI', 'ETAT'];

let setting: FlowSetting;
beforeEach(() => (setting = FlowSetting.open()));
afterEach(() => setting.destroy());

/** Records a random event: what the process would refuse is recorded all the same. */
async function recordRandom(own: FlowSetting, [kind, a, b, c]: RandomEvent): Promise<void> {
  const name = `vacancy ${a % 3}`;
  const facts = { holder: HOLDERS[b % 3]!, on: addDays(day('2025-12-25'), c % 14) };
  const events: readonly VacancyEvent[] = [
    oriented(facts),
    reoriented({ ...facts, ground: 'erreur' }),
    reoriented({ ...facts, ground: 'nouveau_delai' }),
    reoriented({ ...facts, outsideFlow: 'vente' }),
    returned('2026-01-05', c % 2 ? 'delai_echu' : 'sans_candidat'),
    oriented({ ...facts, forOneTurn: true }),
    closed(c % 2 ? 'erreur' : 'travaux'),
  ];
  if (kind === 7) return own.share({ holder: HOLDERS[b % 3]!, share: c * 1_000, year: 2025 + (a % 2) });
  if (kind === 8) return own.lease(`lease ${a % 3}`, c % 2 ? { forOneTurn: true } : {});
  return own.vacancy(name, events[kind % 7]!);
}

async function everyDocument(model: ReadModel): Promise<unknown[]> {
  const documents: unknown[] = [];
  for (const { name } of FLOW_MODEL.collections) {
    const page = await model.find({ collection: name, scope: EVERYTHING, limit: 10_000 });
    documents.push(...page.documents.map((document) => ({ name, ...document })));
  }
  return documents;
}

async function after(model: ReadModel, events: readonly RecordedEvent[]): Promise<readonly RecordedEvent[]> {
  const position = (await model.checkpoint())?.position ?? START;
  return events.filter((event) => event.position > position);
}

it('parks a correction of a share that was never agreed, and applies the other events', async () => {
  await setting.history.record('flowshare-x', 'FlowShareCorrected', { changes: { share: { from: 1, to: 2 } } });
  await setting.share();
  const model = await setting.readStore.active(FLOW_MODEL);
  expect(await applyEvents(flowProjection, model, await setting.history.all())).toEqual(['share-unknown']);
  expect(await model.get('shares', '2026|L1|VILLE')).toMatchObject({ body: { versions: [{ facts: aShare() }] } });
});

it('keeps nobody’s household, and of a lease of a file nothing', async () => {
  await setting.vacancy('a', declared(), oriented());
  await setting.lease('from a file');
  await setting.lease('live', { forOneTurn: true });
  const model = await setting.readStore.active(FLOW_MODEL);
  await applyEvents(flowProjection, model, await setting.history.all());
  const documents = await everyDocument(model);
  expect(JSON.stringify(documents)).not.toContain('household');
  expect(documents.filter((one) => (one as { name: string }).name === 'reserved')).toMatchObject([
    { body: { reserved: { forOneTurn: true } } },
  ]);
});

describe('over random histories', () => {
  const inSetting = async (drawn: readonly RandomEvent[], work: (own: FlowSetting) => Promise<void>) => {
    const own = FlowSetting.open();
    try {
      await own.territory();
      for (const a of [0, 1, 2])
        await own.vacancy(`vacancy ${a}`, declared({ landlord: a ? 'L1' : 'L2', residence: 'R1' }));
      for (const event of drawn) await recordRandom(own, event);
      await work(own);
    } finally {
      await own.destroy();
    }
  };

  it('the counts kept for answers are those of the report from scratch', async () => {
    await fc.assert(
      fc.asyncProperty(randomEvents, (drawn) =>
        inSetting(drawn, async (own) => {
          for (const year of [2025, 2026]) {
            const { landlords } = await own.report({ year });
            const model = await own.readStore.active(FLOW_MODEL);
            for (const { id, holders } of landlords) {
              const kept = (await model.get<GivenDocument>('given', `${year}|${id}`))?.body.given ?? [];
              const counted = holders.flatMap(({ id: holder, given: count }) =>
                count === 0 ? [] : [{ holder, count }],
              );
              expect(kept).toEqual(counted);
            }
          }
        }),
      ),
      { numRuns: RUNS },
    );
  });

  it('a crash in the middle of any commit, then the same events again, leave the same documents', async () => {
    const crashes = fc.array(fc.tuple(fc.nat(20), fc.nat(3)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(randomEvents, crashes, (drawn, crashed) =>
        inSetting(drawn, async (own) => {
          const events = await own.history.all();
          const straight = await own.readStore.active(FLOW_MODEL);
          await applyEvents(flowProjection, straight, events);
          const beside = await own.readStore.beside(FLOW_MODEL);
          for (const [size, survivor] of crashed) await applyAndCrash(beside, events, size, survivor);
          await applyEvents(flowProjection, beside, await after(beside, events), { batchSize: 7 });
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
          const straight = await own.readStore.active(FLOW_MODEL);
          await applyEvents(flowProjection, straight, events);
          const repeated = await own.readStore.beside(FLOW_MODEL);
          const middle = Math.max(0, events.length - again);
          await applyEvents(flowProjection, repeated, [...events, ...events.slice(middle)], { batchSize: 5 });
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
  await applyEvents(flowProjection, model, (await after(model, events)).slice(0, 3));
  const run = flowProjection.start(model);
  const batch = new TestBatch(model);
  for (const event of (await after(model, events)).slice(0, size)) {
    if (!flowProjection.types.includes(event.type)) continue;
    await run.apply(event, batch);
    await batch.settle();
  }
  await batch.crash((index) => index % 4 <= survivor);
}
