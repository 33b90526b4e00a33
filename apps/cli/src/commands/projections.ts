import type { Command } from 'commander';
import { isCodedError } from '#kernel';
import type { ProcessStatus, ProjectionStatus } from '#processing';
import { publishedService, rebuildProjection } from '#installation';
import { frenchCommand } from '../french';
import { rebuildThroughService } from '../service-client';
import { dataOption, formatOption } from '../options';
import { asReader, asWriter } from '../session';
import { print, printJson, Refused, say } from '../terminal';
import { tableText } from '../text-table';

interface Options {
  readonly data: string;
  readonly format: 'table' | 'json';
}

export function projectionsCommand(command: Command): Command {
  return command
    .helpCommand(false)
    .addCommand(
      frenchCommand(
        'status',
        'jusqu’où chaque tableau et les rappels ont lu l’histoire, leur retard, et ce qui est mis de côté',
      )
        .addOption(formatOption(['table', 'json'], 'table'))
        .addOption(dataOption())
        .action(status),
    )
    .addCommand(
      frenchCommand('rebuild', "reconstruit un tableau de lecture à côté de l'existant, puis le remplace")
        .argument('[nom]', 'tableau à reconstruire, par son nom ; tous par défaut')
        .addOption(dataOption())
        .action(rebuild),
    );
}

async function status({ data, format }: Options): Promise<void> {
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

async function rebuild(name: string | undefined, { data }: Options): Promise<void> {
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
