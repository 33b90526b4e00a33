import { telemetrySettings } from './settings';
import { startTelemetry } from './telemetry';

const ENDPOINT = 'http://127.0.0.1:4318';

describe('the telemetry settings of the environment', () => {
  it.each([
    [{}, { metrics: true, traces: false, joinsTraces: true }],
    [{ MIXITE_METRICS: 'off' }, { metrics: false }],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: ENDPOINT }, { traces: true }],
    [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${ENDPOINT}/v1/traces` }, { traces: true }],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: '' }, { traces: false }],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: ENDPOINT, OTEL_SDK_DISABLED: 'TRUE' }, { traces: false }],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: ENDPOINT, OTEL_TRACES_EXPORTER: 'none' }, { traces: false }],
    [{ OTEL_PROPAGATORS: 'none' }, { joinsTraces: false }],
    [{ OTEL_PROPAGATORS: 'baggage, tracecontext' }, { joinsTraces: true }],
  ])('%j', (environment, expected) => {
    expect(telemetrySettings(environment)).toMatchObject(expected);
  });

  it('are refused where a value is misspelt', () => {
    expect(() => telemetrySettings({ MIXITE_METRICS: 'oui' })).toThrow(
      'MIXITE_METRICS vaut « oui » ; attendu : on ou off.',
    );
  });

  it('wrap neither the store nor the bus where both metrics and traces are off', () => {
    const telemetry = startTelemetry('mixite', { MIXITE_METRICS: 'off' });
    const instruments = telemetry.instruments();
    const store = {} as never;
    expect([instruments.onCommitted, instruments.projections, instruments.watch!(store)]).toEqual([
      undefined,
      undefined,
      store,
    ]);
    const execute = async () => undefined;
    const bus = { execute };
    telemetry.watchBus('command', bus);
    expect(bus.execute).toBe(execute);
  });
});
