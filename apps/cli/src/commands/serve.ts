import { InvalidArgumentError, Option, type Command } from 'commander';
import { dataOption } from '../options';
import type { ServeOptions } from '../work/serve';

export function serveCommand(command: Command): Command {
  return withServeOptions(command).action(async (options: ServeOptions) =>
    (await import('../work/serve.js')).openAndServe(options),
  );
}

export function withServeOptions(command: Command, data: Option = dataOption()): Command {
  return command
    .addOption(new Option('--port <port>', 'port où écouter').env('PORT').default(3000, '3000').argParser(parsePort))
    .addOption(new Option('--host <adresse>', 'adresse où écouter').env('HOST').default('127.0.0.1', '127.0.0.1'))
    .addOption(data);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new InvalidArgumentError(`« ${text} » n'est pas un port : 0 à 65535 attendu.`);
  return port;
}
