import type { Logger } from 'pino';
import { newLogger, startTelemetry, type Telemetry } from '#telemetry';
import { lifecycleSettings, type LifecycleSettings } from './settings';

/** What a service takes from its environment, before its stores are opened. */
export interface ServiceSetting {
  readonly logger: Logger;
  readonly telemetry: Telemetry;
  readonly lifecycle: LifecycleSettings;
  /** What requests from elsewhere must show. */
  readonly token?: string;
  /** What readers of the metrics alone may show. */
  readonly metricsToken?: string;
}

/** @throws CodedError `invalid-log-level`, `invalid-setting` */
export function serviceSetting(name: 'mixite-api' | 'mixite-worker', environment: NodeJS.ProcessEnv): ServiceSetting {
  const lifecycle = lifecycleSettings(environment);
  const logger = newLogger();
  const telemetry = startTelemetry(name, environment, logger);
  const { MIXITE_API_TOKEN: token, MIXITE_METRICS_TOKEN: metricsToken } = environment;
  return { logger, telemetry, lifecycle, token, metricsToken };
}
