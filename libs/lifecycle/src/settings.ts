import { isIP } from 'node:net';
import type { Logger } from 'pino';
import { CodedError } from '#kernel';
import { newLogger, startTelemetry, type Telemetry } from '#telemetry';
import { mailSettingOf, type MailSetting } from './mail-setting';

/** What a process reads from its environment before it opens its stores. */
export interface ServiceSetting {
  readonly logger: Logger;
  readonly telemetry: Telemetry;
  readonly lifecycle: LifecycleSettings;
  /** The token that requests from other machines must show. */
  readonly token?: string;
  /** The token that gives access to the metrics only. */
  readonly metricsToken?: string;
  /** The address under which people reach the service, from its environment. */
  readonly publicUrl?: URL;
  /** The proxies whose word on where a request comes from is believed: addresses and networks. */
  readonly trustedProxies?: readonly string[];
  /** How people are told of their accounts; absent where no mail is sent. */
  readonly mail?: MailSetting;
}

/** @throws CodedError `invalid-log-level`, `invalid-setting` */
export function serviceSetting(name: 'mixite-api' | 'mixite-worker', environment: NodeJS.ProcessEnv): ServiceSetting {
  const lifecycle = lifecycleSettings(environment);
  const logger = newLogger();
  const telemetry = startTelemetry(name, environment, logger);
  const { MIXITE_API_TOKEN: token, MIXITE_METRICS_TOKEN: metricsToken } = environment;
  const publicUrl = publicUrlOf(environment['MIXITE_PUBLIC_URL']);
  const trustedProxies = trustedProxiesOf(environment['MIXITE_TRUSTED_PROXIES']);
  const mail = mailSettingOf(environment);
  return { logger, telemetry, lifecycle, token, metricsToken, publicUrl, trustedProxies, mail };
}

/** Scheme and host alone: pages and links are at the root. @throws CodedError `invalid-setting` */
export function publicUrlOf(value: string | undefined): URL | undefined {
  if (value === undefined || value === '') return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isWhole = url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (isWhole) return url;
  const message = `MIXITE_PUBLIC_URL vaut « ${value} » ; attendu : l’adresse du service, comme https://mixite.example.org.`;
  throw new CodedError('invalid-setting', message, { name: 'MIXITE_PUBLIC_URL', value });
}

/** Addresses and networks (CIDR), separated by commas; none where it is not set. @throws CodedError `invalid-setting` */
export function trustedProxiesOf(value: string | undefined): readonly string[] {
  if (value === undefined || value.trim() === '') return [];
  const proxies = value.split(',').map((part) => part.trim());
  if (proxies.every(isNetwork)) return proxies;
  const message = `MIXITE_TRUSTED_PROXIES vaut « ${value} » ; attendu : des adresses ou des réseaux séparés par des virgules, comme 10.0.0.4, 192.0.2.0/24.`;
  throw new CodedError('invalid-setting', message, { name: 'MIXITE_TRUSTED_PROXIES', value });
}

/** A network that holds every address would believe everybody. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...others] = text.split('/');
  const longest = { 4: 32, 6: 128 }[isIP(address)];
  if (longest === undefined || others.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= longest);
}

export interface LifecycleSettings {
  /** If a projection is later than this, the process is not ready. */
  readonly readyLagSeconds: number;
  /** How long the process still accepts requests after it says that it is not ready: others need this time to notice. */
  readonly stopDelaySeconds: number;
  /** How long the process may take to finish what is under way; after that it ends at once. */
  readonly stopLimitSeconds: number;
}

const LONGEST = 86_400;

/** @throws CodedError `invalid-setting` */
export function lifecycleSettings(environment: NodeJS.ProcessEnv): LifecycleSettings {
  const seconds = (name: string, byDefault: number) => secondsOf(name, environment[name], byDefault);
  return {
    readyLagSeconds: seconds('MIXITE_READY_LAG_SECONDS', 300),
    stopDelaySeconds: seconds('MIXITE_STOP_DELAY_SECONDS', 0),
    stopLimitSeconds: seconds('MIXITE_STOP_LIMIT_SECONDS', 60),
  };
}

function secondsOf(name: string, value: string | undefined, byDefault: number): number {
  if (value === undefined) return byDefault;
  if (/^\d{1,5}$/.test(value) && Number(value) <= LONGEST) return Number(value);
  const message = `${name} vaut « ${value} » ; attendu : un nombre entier de secondes, de 0 à ${LONGEST}.`;
  throw new CodedError('invalid-setting', message, { name, value });
}
