import { join } from 'node:path';
import { problemOf } from '#http';
import { isCodedError, systemClock } from '#kernel';
import type { Installation } from '#installation';
import { issueFirstTokens, type IssuedToken } from '#tokens';
import { serviceSetting, type ServiceSetting } from '#lifecycle';
import { BACKGROUND_WORKS } from '#product';
import { runService } from '#service';
import { frenchSentenceOf } from '../sentence';
import { openWriter } from '../session';
import { holderText } from '../token-text';
import { handleOwnInterrupt, Refused, say } from '../terminal';

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

export interface ServeOptions {
  readonly data: string;
  readonly port: number;
  readonly host: string;
}

interface Serving extends ServeOptions {
  /** Whether it is the demonstration that is served: its page offers one click per role. */
  readonly isDemo?: boolean;
}

export async function openAndServe(options: ServeOptions): Promise<void> {
  const setting = serviceSetting('mixite-api', process.env);
  const installation = await openWriter(options.data, setting.telemetry.instruments());
  await serve(installation, setting, options, await firstTokensOnTerminal(installation));
}

/**
 * The first tokens, for the person at the terminal. Elsewhere what is printed ends in a log, and a token must not: there the administrator
 * issues them (« mixite token »). None where the keys cannot be used.
 */
async function firstTokensOnTerminal(installation: Installation): Promise<readonly IssuedToken[]> {
  if (!process.stderr.isTTY || (await installation.hasLostKeys()) || (await installation.keysFailure()) !== null)
    return [];
  return issueFirstTokens(installation, systemClock);
}

/** @param tokens issued at this start, to be shown once */
export async function serve(
  installation: Installation,
  setting: ServiceSetting,
  { port, host, isDemo = false }: Serving,
  tokens: readonly IssuedToken[],
): Promise<void> {
  handleOwnInterrupt();
  if (await installation.hasLostKeys()) say(problemOf('keys-lost').detail);
  const keysFailure = await installation.keysFailure();
  if (keysFailure !== null) say(await frenchSentenceOf(keysFailure));
  const onListening = (url: string) => {
    const listening = `Mixité écoute sur ${url} (API : ${url}/api/docs). Ctrl+C pour arrêter.`;
    say([listening, ...waysIn(url, tokens, isDemo)].join('\n'));
    if (!LOOPBACK.includes(host))
      say(openToOthers(installation, { host, port, hasToken: setting.token !== undefined }));
  };
  const onStopping = () => say('Mixité s’arrête : les demandes en cours sont finies d’abord.');
  try {
    await runService(installation, {
      ...setting,
      host,
      port,
      isDemo,
      works: BACKGROUND_WORKS,
      onListening,
      onStopping,
    });
    say('Mixité est arrêté.');
  } catch (error) {
    if (isCodedError(error, 'port-in-use'))
      throw new Refused(`Le port ${port} est déjà pris : choisissez-en un autre avec --port.`);
    throw error;
  }
}

/** How to come in as each role: with one click in the demonstration, by an address for the browser, by the token that programs show. */
function waysIn(url: string, tokens: readonly IssuedToken[], isDemo: boolean): readonly string[] {
  const oneClick = isDemo ? [`Ouvrez ${url} sur cette machine : la page propose les rôles, d’un clic.`] : [];
  if (tokens.length === 0) return oneClick;
  const lines = tokens.map((token) => `  ${holderText(token)}\n    ${url}/#jeton=${token.token}`);
  return [
    ...oneClick,
    'Pour entrer par un jeton, une adresse par rôle. Un logiciel montre ce qui suit « jeton= » : « Authorization: Bearer … ».',
    ...lines,
    'Ces jetons ne sont montrés qu’ici ; « mixite token » en délivre d’autres, « mixite token list » les montre sans leur texte.',
  ];
}

/** What is open, to whom, and by which token. */
function openToOthers(
  { folder, holdsFolder }: Installation,
  { host, port, hasToken }: { readonly host: string; readonly port: number; readonly hasToken: boolean },
): string {
  const ofThisStart = holdsFolder
    ? `celui de ce démarrage, dans ${join(folder, 'service.json')}`
    : 'un jeton tiré au hasard';
  const token = hasToken ? 'celui de MIXITE_API_TOKEN' : `${ofThisStart} ; MIXITE_API_TOKEN en fixe un`;
  return (
    `Attention : le service est ouvert au réseau (adresse ${host}, port ${port}). Toute machine qui l'atteint et présente le jeton de ` +
    `l'installation (« Authorization: Bearer … » : ${token}) peut tout lire et tout enregistrer. ` +
    `Sans HTTPS, jeton et données passent en clair : placez un serveur mandataire HTTPS devant.`
  );
}
