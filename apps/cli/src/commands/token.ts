import { InvalidArgumentError, Option, type Command } from 'commander';
import { GIVEN_ROLES, INSTALLATION_ADMINISTRATOR, type GivenRole } from '#access';
import { isRefusal, isUuid, refuse, type Uuid } from '#kernel';
import { LONGEST_NAME, MOST_DAYS, type IssuedToken, type ListedToken, type TokenRole } from '#tokens';
import { IssueToken, ListTokens, RevokeToken, RotateTokenKey } from '#tokens/module';
import { frenchCommand } from '../french';
import { choiceOption, dataOption, formatOption } from '../options';
import { refusalError } from '../refusal-error';
import { commandThroughService } from '../service-client';
import { hereOrThere } from '../here-or-there';
import { asEventReader } from '../session';
import { print, printJson, say, UsageError } from '../terminal';
import { tableText } from '../text-table';
import { holderText } from '../token-text';

interface IssueOptions {
  readonly data: string;
  readonly role?: TokenRole;
  readonly as?: GivenRole;
  readonly scope?: readonly string[];
  readonly name?: string;
  readonly days?: number;
}

const STATUSES: Readonly<Record<ListedToken['status'], string>> = {
  valid: 'en cours',
  ended: 'échu',
  revoked: 'révoqué',
};

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
      .action(issue)
      .addCommand(
        frenchCommand('list', 'les jetons délivrés : à qui, jusqu’à quand, révoqués ou non ; jamais leur texte')
          .addOption(formatOption(['table', 'json'], 'table'))
          .addOption(dataOption())
          .action(list),
      )
      .addCommand(
        frenchCommand('revoke', 'révoque un jeton : il ne vaut plus rien dès la demande suivante')
          .argument('<identifiant>', 'identifiant du jeton, que « mixite token list » montre')
          .addOption(dataOption())
          .action(revoke),
      )
      .addCommand(
        frenchCommand('rotate', 'change la clé qui signe les jetons ; ceux d’avant valent jusqu’à leur fin')
          .option('--retire', 'retire les clés précédentes : leurs jetons sont révoqués')
          .addOption(dataOption())
          .action(rotate),
      )
  );
}

async function issue({ data, role, as: actsAs, scope: codes, name, days }: IssueOptions): Promise<void> {
  if (role === undefined) throw new UsageError('Il manque l’option « --role ».');
  const issued = await hereOrThere<IssuedToken>(
    data,
    ({ commands }) => commands.execute(new IssueToken({ role, actsAs, codes, name, days }, INSTALLATION_ADMINISTRATOR)),
    (service) => commandThroughService(service, '/api/tokens', { role, as: actsAs, scope: codes, name, days }),
  );
  say(`Jeton ${issued.id} : ${holderText(issued)}, valable jusqu’au ${issued.lastDay}. Il n’est montré qu’ici.`);
  await print(`${issued.token}\n`);
}

/** Read beside a running service. */
async function list({ data, format }: { readonly data: string; readonly format: string }): Promise<void> {
  const tokens = await asEventReader(data, ({ queries }) =>
    queries.execute(new ListTokens(INSTALLATION_ADMINISTRATOR)),
  );
  if (isRefusal(tokens)) throw refusalError(tokens);
  if (format === 'json') return printJson({ tokens });
  const head = ['identifiant', 'rôle', 'nom', 'dernier jour', 'état'];
  const rows = tokens.map((token) => [
    token.id,
    holderText(token),
    token.name ?? '—',
    token.lastDay,
    STATUSES[token.status],
  ]);
  await print(`${tableText(head, rows)}\n`);
}

async function revoke(id: string, { data }: { readonly data: string }): Promise<void> {
  if (!isUuid(id)) throw refusalError(refuse('unknown-token'));
  await hereOrThere<{ readonly id: Uuid }>(
    data,
    ({ commands }) => commands.execute(new RevokeToken(id, INSTALLATION_ADMINISTRATOR)),
    (service) => commandThroughService(service, `/api/tokens/${id}/revocation`, {}),
  );
  say(`Jeton ${id} : révoqué.`);
}

async function rotate({ data, retire = false }: { readonly data: string; readonly retire?: boolean }): Promise<void> {
  const { revoked } = await hereOrThere<{ readonly revoked: readonly Uuid[] }>(
    data,
    ({ commands }) => commands.execute(new RotateTokenKey({ retire }, INSTALLATION_ADMINISTRATOR)),
    (service) => commandThroughService(service, '/api/tokens/rotation', { retire }),
  );
  say('Une nouvelle clé signe les jetons.');
  if (retire) say(`Les clés précédentes sont retirées : ${revoked.length} jeton(s) révoqué(s).`);
  else say('Les jetons déjà délivrés valent jusqu’à leur fin.');
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
