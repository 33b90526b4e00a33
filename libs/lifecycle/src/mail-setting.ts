import { isEmail } from 'class-validator';
import { CodedError } from '#kernel';

/** The server that mails are given to, and who they come from. */
export interface MailSetting {
  readonly server: MailServer;
  readonly from: MailAddress;
}

export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte on; else the connection becomes TLS where the server offers it. */
  readonly isTls: boolean;
  readonly login?: { readonly user: string; readonly password: string };
}

export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 };

/** Undefined where neither variable is set: then no mail is sent. @throws CodedError `invalid-setting` */
export function mailSettingOf(environment: Environment): MailSetting | undefined {
  const { MIXITE_SMTP_URL: url = '', MIXITE_MAIL_FROM: from = '' } = environment;
  if (url === '' && from === '') return undefined;
  const [server, sender] = [serverOf(url), addressOf(from)];
  if (!server) throw invalidUrl();
  if (!sender) throw invalidFrom(from);
  return { server, from: sender };
}

/** A path or a query would be a setting that is not read. */
function serverOf(value: string): MailServer | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const port = url && PORTS[url.protocol];
  if (!url || port === undefined || url.hostname === '' || url.port === '0') return undefined;
  if (!['', '/'].includes(url.pathname) || url.search !== '' || url.hash !== '') return undefined;
  const [user, password] = [decoded(url.username), decoded(url.password)];
  if (user === undefined || password === undefined || (user === '') !== (password === '')) return undefined;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? port : Number(url.port),
    isTls: url.protocol === 'smtps:',
    ...(user !== '' && { login: { user, password } }),
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function addressOf(value: string): MailAddress | undefined {
  const [, name, within] = /^([^<>\r\n]*)<([^<>]*)>$/.exec(value.trim()) ?? [];
  const address = (within ?? value).trim();
  if (!isEmail(address, { require_tld: false })) return undefined;
  return { name: (name ?? '').trim().replace(/^"(.*)"$/, '$1'), address };
}

/** The address may hold a password: no sentence and no log repeats it. */
function invalidUrl(): CodedError {
  const message =
    'MIXITE_SMTP_URL ne convient pas ; attendu : smtp://serveur:587 ou smtps://serveur:465, avec « utilisateur:mot-de-passe@ » devant le serveur s’il en demande.';
  return new CodedError('invalid-setting', message, { name: 'MIXITE_SMTP_URL' });
}

function invalidFrom(value: string): CodedError {
  const message = `MIXITE_MAIL_FROM vaut « ${value} » ; attendu : l’adresse d’où partent les messages, comme mixite@example.org, ou « Mixité <mixite@example.org> ».`;
  return new CodedError('invalid-setting', message, { name: 'MIXITE_MAIL_FROM', value });
}
