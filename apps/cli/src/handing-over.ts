import { openAsBlob, type Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportReport } from '#exchange';
import type { RunningService } from '#installation';
import { Refused } from './terminal';

/** Hands a directory of files to the running service, and gives back its report, faults included. */
export async function importThroughService(
  service: RunningService,
  directory: string,
  options: { readonly dryRun: boolean; readonly mapping?: string },
): Promise<ImportReport> {
  const form = new FormData();
  for (const name of await filesOf(directory)) form.append(name, await openAsBlob(join(directory, name)), name);
  if (options.mapping) form.append('mapping', await openAsBlob(options.mapping), 'mapping.json');
  const response = await callService(service, `/api/imports${options.dryRun ? '?dry-run=true' : ''}`, {
    method: 'POST',
    body: form,
  });
  const answer = (await response.json()) as Partial<ImportReport> & { title?: string; detail?: string };
  if (response.ok) return answer as ImportReport;
  if (answer.faults) return { files: answer.files ?? [], faults: answer.faults, warnings: answer.warnings ?? [] };
  throw new Refused(answer.detail ?? answer.title ?? `Le service a refusé (${response.status}).`);
}

async function filesOf(directory: string): Promise<readonly string[]> {
  const entries: readonly Dirent[] = await readdir(directory, { withFileTypes: true }).catch(() => {
    throw new Refused(`Le dossier ${directory} n'existe pas ou ne peut pas être lu.`);
  });
  return entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map((entry) => entry.name);
}

/** @throws Refused where the service no longer answers */
export async function callService(service: RunningService, path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(`${service.url}${path}`, { ...init, headers: { authorization: `Bearer ${service.token}` } });
  } catch {
    throw new Refused(
      `Le service ${service.url} tient ce dossier mais ne répond pas : arrêtez-le, puis relancez la commande.`,
    );
  }
}
