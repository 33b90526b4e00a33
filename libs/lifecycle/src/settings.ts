import { CodedError } from '#kernel';

export interface LifecycleSettings {
  /** Projections later than this make the process not ready. */
  readonly readyLagSeconds: number;
  /** How long it still takes requests once it says that it is not ready: the time that others need to see it. */
  readonly stopDelaySeconds: number;
  /** How long it may take to finish what is under way; then it is cut short. */
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
