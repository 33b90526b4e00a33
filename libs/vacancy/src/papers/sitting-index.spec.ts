import fc from 'fast-check';
import { EVERYTHING } from '#access';
import type { RecordedEvent } from '#event-store';
import { addDays, day, instantOf, isRefusal, type JsonObject, type Uuid } from '#kernel';
import { TestBatch } from '#processing/testing';
import type { ReadModel } from '#read-store';
import { temporaryReadStore } from '#read-store/testing';
import { VACANCY_STREAMS, type VacancyEvent } from '../events';
import {
  closed,
  commissionCorrected,
  commissionHeld,
  designated,
  notAllocated,
  proposed,
  ranked,
  STORY,
  vacancyAfter,
  withdrawn,
} from '../testing';
import { decideStep, randomSteps } from '../testing/random-steps';
import { hasDesignated } from './agenda';
import { SITTINGS_MODEL, sittingsProjection } from './sitting-index';

const [FIRST, SECOND] = ['sitting-1', 'sitting-2'] as unknown as readonly [Uuid, Uuid];
const ALL = [notAllocated('martin'), notAllocated('diallo'), ranked('nguyen', 1)];

const read = temporaryReadStore();
afterAll(() => read.destroy());

function recorded(events: readonly VacancyEvent[]): readonly RecordedEvent[] {
  return events
    .map((event, at) => ({
      id: `event-${at}` as Uuid,
      stream: VACANCY_STREAMS.name('vacancy-1'),
      revision: at,
      position: String(at + 1).padStart(16, '0'),
      type: event.type,
      data: event.data as unknown as JsonObject,
      metadata: { recordedAt: instantOf(0) },
    }))
    .filter(({ type }) => sittingsProjection.types.includes(type)) as unknown as readonly RecordedEvent[];
}

async function applied(events: readonly RecordedEvent[], batch: TestBatch, model: ReadModel): Promise<void> {
  const run = sittingsProjection.start(model);
  for (const event of events) {
    await run.apply(event, batch);
    await batch.settle();
  }
}

async function indexed(...events: readonly VacancyEvent[]): Promise<ReadModel> {
  const model = await read.store.beside(SITTINGS_MODEL);
  const batch = new TestBatch(model);
  const all = recorded(events);
  await applied(all, batch, model);
  await batch.commit('test', all.at(-1)!.position);
  return model;
}

async function documentsOf(model: ReadModel, collection: string): Promise<readonly unknown[]> {
  return (await model.find({ collection, scope: EVERYTHING, limit: 100 })).documents;
}

async function waits(...events: readonly VacancyEvent[]): Promise<unknown> {
  return (await (await indexed(...events)).get<{ waits: number }>('vacancies', 'vacancy-1'))?.body.waits;
}

async function examinedBy(...events: readonly VacancyEvent[]): Promise<readonly unknown[]> {
  const model = await indexed(...events);
  const of = async (sitting: Uuid) =>
    (await model.get<{ examined: boolean }>('examined', `${sitting}|vacancy-1`))?.body.examined;
  return [await of(FIRST), await of(SECOND)];
}

describe('the index of sittings', () => {
  it('knows which vacancy waits for a commission', async () => {
    expect(await waits(...STORY.oriented)).toBe(0);
    expect(await waits(...STORY.oriented, proposed('petit'))).toBe(0);
    expect(await waits(...STORY.designated)).toBe(1);
    expect(await waits(...STORY.designated, withdrawn('martin', 'doublon'))).toBe(1);
    expect(await waits(...STORY.oriented, designated('martin'), withdrawn('martin', 'doublon'))).toBe(0);
    expect(await waits(...STORY.designated, commissionHeld(ALL))).toBe(0);
    expect(await waits(...STORY.designated, commissionHeld(ALL), designated('petit'))).toBe(1);
    expect(await waits(...STORY.designated, closed())).toBe(0);
    expect(await waits(...STORY.let)).toBe(0);
    expect(await waits(...STORY.oriented, designated('martin', { basis: 'substitution' }))).toBe(0);
  });

  it('knows which sitting decided a vacancy, also after a correction of the sitting', async () => {
    const first = commissionHeld(ALL, { sitting: FIRST });
    expect(await examinedBy(...STORY.designated)).toEqual([undefined, undefined]);
    expect(await examinedBy(...STORY.designated, first)).toEqual([true, undefined]);
    expect(await examinedBy(...STORY.designated, first, commissionCorrected(ALL, { sitting: FIRST }))).toEqual([
      true,
      undefined,
    ]);
    const moved = commissionCorrected(ALL, { sitting: SECOND });
    expect(await examinedBy(...STORY.designated, first, moved)).toEqual([false, true]);
    const back = commissionCorrected(ALL, { sitting: FIRST });
    expect(await examinedBy(...STORY.designated, first, moved, back)).toEqual([true, false]);
    const second = commissionHeld([ranked('petit', 1)], { sitting: SECOND });
    expect(await examinedBy(...STORY.designated, first, designated('petit'), second)).toEqual([true, true]);
  });

  it('agrees with the vacancy, whatever happens to it', async () => {
    const property = fc.asyncProperty(randomSteps, async (steps) => {
      const events: VacancyEvent[] = [...STORY.oriented];
      let today = day('2026-03-09');
      for (const [index, step] of steps.entries()) {
        today = addDays(today, step.passing);
        const decision = decideStep(step, vacancyAfter(events), today, index);
        if (!isRefusal(decision)) events.push(...decision);
      }
      expect(await waits(...events)).toBe(hasDesignated(vacancyAfter(events)) ? 1 : 0);
    });
    await fc.assert(property, { numRuns: 60 });
  });

  it('leaves the same documents after a crash in the middle of a commit, wherever it happens', async () => {
    const moved = commissionCorrected(ALL, { sitting: SECOND });
    const events = recorded([...STORY.designated, commissionHeld(ALL, { sitting: FIRST }), moved, designated('petit')]);
    const clean = await read.store.beside(SITTINGS_MODEL);
    const whole = new TestBatch(clean);
    await applied(events, whole, clean);
    await whole.commit('test', events.at(-1)!.position);
    const everything = async (model: ReadModel) => [
      await documentsOf(model, 'vacancies'),
      await documentsOf(model, 'examined'),
    ];
    const expected = await everything(clean);
    for (const survives of [0, 1]) {
      const model = await read.store.beside(SITTINGS_MODEL);
      for (let at = 0; at < events.length; at++) {
        const crashed = new TestBatch(model);
        await applied(events.slice(at), crashed, model);
        await crashed.crash((index) => index % 2 === survives);
        const again = new TestBatch(model);
        await applied(events.slice(at, at + 1), again, model);
        await again.commit('test', events[at]!.position);
      }
      expect(await everything(model)).toEqual(expected);
    }
  });
});
