import { INSTALLATION_ADMINISTRATOR, type GivenRole } from '#access';
import { isRefusal, isUuid, refuse, type Uuid } from '#kernel';
import type { IssuedToken, ListedToken, TokenRole } from '#tokens';
import { IssueToken, ListTokens, RevokeToken, RotateTokenKey } from '#tokens/module';
import { refusalError } from '../refusal-error';
import { commandThroughService } from '../service-client';
import { hereOrThere } from '../here-or-there';
import { asEventReader } from '../session';
import { print, printJson, say, UsageError } from '../terminal';
import { tableText } from '../text-table';
import { holderText } from '../token-text';

export interface IssueOptions {
  readonly data: string;
  readonly role?: TokenRole;
  readonly as?: GivenRole;
  readonly scope?: readonly string[];
  readonly name?: string;
  readonly days?: number;
}

export interface DataOptions {
  readonly data: string;
}

export interface ListOptions extends DataOptions {
  readonly format: string;
}

export interface RotateOptions extends DataOptions {
  readonly retire?: boolean;
}

const STATUSES: Readonly<Record<ListedToken['status'], string>> = {
  valid: 'en cours',
  ended: 'échu',
  revoked: 'révoqué',
};

export async function issueToken({ data, role, as: actsAs, scope: codes, name, days }: IssueOptions): Promise<void> {
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
export async function listTokens({ data, format }: ListOptions): Promise<void> {
  const tokens = await asEventReader(data, ({ queries }) =>
    queries.execute(new ListTokens(INSTALLATION_ADMINISTRATOR)),
  );
  if (isRefusal(tokens)) throw await refusalError(tokens);
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

export async function revokeToken(id: string, { data }: DataOptions): Promise<void> {
  if (!isUuid(id)) throw await refusalError(refuse('unknown-token'));
  await hereOrThere<{ readonly id: Uuid }>(
    data,
    ({ commands }) => commands.execute(new RevokeToken(id, INSTALLATION_ADMINISTRATOR)),
    (service) => commandThroughService(service, `/api/tokens/${id}/revocation`, {}),
  );
  say(`Jeton ${id} : révoqué.`);
}

export async function rotateKey({ data, retire = false }: RotateOptions): Promise<void> {
  const { revoked } = await hereOrThere<{ readonly revoked: readonly Uuid[] }>(
    data,
    ({ commands }) => commands.execute(new RotateTokenKey({ retire }, INSTALLATION_ADMINISTRATOR)),
    (service) => commandThroughService(service, '/api/tokens/rotation', { retire }),
  );
  say('Une nouvelle clé signe les jetons.');
  if (retire) say(`Les clés précédentes sont retirées : ${revoked.length} jeton(s) révoqué(s).`);
  else say('Les jetons déjà délivrés valent jusqu’à leur fin.');
}
