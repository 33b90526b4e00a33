import type { Command } from 'commander';
import { resolve } from 'node:path';
import { template } from '#exchange';
import { print, say } from '../terminal';

export function templateCommand(command: Command): Command {
  return command.action(async (directory: string) => {
    const files = await template(resolve(directory));
    await print(`${files.map((file) => `${file}\n`).join('')}`);
    say(`Modèles écrits : mettez-y vos lignes, puis lancez « mixite import ${directory} ».`);
  });
}
