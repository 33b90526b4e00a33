import { InvalidArgumentError, Option, type Command } from 'commander';
import { isCodedError } from '#kernel';
import { newServiceToken, openInstallation, publishService, withdrawService, type Installation } from '#installation';
import { startApi } from '../../../api/src/server';
import { PROJECTIONS } from '../cli.module';
import { frenchCommand } from '../french';
import { dataOption } from '../options';
import { Refused, say } from '../terminal';

export interface ServeOptions {
  readonly data: string;
  readonly port: number;
  readonly host: string;
}

export function serveCommand(): Command {
  return withServeOptions(
    frenchCommand('serve', "sert l'API et les pages, sur cette machine seulement sauf --host"),
  ).action((options: ServeOptions) =>
    serve(openInstallation({ folder: options.data, mode: 'writer', projections: PROJECTIONS }), options),
  );
}

export function withServeOptions(command: Command): Command {
  return command
    .addOption(new Option('--port <port>', 'port où écouter').env('PORT').default(3000, '3000').argParser(parsePort))
    .addOption(new Option('--host <adresse>', 'adresse où écouter').env('HOST').default('127.0.0.1', '127.0.0.1'))
    .addOption(dataOption());
}

/** Serves until it is told to stop (SIGINT, SIGTERM); what was acknowledged is then finished, and the folder let go. */
export async function serve(installation: Installation, { data, port, host }: ServeOptions): Promise<void> {
  const token = process.env['MIXITE_API_TOKEN'] ?? newServiceToken();
  const stop = stopSignal();
  try {
    await installation.engine.startLive();
    const api = await startApi(installation, { host, port, token });
    publishService(data, { url: api.url, token });
    say(`Mixité écoute sur ${api.url} (API : ${api.url}/api/docs). Ctrl+C pour arrêter.`);
    await stop;
    withdrawService(data);
    await api.close();
  } catch (error) {
    if (isCodedError(error, 'port-in-use'))
      throw new Refused(`Le port ${port} est déjà pris : choisissez-en un autre avec --port.`);
    throw error;
  } finally {
    await installation.close();
  }
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new InvalidArgumentError(`« ${text} » n'est pas un port : 0 à 65535 attendu.`);
  return port;
}
