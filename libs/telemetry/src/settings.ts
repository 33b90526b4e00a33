import { CodedError } from '#kernel';

export interface TelemetrySettings {
  readonly metrics: boolean;
  readonly traces: boolean;
  /** Whether requests may name the trace that they belong to. */
  readonly joinsTraces: boolean;
}

/**
 * Metrics are on unless `MIXITE_METRICS` is `off`. Traces are on where the standard variables of OpenTelemetry name a
 * collector.
 * @throws CodedError `invalid-setting`
 */
export function telemetrySettings(environment: NodeJS.ProcessEnv): TelemetrySettings {
  return {
    metrics: isOn('MIXITE_METRICS', environment['MIXITE_METRICS'] ?? 'on'),
    traces: tracesOn(environment),
    joinsTraces: (environment['OTEL_PROPAGATORS'] ?? 'tracecontext')
      .split(',')
      .some((name) => name.trim() === 'tracecontext'),
  };
}

function tracesOn(environment: NodeJS.ProcessEnv): boolean {
  const endpoint = environment['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'] || environment['OTEL_EXPORTER_OTLP_ENDPOINT'];
  if (!endpoint || environment['OTEL_SDK_DISABLED']?.toLowerCase() === 'true') return false;
  return environment['OTEL_TRACES_EXPORTER'] !== 'none';
}

function isOn(name: string, value: string): boolean {
  if (value === 'on' || value === 'off') return value === 'on';
  throw new CodedError('invalid-setting', `${name} vaut « ${value} » ; attendu : on ou off.`, { name, value });
}
