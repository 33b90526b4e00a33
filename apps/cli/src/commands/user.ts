import { isEmail } from 'class-validator';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { GIVEN_ROLES, INSTALLATION_ADMINISTRATOR, type GivenRole } from '#access';
import { linkAddress, type Grant, type ListedUser, type MailedInvitation, type MailedRecovery } from '#accounts';
import { DisableUser, InviteUser, ListUsers, RecoverUser, RevokeUser } from '#accounts/module';
import { isRefusal, parseDay, type Day, type Refusal, type Uuid } from '#kernel';
import { publicUrlOf } from '#lifecycle';
import { frenchCommand } from '../french';
import { hereOrThere } from '../here-or-there';
import { choiceOption, dataOption, formatOption } from '../options';
import { refusalError } from '../refusal-error';
import { commandThroughService } from '../service-client';
import { asEventReader } from '../session';
import { print, printJson, say } from '../terminal';
import { tableText } from '../text-table';

interface InviteOptions {
  readonly data: string;
  readonly email: string;
  readonly role: GivenRole;
  readonly scope?: readonly string[];
  readonly name?: string;
  readonly until?: Day;
  readonly manager?: boolean;
}

interface UserOptions {
  readonly data: string;
  readonly email: string;
}

const STATUSES: Readonly<Record<ListedUser['status'], string>> = {
  invited: 'invitée',
  active: 'active',
  disabled: 'fermée',
};
const HERE = 'http://127.0.0.1:3000';
const NOT_MAILED = 'Aucun message n’a été envoyé à la personne.';

/** What is shown of an invitation or a recovery. */
interface Told {
  readonly link: string | null;
  readonly mailed: boolean;
}

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
        .action(invite),
    )
    .addCommand(
      frenchCommand('list', 'les personnes, leurs rôles et leur état')
        .addOption(formatOption(['table', 'json'], 'table'))
        .addOption(dataOption())
        .action(list),
    )
    .addCommand(
      frenchCommand('revoke', 'retire un rôle à une personne, ou tous')
        .addOption(email())
        .addOption(choiceOption('--role <rôle>', 'le rôle à retirer (par défaut : tous)', GIVEN_ROLES))
        .addOption(dataOption())
        .action(revoke),
    )
    .addCommand(
      frenchCommand('disable', 'ferme un compte : ses sessions se terminent aussitôt')
        .addOption(email())
        .addOption(dataOption())
        .action(disable),
    )
    .addCommand(
      frenchCommand('recover', 'donne un lien à qui ne peut plus entrer : autre mot de passe, autre second facteur')
        .addOption(email())
        .addOption(dataOption())
        .action(recover),
    );
}

async function invite({
  data,
  email,
  role,
  scope: codes,
  name,
  until: lastDay,
  manager,
}: InviteOptions): Promise<void> {
  const invitation = { email, role, codes, name, lastDay, manager };
  const origin = originHere();
  const { link, mailed } = await hereOrThere<Told>(
    data,
    async ({ commands }) =>
      toldOf(await commands.execute(new InviteUser(invitation, INSTALLATION_ADMINISTRATOR, undefined, origin)), origin),
    (service) =>
      commandThroughService(service, '/api/invitations', { email, role, scope: codes, name, until: lastDay, manager }),
  );
  if (link !== null) return showLink(link, mailed);
  say(
    `Cette personne a déjà un compte : le rôle lui est donné, sans lien. ${mailed ? 'Un message le lui dit.' : NOT_MAILED}`,
  );
}

async function recover({ data, email }: UserOptions): Promise<void> {
  const origin = originHere();
  const { link, mailed } = await hereOrThere<Told>(
    data,
    async ({ commands }) =>
      toldOf(await commands.execute(new RecoverUser(email, INSTALLATION_ADMINISTRATOR, undefined, origin)), origin),
    (service) => commandThroughService(service, '/api/users/recovery', { email }),
  );
  await showLink(link!, mailed);
}

/** The link alone is on stdout. */
async function showLink(link: string, mailed: boolean): Promise<void> {
  const sent = mailed
    ? 'Ce lien est aussi envoyé à la personne par un message :'
    : `${NOT_MAILED} Remettez-lui ce lien :`;
  say(`${sent} il sert une fois, pendant 72 heures, et n’est montré qu’ici.`);
  await print(`${link}\n`);
}

/** Read beside a running service. */
async function list({ data, format }: { readonly data: string; readonly format: string }): Promise<void> {
  const users = await asEventReader(data, ({ queries }) => queries.execute(new ListUsers(INSTALLATION_ADMINISTRATOR)));
  if (isRefusal(users)) throw refusalError(users);
  if (format === 'json') return printJson({ users });
  const rows = users.flatMap(({ email, name, status, grants }) =>
    (grants.length === 0 ? [undefined] : grants).map((grant) => [
      ...[email ?? '—', name ?? '—', STATUSES[status], grant ? roleText(grant) : '—', grant?.lastDay ?? '—'],
    ]),
  );
  await print(`${tableText(['adresse', 'nom', 'état', 'rôle', 'dernier jour'], rows)}\n`);
}

async function revoke({ data, email, role }: UserOptions & { readonly role?: GivenRole }): Promise<void> {
  await hereOrThere<{ readonly user: Uuid }>(
    data,
    ({ commands }) => commands.execute(new RevokeUser({ email, role }, INSTALLATION_ADMINISTRATOR)),
    (service) => commandThroughService(service, '/api/users/revocation', { email, role }),
  );
  say(role === undefined ? 'Tous ses rôles sont retirés.' : `Le rôle ${role} est retiré.`);
}

async function disable({ data, email }: UserOptions): Promise<void> {
  await hereOrThere<{ readonly user: Uuid }>(
    data,
    ({ commands }) => commands.execute(new DisableUser(email, INSTALLATION_ADMINISTRATOR)),
    (service) => commandThroughService(service, '/api/users/disabling', { email }),
  );
  say('Le compte est fermé.');
}

/** The address that the environment names. Read first, because a wrong one must not lose a link that was made. */
function originHere(): string {
  return publicUrlOf(process.env['MIXITE_PUBLIC_URL'])?.origin ?? HERE;
}

function toldOf(told: MailedInvitation | MailedRecovery | Refusal, origin: string): Told | Refusal {
  if (isRefusal(told)) return told;
  const { code, mailed } = told;
  return { link: code === null ? null : linkAddress(origin, code), mailed };
}

/** `bailleur (L-SABLIERE), gestionnaire`. */
function roleText({ role, codes, manager }: Grant): string {
  const scope = codes.length === 0 ? role : `${role} (${codes.join(', ')})`;
  return manager ? `${scope}, gestionnaire` : scope;
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
