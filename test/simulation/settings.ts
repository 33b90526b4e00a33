import { parseArgs } from 'node:util';

/** What one run of the simulation is: the same settings give the same plans again. */
export interface Settings {
  readonly seed: number;
  readonly vacancies: number;
  /** How often the service is killed in the middle. */
  readonly crashes: number;
  /** Officers who work at once, each on a vacancy of their own. */
  readonly officers: number;
  /** The calendar year of the leases. */
  readonly year: number;
  /** The scopes of which both reports are compared. */
  readonly scopes: readonly string[];
}

export const ALL_SCOPES = ['epci', 'commune', 'bailleur', 'reservataire', 'residence', 'qpv'] as const;

const DEFAULTS = { seed: 20_261_130, vacancies: 2_000, crashes: 8, officers: 24 };

/** `--seed`, `--vacancies`, `--crashes`, `--officers`, or the variables `MIXITE_SIMULATION_…`. */
export function settingsFrom(words: readonly string[], env: NodeJS.ProcessEnv, today: Date): Settings {
  const names = Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[];
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({ args: [...words], options });
  const numbers = names.map((name) => {
    const given = values[name] ?? env[`MIXITE_SIMULATION_${name.toUpperCase()}`];
    const number = given === undefined ? DEFAULTS[name] : Number(given);
    if (!Number.isInteger(number) || number < 0) throw new Error(`--${name} is no whole number: ${String(given)}`);
    return [name, number];
  });
  const given = Object.fromEntries(numbers) as typeof DEFAULTS;
  return { ...given, year: today.getUTCFullYear() - 1, scopes: ALL_SCOPES };
}
