import type { Command } from 'commander';
import { frenchCommand } from '../french';

/** Adds the options, the arguments and the work to a command that has its name and description. */
type Complete = (command: Command) => Command;

interface Entry {
  readonly name: string;
  readonly description: string;
  /** What the list of commands shows beside the name. */
  readonly argument?: readonly [name: string, description: string];
  readonly load: () => Promise<Complete>;
}

/**
 * The commands of `mixite`. Only the one that is asked for is loaded: the others bring in most of the program, and `mixite --help` must
 * answer at once.
 */
const CATALOGUE: readonly Entry[] = [
  {
    name: 'import',
    description: "importe un dossier de fichiers (CSV ou XLSX), d'un seul tenant : tout, ou rien s'il y a un défaut",
    argument: ['<dossier>', 'dossier des fichiers : communes.csv, residences.csv, attributions.csv…'],
    load: async () => (await import('./import.js')).importCommand,
  },
  {
    name: 'template',
    description: "écrit un fichier d'exemple par tableau : les en-têtes, et une ligne qui s'importe telle quelle",
    argument: ['<dossier>', 'dossier où écrire ; aucun fichier existant n’est remplacé'],
    load: async () => (await import('./template.js')).templateCommand,
  },
  {
    name: 'report',
    description:
      'les états : chiffres de la convention, objectifs, relogements, notes de fragilité, semestre du préfet, gestion en flux',
    load: async () => (await import('./report.js')).reportCommand,
  },
  {
    name: 'audit',
    description: 'qui a fait quoi, et la vérification de l’histoire',
    load: async () => (await import('./audit.js')).auditCommand,
  },
  {
    name: 'projections',
    description:
      'les tableaux de lecture, d’où les états tirent leurs chiffres, et les rappels : où ils en sont, et leur reconstruction',
    load: async () => (await import('./projections.js')).projectionsCommand,
  },
  {
    name: 'history',
    description: "déménage l'historique d'un stockage à un autre",
    load: async () => (await import('./history.js')).historyCommand,
  },
  {
    name: 'token',
    description: 'les jetons : en délivrer un à une personne ou à un logiciel, les lister, en révoquer un',
    load: async () => (await import('./token.js')).tokenCommand,
  },
  {
    name: 'user',
    description: 'les personnes : en inviter une par un lien, les lister, retirer un rôle, fermer un compte',
    load: async () => (await import('./user.js')).userCommand,
  },
  {
    name: 'serve',
    description: "sert l'API, sa documentation et une page d'accueil, sur cette machine seulement sauf --host",
    load: async () => (await import('./serve.js')).serveCommand,
  },
  {
    name: 'demo',
    description: "charge un territoire synthétique, où personne n'est réel, dans un dossier à lui, puis sert",
    load: async () => (await import('./demo.js')).demoCommand,
  },
];

/** Every command, of which the one asked for is complete. */
export async function commandsFor(asked: string | undefined): Promise<readonly Command[]> {
  return Promise.all(
    CATALOGUE.map(async ({ name, description, argument, load }) => {
      const command = frenchCommand(name, description);
      if (argument) command.argument(...argument);
      return name === asked ? (await load())(command) : command;
    }),
  );
}
