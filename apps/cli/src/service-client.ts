import { openAsBlob, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AskedSubject, AuditHistory } from '#audit';
import { conventionName, FILES, findFiles, Findings, readMapping, type ImportReport } from '#exchange';
import type { RunningService } from '#installation';
import { Refused } from './terminal';

const SENT_MAPPING = 'mapping.json';

interface ProblemAnswer {
  readonly title?: string;
  readonly detail?: string;
}

interface ServiceImport {
  readonly dryRun: boolean;
  readonly mapping?: string;
}

/** Sends a directory of files to the running service, and returns the same report as an import in this process. */
export async function importThroughService(
  service: RunningService,
  directory: string,
  { dryRun, mapping }: ServiceImport,
): Promise<ImportReport> {
  // The service gets the files, not the directory: the faults of the directory are found here.
  const here = new Findings();
  const words = mapping === undefined ? undefined : await readMapping(mapping, FILES, here);
  const ours = await findFiles(directory, FILES, here, words);
  const form = new FormData();
  const convention = await conventionName(directory);
  const names = [...ours.map(({ source }) => source.name), ...(convention === undefined ? [] : [convention])];
  for (const name of names) form.append(name, await openAsBlob(join(directory, name)), name);
  if (mapping && statSync(mapping, { throwIfNoEntry: false })?.isFile())
    form.append('mapping', await openAsBlob(mapping), SENT_MAPPING);
  const isRefused = here.faults.length > 0;
  const nothing: ImportReport = { files: [], faults: [], warnings: [] };
  const there = names.length === 0 ? nothing : await post(service, form, dryRun || isRefused);
  // The faults of the mapping were also found here, under the real name of its file.
  const faults = [...here.faults, ...there.faults.filter(({ file }) => file !== SENT_MAPPING)];
  return {
    ...there,
    files: faults.length > 0 ? [] : there.files,
    faults,
    warnings: [...here.warnings, ...there.warnings],
    ...(mapping !== undefined && { unmapped: there.unmapped ?? [] }),
  };
}

/** Asks the running service to rebuild a projection. @throws Refused where the service does not do it */
export async function rebuildThroughService(service: RunningService, name: string): Promise<void> {
  const response = await callService(service, `/api/projections/${encodeURIComponent(name)}/rebuild`, {
    method: 'POST',
  });
  if (!response.ok) throw refusedBy(response, (await response.json()) as ProblemAnswer);
}

/** Asks the running service to read a history and to record the reading. @throws Refused where the service does not do it */
export async function historyThroughService(
  service: RunningService,
  { kind, value }: AskedSubject,
): Promise<AuditHistory> {
  const response = await callService(service, '/api/audit/history', {
    method: 'POST',
    body: JSON.stringify({ [kind]: value, names: true }),
    headers: { 'content-type': 'application/json' },
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw refusedBy(response, answer as ProblemAnswer);
  return answer as AuditHistory;
}

/** Asks the running service to do something. @throws Refused where the service does not do it */
export async function commandThroughService<Answer>(
  service: RunningService,
  path: `/api/${string}`,
  body: object,
): Promise<Answer> {
  const response = await callService(service, path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw refusedBy(response, answer as ProblemAnswer);
  return answer as Answer;
}

async function post(service: RunningService, form: FormData, dryRun: boolean): Promise<ImportReport> {
  const response = await callService(service, `/api/imports${dryRun ? '?dry-run=true' : ''}`, {
    method: 'POST',
    body: form,
  });
  const answer = (await response.json()) as Partial<ImportReport> & ProblemAnswer;
  if (response.ok) return answer as ImportReport;
  const { faults, warnings = [], unmapped, omitted } = answer;
  if (faults) return { files: [], faults, warnings, ...(omitted && { omitted }), ...(unmapped && { unmapped }) };
  throw refusedBy(response, answer);
}

function refusedBy({ status }: Response, { detail, title }: ProblemAnswer): Refused {
  return new Refused(detail ?? title ?? `Le service a refusé (${status}).`);
}

/** @throws Refused where the service no longer answers */
async function callService(service: RunningService, path: string, init: RequestInit): Promise<Response> {
  try {
    const headers = { ...init.headers, authorization: `Bearer ${service.token}` };
    return await fetch(`${service.url}${path}`, { ...init, headers });
  } catch {
    throw new Refused(
      `Le service ${service.url} tient ce dossier mais ne répond pas : arrêtez-le, puis relancez la commande.`,
    );
  }
}
