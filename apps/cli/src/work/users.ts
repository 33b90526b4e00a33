import { INSTALLATION_ADMINISTRATOR, type GivenRole } from '#access';
import { linkAddress, type Grant, type ListedUser, type MailedInvitation, type MailedRecovery } from '#accounts';
import { Access, AccountsModule, DisableUser, InviteUser, ListUsers, RecoverUser, RevokeUser } from '#accounts/module';
import { isRefusal, type Day, type Refusal, type Uuid } from '#kernel';
import { mailSettingOf, publicUrlOf } from '#lifecycle';
import type { ModuleOver } from '../cli.module';
import { hereOrThere } from '../here-or-there';
import { refusalError } from '../refusal-error';
import { commandThroughService } from '../service-client';
import { asEventReader } from '../session';
import { print, printJson, say } from '../terminal';
import { tableText } from '../text-table';

export interface InviteOptions {
  readonly data: string;
  readonly email: string;
  readonly role: GivenRole;
  readonly scope?: readonly string[];
  readonly name?: string;
  readonly until?: Day;
  readonly manager?: boolean;
}

export interface UserOptions {
  readonly data: string;
  readonly email: string;
}

export interface RevokeOptions extends UserOptions {
  readonly role?: GivenRole;
}

export interface ListOptions {
  readonly data: string;
  readonly format: string;
}

const STATUSES: Readonly<Record<ListedUser['status'], string>> = {
  invited: 'invitée',
  active: 'active',
  disabled: 'fermée',
};
const HERE = 'http://127.0.0.1:3000';
const NOT_MAILED = 'Aucun message n’a été envoyé à la personne.';

const accounts: ModuleOver = (installation) =>
  AccountsModule.with(new Access(installation, { mail: mailSettingOf(process.env) }));

/** What is shown of an invitation or a recovery. */
interface Told {
  readonly link: string | null;
  readonly mailed: boolean;
}

export async function inviteUser({
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
    accounts,
  );
  if (link !== null) return showLink(link, mailed);
  say(
    `Cette personne a déjà un compte : le rôle lui est donné, sans lien. ${mailed ? 'Un message le lui dit.' : NOT_MAILED}`,
  );
}

export async function recoverUser({ data, email }: UserOptions): Promise<void> {
  const origin = originHere();
  const { link, mailed } = await hereOrThere<Told>(
    data,
    async ({ commands }) =>
      toldOf(await commands.execute(new RecoverUser(email, INSTALLATION_ADMINISTRATOR, undefined, origin)), origin),
    (service) => commandThroughService(service, '/api/users/recovery', { email }),
    accounts,
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
export async function listUsers({ data, format }: ListOptions): Promise<void> {
  const users = await asEventReader(
    data,
    ({ queries }) => queries.execute(new ListUsers(INSTALLATION_ADMINISTRATOR)),
    accounts,
  );
  if (isRefusal(users)) throw await refusalError(users);
  if (format === 'json') return printJson({ users });
  const rows = users.flatMap(({ email, name, status, grants }) =>
    (grants.length === 0 ? [undefined] : grants).map((grant) => [
      ...[email ?? '—', name ?? '—', STATUSES[status], grant ? roleText(grant) : '—', grant?.lastDay ?? '—'],
    ]),
  );
  await print(`${tableText(['adresse', 'nom', 'état', 'rôle', 'dernier jour'], rows)}\n`);
}

export async function revokeRole({ data, email, role }: RevokeOptions): Promise<void> {
  await hereOrThere<{ readonly user: Uuid }>(
    data,
    ({ commands }) => commands.execute(new RevokeUser({ email, role }, INSTALLATION_ADMINISTRATOR)),
    (service) => commandThroughService(service, '/api/users/revocation', { email, role }),
    accounts,
  );
  say(role === undefined ? 'Tous ses rôles sont retirés.' : `Le rôle ${role} est retiré.`);
}

export async function disableUser({ data, email }: UserOptions): Promise<void> {
  await hereOrThere<{ readonly user: Uuid }>(
    data,
    ({ commands }) => commands.execute(new DisableUser(email, INSTALLATION_ADMINISTRATOR)),
    (service) => commandThroughService(service, '/api/users/disabling', { email }),
    accounts,
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
