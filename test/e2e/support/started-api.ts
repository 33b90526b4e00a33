import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ThisThreadVerifier } from '#audit';
import { complianceProjection } from '#compliance';
import { ThisThreadImporter, type Importer } from '#exchange';
import { openInstallation, type Installation } from '#installation';
import { startApi, type RunningApi } from '../../../apps/api/src/server';
import { csvFiles, type Files } from './territory';

export const TOKEN = 'un-jeton-de-test-qui-ne-sert-nulle-part';

/** A service over a folder of its own, listening on a free port, with its log kept. */
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

export async function startedApi(
  options: { readonly importer?: (installation: Installation) => Importer } = {},
): Promise<StartedApi> {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-api-'));
  const installation = openInstallation({ folder, mode: 'writer', projections: [complianceProjection] });
  await installation.engine.startLive();
  const log: string[] = [];
  const importer = options.importer?.(installation) ?? new ThisThreadImporter(installation);
  const api = await startApi(installation, {
    host: '127.0.0.1',
    port: 0,
    token: TOKEN,
    importer,
    verifier: new ThisThreadVerifier(installation),
    log: { level: 'trace', stream: { write: (line: string) => void log.push(line) } },
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
