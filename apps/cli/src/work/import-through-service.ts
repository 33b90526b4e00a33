import { openAsBlob, statSync } from 'node:fs';
import { join } from 'node:path';
import { conventionName, FILES, findFiles, Findings, readMapping, type ImportReport } from '#exchange';
import type { RunningService } from '#installation';
import { callService, refusedBy, type ProblemAnswer } from '../service-client';

const SENT_MAPPING = 'mapping.json';

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
