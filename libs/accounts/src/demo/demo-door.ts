import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { EventStore } from '#event-store';
import { isLocalRequest, problemOf, sendProblem } from '#http';
import { holdsDemo } from '#imports';
import { refuse, type Instant, type Refusal, type Uuid } from '#kernel';
import type { Vault } from '#people';
import { HERE, type SignIn } from '../recording/sign-in';
import type { Acting } from '../secrets/sessions';
import { demoAccountOf, demoAccounts, offeredRoles, type OfferedRole } from './demo-people';

export interface DemoStores {
  readonly store: EventStore;
  readonly vault: () => Promise<Vault>;
  readonly clock: { now(): Instant };
}

const PATH = /^\/api\/demo(?:\/|$)/i;

/**
 * Lets a person at this machine be whoever they choose, with one click. It is open only in the process of the demonstration, on the history
 * of the demonstration, to this machine itself.
 */
export class DemoDoor {
  private accounts: Promise<ReadonlySet<Uuid>> | undefined;
  private holdsDemo = false;

  /** @param isDemo whether this is the process of the demonstration */
  constructor(
    private readonly signIn: SignIn,
    private readonly stores: DemoStores,
    readonly isDemo: boolean,
  ) {}

  /** The first event of a history never changes, and nothing is imported into the history of the demonstration. */
  async isOpenTo({ ip, headers }: Pick<FastifyRequest, 'ip' | 'headers'>): Promise<boolean> {
    if (!this.isDemo || !isLocalRequest({ remoteAddress: ip, headers })) return false;
    this.holdsDemo ||= await holdsDemo(this.stores.store);
    return this.holdsDemo;
  }

  /** Whether the account is that of a fictitious person of the demonstration. */
  async isOfDemo(account: Uuid): Promise<boolean> {
    return (await (this.accounts ??= this.readAccounts())).has(account);
  }

  offered(): Promise<readonly OfferedRole[]> {
    return offeredRoles(this.stores.store);
  }

  /** The value of the cookie of a session. Refused: `role-not-held` for a role that is not offered. */
  async enter({ role, codes }: Acting): Promise<string | Refusal> {
    const isOffered = (await this.offered()).some(
      (one) => one.role === role && one.codes.join('\n') === codes.join('\n'),
    );
    if (!isOffered) return refuse('role-not-held');
    const account = demoAccountOf(role, await this.stores.vault());
    const opened = { account, acting: { role, codes }, place: HERE, isStrong: false };
    return this.signIn.office.sessions.open(opened, this.stores.clock.now());
  }

  private readAccounts(): Promise<ReadonlySet<Uuid>> {
    return this.stores
      .vault()
      .then(demoAccounts)
      .catch((error: unknown) => {
        this.accounts = undefined;
        throw error;
      });
  }
}

/** To whom the door is closed, its routes are addresses like any other where nothing answers. */
export function hideDemoRoutes(server: FastifyInstance, door: DemoDoor): void {
  server.addHook('onRequest', async (request, reply) => {
    // A method that none of these routes has is caught by the route of the pages, whose address is any.
    const addresses = [request.routeOptions.url ?? '', decoded(request.url.split('?', 1)[0]!)];
    if (!addresses.some((address) => PATH.test(address)) || (await door.isOpenTo(request))) return;
    sendProblem(reply, problemOf('unknown-route'));
    return reply;
  });
}

/** As the router reads it; what cannot be decoded is no address of the router. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
