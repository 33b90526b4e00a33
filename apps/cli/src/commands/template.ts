import type { Command } from 'commander';
import { resolve } from 'node:path';
import { template } from '#exchange';
import { frenchCommand } from '../french';
import { print } from '../terminal';

export function templateCommand(): Command {
  return frenchCommand(
    'template',
    "écrit un fichier d'exemple par tableau : les en-têtes, et une ligne qui s'importe telle quelle",
  )
    .argument('<dossier>', 'dossier où écrire ; aucun fichier existant n’est remplacé')
    .action(async (directory: string) => {
      const files = await template(resolve(directory));
      await print(`${files.map((file) => `${file}\n`).join('')}`);
    });
}
