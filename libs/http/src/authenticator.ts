import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { INSTALLATION_ADMINISTRATOR, MONITOR, type Actor, type Right } from '#access';
import type { Refusal } from '#kernel';
import { isLocalRequest } from './local-request';

const BEARER = /^Bearer +(\S+)$/i;

/** Finds out who sends a request. */
export interface Authenticator {
  /** Undefined where the sender is not known; a refusal says why. If it throws, the request is answered with an error: nobody gets in. */
  actorOf(request: FastifyRequest): Promise<Actor | Refusal | undefined>;
}

/** One way to prove who sends a request. */
export interface Credential extends Authenticator {
  isShownBy(request: FastifyRequest): boolean;
}

/** The first credential that a request shows decides alone: a request with a wrong credential is not accepted by the next one. */
export class CredentialChain implements Authenticator {
  constructor(private readonly credentials: readonly Credential[]) {}

  async actorOf(request: FastifyRequest): Promise<Actor | Refusal | undefined> {
    return this.credentials.find((credential) => credential.isShownBy(request))?.actorOf(request);
  }
}

/** A secret text that identifies its owner. */
export class BearerToken {
  private readonly digest: Buffer | undefined;

  /** Without a token, no header matches. */
  constructor(token: string | undefined) {
    this.digest = token ? digestOf(token) : undefined;
  }

  /** Takes the same time for every wrong token, so the time reveals nothing of the right one. */
  matches(authorization: string): boolean {
    const given = BEARER.exec(authorization)?.[1];
    return this.digest !== undefined && given !== undefined && timingSafeEqual(digestOf(given), this.digest);
  }
}

export interface KnownToken {
  readonly token: BearerToken;
  readonly actor: Actor;
  /** The one right for which the token is valid: for any other route it is a wrong token. */
  readonly onlyFor?: Right;
}

/** The tokens that the administrator gives people and programs. */
export interface IssuedTokens {
  /** Whether one was ever issued. */
  exist(): Promise<boolean>;
  /** Who acts with the token, or why it is refused. */
  actorOf(token: string): Promise<Actor | Refusal>;
}

/** `Authorization: Bearer …` */
export class BearerCredential implements Credential {
  constructor(
    private readonly tokens: readonly KnownToken[],
    private readonly issued?: IssuedTokens,
  ) {}

  isShownBy({ headers }: FastifyRequest): boolean {
    return headers.authorization !== undefined;
  }

  async actorOf({
    headers: { authorization = '' },
    routeOptions,
  }: FastifyRequest): Promise<Actor | Refusal | undefined> {
    const { access } = routeOptions.config;
    const usable = this.tokens.filter(({ onlyFor }) => onlyFor === undefined || onlyFor === access);
    const actor = usable.find(({ token }) => token.matches(authorization))?.actor;
    const given = BEARER.exec(authorization)?.[1];
    return actor ?? (given === undefined ? undefined : this.issued?.actorOf(given));
  }
}

/** As long as no token was issued, a request from this machine without another credential comes from the administrator. */
export class LoopbackCredential implements Credential {
  constructor(private readonly issued?: IssuedTokens) {}

  isShownBy(): boolean {
    return true;
  }

  async actorOf({ ip, headers }: FastifyRequest): Promise<Actor | undefined> {
    if (!isLocalRequest({ remoteAddress: ip, headers })) return undefined;
    return (await this.issued?.exist()) ? undefined : INSTALLATION_ADMINISTRATOR;
  }
}

/**
 * The tokens for requests from other machines: the administrator's token, and the monitor's token for the metrics only. A token that is
 * not set matches nothing.
 */
export interface InstallationTokens {
  readonly token?: string;
  readonly metricsToken?: string;
}

/**
 * Identifies senders: by a token, by the session of a person, and by this machine as long as nobody was given either.
 * @param session the cookie of a person who signed in
 */
export function installationAuthenticator(
  { token, metricsToken }: InstallationTokens,
  issued?: IssuedTokens,
  session?: Credential,
): Authenticator {
  const tokens: readonly KnownToken[] = [
    { token: new BearerToken(token), actor: INSTALLATION_ADMINISTRATOR },
    { token: new BearerToken(metricsToken), actor: MONITOR, onlyFor: 'read-metrics' },
  ];
  const people = session ? [session] : [];
  return new CredentialChain([new BearerCredential(tokens, issued), ...people, new LoopbackCredential(issued)]);
}

/** All digests have the same length: the comparison needs it, and so the length of the token is not revealed. */
function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
