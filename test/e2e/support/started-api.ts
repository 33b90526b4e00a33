import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ThisThreadVerifier } from '#audit';
import { ThisThreadImporter, type Importer } from '#exchange';
import {
  BackgroundWorks,
  chainWorks,
  openInstallation,
  projectionWorks,
  type Installation,
  type Place,
} from '#installation';
import type { Clock } from '#kernel';
import type { Readiness } from '#lifecycle';
import { newLogger, type Telemetry } from '#telemetry';
import { startApi, type RunningApi } from '#service';
import { PROJECTIONS, UPCASTERS } from '#product';
import { csvFiles, type Files } from './territory';

export const TOKEN = 'un-jeton-de-test-qui-ne-sert-nulle-part';

/** A service on a folder of its own, which listens on a free port and keeps its log. */
export interface StartedApi {
  readonly url: string;
  readonly installation: Installation;
  readonly log: readonly string[];
  readonly api: RunningApi;
  get(path: string, init?: RequestInit): Promise<Response>;
  post(path: string, body: unknown): Promise<Response>;
  send(files: Files | ReadonlyMap<string, string | Blob>, query?: string): Promise<Response>;
  stop(): Promise<void>;
}

export interface StartedApiOptions {
  readonly importer?: (installation: Installation) => Importer;
  readonly telemetry?: Telemetry;
  readonly readiness?: Readiness;
  readonly metricsToken?: string;
  /** Whether this is the process of the demonstration. */
  readonly isDemo?: boolean;
  /** What is recorded before it listens. */
  readonly prepare?: (installation: Installation) => Promise<void>;
  /** The servers of the data. Default: all the data is in the folder. */
  readonly servers?: Omit<Place, 'folder'>;
  /** Default: the present. */
  readonly clock?: Clock;
}

export async function startedApi(options: StartedApiOptions = {}): Promise<StartedApi> {
  const { telemetry, readiness, metricsToken, isDemo } = options;
  const instruments = telemetry?.instruments();
  const folder = mkdtempSync(join(tmpdir(), 'mixite-api-'));
  const installation = await openInstallation({
    place: { folder, ...options.servers },
    mode: 'writer',
    upcasters: UPCASTERS,
    projections: PROJECTIONS,
    instruments,
    clock: options.clock,
  });
  await options.prepare?.(installation);
  const work = new BackgroundWorks(installation, [chainWorks, projectionWorks]);
  await work.begun;
  const log: string[] = [];
  const importer = options.importer?.(installation) ?? new ThisThreadImporter(installation);
  const api = await startApi(installation, {
    host: '127.0.0.1',
    port: 0,
    token: TOKEN,
    importer,
    telemetry,
    readiness,
    metricsToken,
    isDemo,
    verifier: new ThisThreadVerifier(installation),
    logger: newLogger({ level: 'trace', stream: { write: (line: string) => void log.push(line) } }),
  });
  const get = (path: string, init?: RequestInit) => fetch(`${api.url}${path}`, init);
  return {
    url: api.url,
    api,
    installation,
    log,
    get,
    post: (path, body) =>
      get(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    send: (files, query = '') => get(`/api/imports${query}`, { method: 'POST', body: formOf(files) }),
    async stop() {
      await api.close();
      await work.stop();
      await installation.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export function formOf(files: Files | ReadonlyMap<string, string | Blob>): FormData {
  const form = new FormData();
  const texts = files instanceof Map ? (files as ReadonlyMap<string, string | Blob>) : csvFiles(files as Files);
  for (const [name, text] of texts) form.append(name, typeof text === 'string' ? new Blob([text]) : text, name);
  return form;
}
