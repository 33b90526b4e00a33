import { InvalidArgumentError, Option, type Command } from 'commander';
import { isCodedError } from '#kernel';
import type { Installation } from '#installation';
import { serviceSetting, type ServiceSetting } from '#lifecycle';
import { BACKGROUND_WORKS } from '#product';
import { runService } from '#service';
import { dataOption } from '../options';
import { openWriter } from '../session';
import { Refused, say } from '../terminal';

export interface ServeOptions {
  readonly data: string;
  readonly port: number;
  readonly host: string;
}

export function serveCommand(command: Command): Command {
  return withServeOptions(
    command,
  ).action(async (options: ServeOptions) => {
    const setting = serviceSetting('mixite-api', process.env);
    await serve(await openWriter(options.data, setting.telemetry.instruments()), setting, options);
  });
}

export function withServeOptions(command: Command, data: Option = dataOption()): Command {
  return command
    .addOption(new Option('--port <port>', 'port où écouter').env('PORT').default(3000, '3000').argParser(parsePort))
    .addOption(new Option('--host <adresse>', 'adresse où écouter').env('HOST').default('127.0.0.1', '127.0.0.1'))
    .addOption(data);
}

export async function serve(
  installation: Installation,
  setting: ServiceSetting,
  { port, host }: ServeOptions,
): Promise<void> {
  const onListening = (url: string) => say(`Mixité écoute sur ${url} (API : ${url}/api/docs). Ctrl+C pour arrêter.`);
  try {
    await runService(installation, { ...setting, host, port, works: BACKGROUND_WORKS, onListening });
  } catch (error) {
    if (isCodedError(error, 'port-in-use'))
      throw new Refused(`Le port ${port} est déjà pris : choisissez-en un autre avec --port.`);
    throw error;
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new InvalidArgumentError(`« ${text} » n'est pas un port : 0 à 65535 attendu.`);
  return port;
}
