import type { Command } from 'commander';
import { isCodedError } from '#kernel';
import type { ProjectionStatus } from '#processing';
import { publishedService, rebuildProjection } from '#installation';
import { frenchCommand } from '../french';
import { rebuildThroughService } from '../handing-over';
import { dataOption, formatOption } from '../options';
import { asReader, asWriter } from '../session';
import { print, printJson, Refused, say } from '../terminal';
import { tableText } from '../text-table';

interface Options {
  readonly data: string;
  readonly format: 'table' | 'json';
}

export function projectionsCommand(): Command {
  return frenchCommand(
    'projections',
    'les tableaux de lecture tirés des événements : où ils en sont, et leur reconstruction',
  )
    .helpCommand(false)
    .addCommand(
      frenchCommand('status', 'position, retard et événements mis de côté de chaque projection')
        .addOption(formatOption(['table', 'json'], 'table'))
        .addOption(dataOption())
        .action(status),
    )
    .addCommand(
      frenchCommand('rebuild', "reconstruit à côté de l'existant, puis remplace")
        .argument('[nom]', 'projection à reconstruire ; toutes par défaut')
        .addOption(dataOption())
        .action(rebuild),
    );
}

async function status({ data, format }: Options): Promise<void> {
  const statuses = await asReader(data, ({ installation }) => installation.engine.statusAll());
  if (format === 'json') await printJson({ projections: statuses });
  else await print(`${statusTable(statuses)}\n`);
}

function statusTable(statuses: readonly ProjectionStatus[]): string {
  const head = ['projection', 'version', 'position', 'tête', 'retard (événements)', 'retard (s)', 'mis de côté'];
  return tableText(
    head,
    statuses.map((one) => [
      one.name,
      one.version,
      one.position ?? '—',
      one.head ?? '—',
      one.lagEvents ?? '—',
      one.lagSeconds,
      one.parked,
    ]),
  );
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

/** In this process, or by the service that holds the folder. */
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
