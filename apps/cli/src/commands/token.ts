import { InvalidArgumentError, Option, type Command } from 'commander';
import { GIVEN_ROLES } from '#access';
import { LONGEST_NAME, MOST_DAYS } from '#tokens';
import { frenchCommand } from '../french';
import { choiceOption, dataOption, formatOption } from '../options';
import type { DataOptions, IssueOptions, ListOptions, RotateOptions } from '../work/tokens';

/** Loaded only once the options are right. */
const work = () => import('../work/tokens.js');

export function tokenCommand(command: Command): Command {
  return (
    command
      .helpCommand(false)
      // The commands below have options of the same names.
      .enablePositionalOptions()
      .addOption(choiceOption('--role <rôle>', 'rôle de qui le tient', [...GIVEN_ROLES, 'service']))
      .addOption(choiceOption('--as <rôle>', 'pour service : le rôle que tient le logiciel', GIVEN_ROLES))
      .option('--scope <code...>', 'codes de bailleurs, de réservataires ou de communes, selon le rôle')
      .addOption(new Option('--name <texte>', 'nom de qui le tient ; il est scellé').argParser(parseName))
      .addOption(
        new Option('--days <nombre>', 'jours de validité après aujourd’hui (par défaut : 90)').argParser(parseDays),
      )
      .addOption(dataOption())
      .action(async (options: IssueOptions) => (await work()).issueToken(options))
      .addCommand(
        frenchCommand('list', 'les jetons délivrés : à qui, jusqu’à quand, révoqués ou non ; jamais leur texte')
          .addOption(formatOption(['table', 'json'], 'table'))
          .addOption(dataOption())
          .action(async (options: ListOptions) => (await work()).listTokens(options)),
      )
      .addCommand(
        frenchCommand('revoke', 'révoque un jeton : il ne vaut plus rien dès la demande suivante')
          .argument('<identifiant>', 'identifiant du jeton, que « mixite token list » montre')
          .addOption(dataOption())
          .action(async (id: string, options: DataOptions) => (await work()).revokeToken(id, options)),
      )
      .addCommand(
        frenchCommand('rotate', 'change la clé qui signe les jetons ; ceux d’avant valent jusqu’à leur fin')
          .option('--retire', 'retire les clés précédentes : leurs jetons sont révoqués')
          .addOption(dataOption())
          .action(async (options: RotateOptions) => (await work()).rotateKey(options)),
      )
  );
}

function parseName(text: string): string {
  if (text.trim() === '' || text.length > LONGEST_NAME || /\p{Cc}/u.test(text))
    throw new InvalidArgumentError(`Le nom a de 1 à ${LONGEST_NAME} caractères, sur une ligne.`);
  return text;
}

function parseDays(text: string): number {
  const days = Number(text);
  if (!/^\d{1,3}$/.test(text) || days < 1 || days > MOST_DAYS)
    throw new InvalidArgumentError(`« ${text} » n'est pas un nombre de jours : 1 à ${MOST_DAYS} attendu.`);
  return days;
}
