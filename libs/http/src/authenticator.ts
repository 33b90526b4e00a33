import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { INSTALLATION_ADMINISTRATOR, MONITOR, type Actor, type Right } from '#access';
import { isLocalRequest } from './local-request';

const BEARER = /^Bearer +(\S+)$/i;

/** Says who sends a request. */
export interface Authenticator {
  /** Undefined where it is nobody that is known. An error answers the request too: nobody is let in by one. */
  actorOf(request: FastifyRequest): Promise<Actor | undefined>;
}

/** One way of showing who one is. */
export interface Credential extends Authenticator {
  isShownBy(request: FastifyRequest): boolean;
}

/** The first credential that a request shows decides alone: who shows a wrong one is not let in by the next. */
export class CredentialChain implements Authenticator {
  constructor(private readonly credentials: readonly Credential[]) {}

  async actorOf(request: FastifyRequest): Promise<Actor | undefined> {
    return this.credentials.find((credential) => credential.isShownBy(request))?.actorOf(request);
  }
}

/** A secret that stands for somebody. */
export class BearerToken {
  private readonly digest: Buffer | undefined;

  /** Without a token, nothing matches. */
  constructor(token: string | undefined) {
    this.digest = token ? digestOf(token) : undefined;
  }

  /** Takes the same time whatever is wrong with the header's token. */
  matches(authorization: string): boolean {
    const given = BEARER.exec(authorization)?.[1];
    return this.digest !== undefined && given !== undefined && timingSafeEqual(digestOf(given), this.digest);
  }
}

export interface KnownToken {
  readonly token: BearerToken;
  readonly actor: Actor;
  /** The one right that it is shown for: to any other route it is a wrong token. */
  readonly onlyFor?: Right;
}

/** `Authorization: Bearer …` */
export class BearerCredential implements Credential {
  constructor(private readonly tokens: readonly KnownToken[]) {}

  isShownBy({ headers }: FastifyRequest): boolean {
    return headers.authorization !== undefined;
  }

  async actorOf({ headers: { authorization = '' }, routeOptions }: FastifyRequest): Promise<Actor | undefined> {
    const { access } = routeOptions.config;
    const usable = this.tokens.filter(({ onlyFor }) => onlyFor === undefined || onlyFor === access);
    return usable.find(({ token }) => token.matches(authorization))?.actor;
  }
}

/** Whoever sits at this machine, and shows nothing else, is its administrator. */
export class LoopbackCredential implements Credential {
  isShownBy(): boolean {
    return true;
  }

  async actorOf({ ip, headers }: FastifyRequest): Promise<Actor | undefined> {
    return isLocalRequest({ remoteAddress: ip, headers }) ? INSTALLATION_ADMINISTRATOR : undefined;
  }
}

/** What a request from elsewhere must show: the administrator's, or the monitor's for the metrics alone. Without one, nothing matches. */
export interface InstallationTokens {
  readonly token?: string;
  readonly metricsToken?: string;
}

/** Who asks, before sign-in exists (docs/decisions/0010). */
export function installationAuthenticator({ token, metricsToken }: InstallationTokens): Authenticator {
  const tokens: readonly KnownToken[] = [
    { token: new BearerToken(token), actor: INSTALLATION_ADMINISTRATOR },
    { token: new BearerToken(metricsToken), actor: MONITOR, onlyFor: 'read-metrics' },
  ];
  return new CredentialChain([new BearerCredential(tokens), new LoopbackCredential()]);
}

/** Digests have one length, which the comparison needs and which shows nothing of the token's. */
function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
