import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const DOCKER = join(__dirname, '../../../docker');

export interface Mount {
  readonly source: string;
  readonly target: string;
}
export interface Service {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string; readonly target: string };
  readonly user?: string;
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string | null>>;
  readonly healthcheck?: { readonly disable?: boolean; readonly test?: readonly string[] };
  readonly read_only?: boolean;
  readonly privileged?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly restart?: string;
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly profiles?: readonly string[];
  readonly volumes?: readonly string[];
  readonly secrets?: readonly Mount[];
  readonly configs?: readonly Mount[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly deploy?: { readonly replicas?: number };
  readonly stop_grace_period?: string;
}
export interface ComposeFile {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, object>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly configs: Readonly<Record<string, { readonly file: string }>>;
}

/** The file as compose reads it, with its anchors resolved. */
export function composeFile(): ComposeFile {
  return parse(readFileSync(join(DOCKER, 'compose.servers.yaml'), 'utf8'), { merge: true }) as ComposeFile;
}

/** The value as compose would pass it on. @throws where a required variable is not given */
export function interpolated(value: string | null, given: Readonly<Record<string, string>>): string {
  // A variable without a value is taken from the environment of compose, and is absent where it is not set there.
  return (value ?? '').replace(
    /\$\{(\w+)(?::-([^}]*)|(:\?)[^}]*)?\}/g,
    (_, name: string, byDefault: string, required: string) => {
      const found = given[name] ?? byDefault;
      if (found === undefined && required) throw new Error(`${name} must be given`);
      return found ?? '';
    },
  );
}
