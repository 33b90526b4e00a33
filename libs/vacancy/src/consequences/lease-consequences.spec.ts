import { SYSTEM } from '#access';
import { LiveLeases } from '#allocation';
import { readWholeStream, type RecordedEvent } from '#event-store';
import { temporaryEventStore } from '#event-store/testing';
import { correlationFrom, newUuid, type Json, type JsonObject, type Uuid } from '#kernel';
import type { Effect, ProcessState } from '#processing';
import { readVacancy } from '../recording/read-vacancy';
import { RecordingBench, TODAY } from '../testing/recording-bench';
import { codeOf, replacing } from '../testing/recording-givens';
import { consequenceSender } from './consequence-sender';
import { consequencesProcess } from './consequences-process';

const bench = new RecordingBench(async (clock) => {
  const { store, destroy } = temporaryEventStore({ clock });
  return { store, close: destroy };
});
beforeAll(() => bench.openVault());
afterAll(() => bench.closeVault());
beforeEach(() => bench.open());
afterEach(() => bench.closeStore());

/** The effects of all events of these streams, in their order. */
async function effectsOf(...streams: readonly string[]): Promise<readonly Effect[]> {
  const values = new Map<string, Json>();
  const state: ProcessState = {
    get: async <Value>(key: string) => (values.get(key) as Value | undefined) ?? null,
    put: (key, value) => void values.set(key, value),
  };
  const effects: Effect[] = [];
  for (const stream of streams)
    for (const event of await readWholeStream(bench.store, stream))
      if (consequencesProcess.types.includes(event.type))
        effects.push(...(await consequencesProcess.react(event, state)));
  return effects;
}

const commandsOf = (effects: readonly Effect[], type: string): readonly JsonObject[] =>
  effects.flatMap((effect) => ('command' in effect && effect.command.type === type ? [effect.command.data] : []));

const send = (type: string, data: JsonObject) => {
  const sender = consequenceSender({ pipelineStores: bench.storesOn(bench.store) });
  const id = newUuid();
  const at = bench.clock.now();
  const signal = new AbortController().signal;
  return sender.send({ type, data, id, actor: SYSTEM, correlation: correlationFrom(id), at, signal });
};
const lease = (number: string) => ({ verb: 'lease', given: { number, on: TODAY } }) as const;
const opened = (vacancy: Uuid) => readVacancy(bench.storesOn(bench.store), vacancy);
const isReadable = async (vacancy: Uuid, { people, id }: RecordedEvent): Promise<boolean> =>
  (await bench.vault.keysOf([vacancy])).open(people!, id) !== undefined;

it('a lease leaves the dwelling of its vacancy readable with the key of the household only', async () => {
  const dwelling = bench.aDwelling();
  const vacancy = await bench.accepted(bench.aHousehold(), dwelling);
  const [declaration] = await bench.eventsOf(vacancy);
  await send('ForgetDwelling', { vacancy });
  expect(await isReadable(vacancy, declaration!)).toBe(true);
  await bench.acted(vacancy, lease('ATT-C1'));
  const forgets = commandsOf(await effectsOf(`vacancy-${vacancy}`), 'ForgetDwelling');
  expect(forgets).toEqual([{ vacancy }]);
  await send('ForgetDwelling', forgets[0]!);
  expect(await isReadable(vacancy, declaration!)).toBe(false);
  expect(await (await opened(vacancy))!.reference()).toBe(dwelling.reference);
  await send('ForgetDwelling', forgets[0]!);
});

it('a lease that is cancelled closes its vacancy as of the day of the cancellation', async () => {
  const vacancy = await bench.accepted();
  const cut = bench.recorderOn(
    replacing(bench.store, async (batch, append) => {
      if (batch.events.some(({ type }) => type === 'VacancyClosed')) throw new Error('the process was killed');
      return append(batch);
    }),
  );
  const { allocation } = await bench.acted(vacancy, lease('ATT-C2'));
  bench.clock.set('2026-03-05T09:00:00Z');
  const act = { verb: 'lease/cancellation', given: { on: TODAY, motive: 'erreur' } } as const;
  await expect(cut.send({ vacancy, act }, bench.sending())).rejects.toThrow('killed');
  const effects = await effectsOf(`vacancy-${vacancy}`, `allocation-${allocation}`);
  const [closing] = commandsOf(effects, 'CloseByCancelledLease');
  expect(closing).toEqual({ vacancy, allocation, on: TODAY });
  await send('CloseByCancelledLease', closing!);
  expect((await bench.eventsOf(vacancy)).at(-1)).toMatchObject({
    type: 'VacancyClosed',
    data: { on: TODAY, motive: 'bail_annule' },
  });
});

it('a claim for a lease that was cut off is given back after five minutes, and one for a lease that stands is kept', async () => {
  const household = bench.aHousehold();
  const vacancy = await bench.accepted(household);
  const cut = bench.recorderOn(
    replacing(bench.store, async (batch, append) => {
      if (batch.events.some(({ type }) => type === 'AllocationSigned')) throw new Error('the process was killed');
      return append(batch);
    }),
  );
  bench.clock.set(`${TODAY}T10:00:00Z`);
  await expect(cut.send({ vacancy, act: lease('ATT-C3') }, bench.sending())).rejects.toThrow('killed');
  const { household: id } = (await opened(vacancy))!.vacancy.candidates[0]!;
  const [timer] = await effectsOf(`claim-household-${id}`);
  const allocation = (await new LiveLeases(bench.storesOn(bench.store)).find('ATT-C3'))!;
  expect(timer).toEqual({
    kind: 'set-timer',
    key: `claim|${id}|${allocation}`,
    wakeAt: `${TODAY}T10:05:00.000Z`,
    command: { type: 'SettleClaim', data: { household: id, allocation } },
  });
  const elsewhere = await bench.declared();
  await bench.acted(elsewhere, bench.orientation);
  expect(codeOf(await bench.act(elsewhere, bench.designation(household)))).toBe('household-already-housed');
  await send('SettleClaim', { household: id, allocation });
  await bench.acted(elsewhere, bench.designation(household));
  await bench.acted(vacancy, lease('ATT-C3'));
  await send('SettleClaim', { household: id, allocation });
  const claims = await readWholeStream(bench.store, `claim-household-${id}`);
  expect(claims.map(({ type }) => type)).toEqual(['ClaimTaken', 'ClaimReleased', 'ClaimTaken']);
});

it('a claim on a dwelling wakes nobody', async () => {
  const vacancy = await bench.declared();
  const claims = (await bench.store.readAll({ maxCount: 100 })).filter(({ stream }) => stream.startsWith('claim-'));
  expect(claims.map(({ data }) => data)).toEqual([{ by: vacancy }]);
  expect(await effectsOf(claims[0]!.stream)).toEqual([]);
});
