import { isEmail } from 'class-validator';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { GIVEN_ROLES } from '#access';
import { parseDay, type Day } from '#kernel';
import { frenchCommand } from '../french';
import { choiceOption, dataOption, formatOption } from '../options';
import type { InviteOptions, ListOptions, RevokeOptions, UserOptions } from '../work/users';

/** Loaded only once the options are right. */
const work = () => import('../work/users.js');

export function userCommand(command: Command): Command {
  const email = () =>
    new Option('--email <adresse>', 'adresse électronique de la personne').makeOptionMandatory().argParser(parseEmail);
  return command
    .helpCommand(false)
    .addCommand(
      frenchCommand('invite', 'invite une personne : imprime un lien, qui sert une fois, pendant 72 heures')
        .addOption(email())
        .addOption(choiceOption('--role <rôle>', 'son rôle', GIVEN_ROLES).makeOptionMandatory())
        .option('--scope <code...>', 'codes de bailleurs, de réservataires ou de communes, selon le rôle')
        .option('--name <texte>', 'son nom ; il est scellé')
        .addOption(new Option('--until <jour>', 'dernier jour du rôle, AAAA-MM-JJ').argParser(parseUntil))
        .option('--manager', 'gestionnaire : invite des personnes du même rôle, sans périmètre plus large')
        .addOption(dataOption())
        .action(async (options: InviteOptions) => (await work()).inviteUser(options)),
    )
    .addCommand(
      frenchCommand('list', 'les personnes, leurs rôles et leur état')
        .addOption(formatOption(['table', 'json'], 'table'))
        .addOption(dataOption())
        .action(async (options: ListOptions) => (await work()).listUsers(options)),
    )
    .addCommand(
      frenchCommand('revoke', 'retire un rôle à une personne, ou tous')
        .addOption(email())
        .addOption(choiceOption('--role <rôle>', 'le rôle à retirer (par défaut : tous)', GIVEN_ROLES))
        .addOption(dataOption())
        .action(async (options: RevokeOptions) => (await work()).revokeRole(options)),
    )
    .addCommand(
      frenchCommand('disable', 'ferme un compte : ses sessions se terminent aussitôt')
        .addOption(email())
        .addOption(dataOption())
        .action(async (options: UserOptions) => (await work()).disableUser(options)),
    )
    .addCommand(
      frenchCommand('recover', 'donne un lien à qui ne peut plus entrer : autre mot de passe, autre second facteur')
        .addOption(email())
        .addOption(dataOption())
        .action(async (options: UserOptions) => (await work()).recoverUser(options)),
    );
}

function parseEmail(text: string): string {
  if (!isEmail(text)) throw new InvalidArgumentError(`« ${text} » n’est pas une adresse électronique.`);
  return text;
}

function parseUntil(text: string): Day {
  const until = parseDay(text);
  if (!until) throw new InvalidArgumentError(`« ${text} » n’est pas un jour : AAAA-MM-JJ attendu.`);
  return until;
}
