import { NO_UPCASTERS, openSqliteEventStore } from '#event-store';
import { exampleEvents, temporaryEventStore } from '#event-store/testing';
import { CodedError, systemClock } from '#kernel';
import type { RunnerStatus } from '#processing';
import { Telemetry } from '../telemetry';
import { sampled } from '../testing';
import { Metrics } from './metrics';

let metrics: Metrics;
beforeEach(() => {
  metrics = new Metrics();
});
afterEach(() => metrics.stop());

const status = (overrides: Partial<RunnerStatus> = {}) =>
  ({
    name: 'compliance',
    lagSeconds: 12,
    lagEvents: 7,
    parked: 2,
    rebuilding: false,
    failure: null,
    ...overrides,
  }) as RunnerStatus;

describe('the metrics of appends', () => {
  it('count each event once, and count answers, groups and refusals', async () => {
    const { folder, store: unused, destroy } = temporaryEventStore();
    await unused.close();
    const { onCommitted, watch } = new Telemetry(metrics).instruments();
    const plain = openSqliteEventStore({
      folder,
      mode: 'writer',
      clock: systemClock,
      upcasters: NO_UPCASTERS,
      onCommitted,
    });
    const store = watch!(plain);
    const first = { stream: 'a', expected: 'none', events: exampleEvents(2) } as const;
    await Promise.all([store.append(first), store.append({ stream: 'b', expected: 'none', events: exampleEvents(3) })]);
    await store.append(first);
    await store.append({ ...first, events: exampleEvents(1) }).catch(() => undefined);
    await store.readStream('a', { maxCount: 10 });
    const samples = await sampled(metrics);
    expect(samples).toMatchObject({
      mixite_appended_events_total: 5,
      mixite_append_seconds_count: 3,
      mixite_commit_seconds_count: 3,
      mixite_commit_events_sum: 5,
      'mixite_commit_events_bucket{le="4"}': 2,
      'mixite_commit_events_bucket{le="8"}': 3,
      'mixite_append_refusals_total{code="wrong-revision"}': 1,
      'mixite_event_read_seconds_count{operation="stream"}': 1,
    });
    await plain.close();
    await destroy();
  });

  it('count an import separately', async () => {
    const { store: plain, destroy } = temporaryEventStore();
    const { watch } = new Telemetry(metrics).instruments();
    const store = watch!(plain) as typeof plain;
    await store.appendAtomically([{ stream: 'a', expected: 'none', events: exampleEvents(4) }]);
    await store.appendAtomically([{ stream: 'a', expected: 'none', events: exampleEvents(1) }]).catch(() => undefined);
    expect(await sampled(metrics)).toMatchObject({
      mixite_appended_events_total: 4,
      mixite_import_write_seconds_count: 1,
      mixite_append_seconds_count: 0,
      'mixite_append_refusals_total{code="wrong-revision"}': 1,
    });
    await destroy();
  });
});

describe('the metrics of projections', () => {
  it('show the status of each projection at each scrape', async () => {
    const telemetry = new Telemetry(metrics);
    let answer = status();
    telemetry.watchProjections(async () => [answer]);
    expect(await sampled(metrics)).toMatchObject({
      'mixite_projection_lag_seconds{projection="compliance"}': 12,
      'mixite_projection_lag_events{projection="compliance"}': 7,
      'mixite_projection_parked_events{projection="compliance"}': 2,
      'mixite_projection_rebuilding{projection="compliance"}': 0,
      'mixite_projection_failed{projection="compliance"}': 0,
      mixite_stores_answer: 1,
    });
    answer = status({ lagEvents: null, rebuilding: true, failure: 'disk-full' });
    const samples = await sampled(metrics);
    expect(samples).toMatchObject({
      'mixite_projection_rebuilding{projection="compliance"}': 1,
      'mixite_projection_failed{projection="compliance"}': 1,
    });
    expect(samples).not.toHaveProperty(['mixite_projection_lag_events{projection="compliance"}']);
  });

  it('show no old values where the stores do not answer', async () => {
    const telemetry = new Telemetry(metrics);
    let answers = true;
    telemetry.watchProjections(() => (answers ? Promise.resolve([status()]) : Promise.reject(new Error('no disk'))));
    await sampled(metrics);
    answers = false;
    const samples = await sampled(metrics);
    expect(samples['mixite_stores_answer']).toBe(0);
    expect(Object.keys(samples).filter((name) => name.startsWith('mixite_projection_'))).toEqual([]);
  });

  it('count pages, and the time since a checkpoint', async () => {
    const { projections } = new Telemetry(metrics).instruments();
    await projections!.page!(
      { projection: 'compliance', events: [{}, {}] as never, live: false },
      async () => undefined,
    );
    expect(await sampled(metrics)).not.toHaveProperty([
      'mixite_projection_checkpoint_age_seconds{projection="compliance"}',
    ]);
    projections!.checkpoint!('compliance');
    const samples = await sampled(metrics);
    expect(samples).toMatchObject({
      'mixite_projection_events_total{projection="compliance"}': 2,
      'mixite_projection_page_seconds_count{projection="compliance"}': 1,
    });
    const age = samples['mixite_projection_checkpoint_age_seconds{projection="compliance"}']!;
    expect(age >= 0 && age < 5).toBe(true);
  });
});

describe('the metrics of the process', () => {
  it('show the delay of the event loop', async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const until = performance.now() + 150;
    while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const samples = await sampled(metrics);
    expect(samples['mixite_event_loop_delay_seconds{quantile="1"}']).toBeGreaterThan(0.09);
    expect(samples['mixite_event_loop_delay_seconds{quantile="0.5"}']).toBeLessThan(0.05);
    expect(samples).toHaveProperty('process_resident_memory_bytes');
  });

  it('count refusals of commands by their code, and all unexpected errors together', async () => {
    class ImportDirectory {}
    const answers = [
      () => Promise.resolve({ refused: true, code: 'import-not-allowed', params: {} }),
      () => Promise.reject(new CodedError('import-conflict', 'cell SECRET')),
      () => Promise.reject(new Error('cell SECRET')),
      () => Promise.resolve('done'),
    ];
    const bus = { execute: () => answers.shift()!() as Promise<unknown> };
    new Telemetry(metrics).watchBus('command', bus);
    const execute = bus.execute as (message: object) => Promise<unknown>;
    for (let time = 0; time < 4; time += 1) await execute(new ImportDirectory()).catch(() => undefined);
    const refusal = (code: string) => `mixite_refusals_total{kind="command",name="ImportDirectory",code="${code}"}`;
    const samples = await sampled(metrics);
    for (const code of ['import-not-allowed', 'import-conflict', 'unexpected']) expect(samples[refusal(code)]).toBe(1);
    expect(JSON.stringify(samples)).not.toContain('SECRET');
  });
});
