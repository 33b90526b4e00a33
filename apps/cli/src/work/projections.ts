import { isCodedError } from '#kernel';
import type { ProcessStatus, ProjectionStatus } from '#processing';
import { publishedService, rebuildProjection } from '#installation';
import { rebuildThroughService } from '../service-client';
import { asReader, asWriter } from '../session';
import { print, printJson, Refused, say } from '../terminal';
import { tableText } from '../text-table';

export interface ProjectionsOptions {
  readonly data: string;
  readonly format: 'table' | 'json';
}

export async function showProjections({ data, format }: ProjectionsOptions): Promise<void> {
  const [projections, processManagers] = await asReader(data, ({ installation }) =>
    Promise.all([installation.engine.statusAll(), installation.processStatuses()]),
  );
  if (format === 'json') return printJson({ projections, processManagers });
  await print(`${projectionTable(projections)}\n`);
  if (processManagers.length > 0) await print(`${processTable(processManagers)}\n`);
}

const FOLLOWING = ['version', 'position', 'tête', 'retard (événements)', 'retard (s)', 'mis de côté'];

function projectionTable(statuses: readonly ProjectionStatus[]): string {
  return tableText(['projection', ...FOLLOWING], statuses.map(cells));
}

function processTable(statuses: readonly ProcessStatus[]): string {
  const head = ['suite', ...FOLLOWING, 'à faire', 'échéances'];
  return tableText(
    head,
    statuses.map((one) => [...cells(one), one.due, one.timers]),
  );
}

function cells(one: ProjectionStatus): (string | number)[] {
  const { name, version, position, head, lagEvents, lagSeconds, parked } = one;
  return [name, version, position ?? '—', head ?? '—', lagEvents ?? '—', lagSeconds, parked];
}

export async function rebuildProjections(name: string | undefined, { data }: ProjectionsOptions): Promise<void> {
  const statuses = await asReader(data, ({ installation }) => installation.engine.statusAll());
  const names = statuses.map((one) => one.name);
  if (name !== undefined && !names.includes(name))
    throw new Refused(`Projection inconnue : « ${name} » (il y a : ${names.join(', ')}).`);
  for (const each of name === undefined ? names : [name]) {
    await rebuildHereOrThere(each, data);
    say(`${each} : reconstruite.`);
  }
}

/** Rebuilds in this process, or asks the service that holds the folder to do it. */
async function rebuildHereOrThere(name: string, data: string): Promise<void> {
  try {
    await asWriter(data, ({ installation }) => rebuildProjection(installation, name));
  } catch (error) {
    const service = isCodedError(error, 'store-locked') ? publishedService(data) : undefined;
    if (!service) throw error;
    say(`Le service ${service.url} tient ce dossier : la reconstruction lui est confiée.`);
    await rebuildThroughService(service, name);
  }
}
