import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '#access';
import { instantOf, isCodedError, newUuid, type Clock, type Instant } from '#kernel';
import type { Vault } from '#people';

/** How long a link waits. */
const LASTS_MS = 60_000;

interface Kept<Body> {
  readonly body: Body;
  readonly expiresAt: Instant;
  readonly holder: string;
}

/** Who may open a link: the actor under that role and scope, in that session where there is one. */
export interface Holder {
  readonly actor: Actor;
  readonly session: string | null;
}

/**
 * Links for one use, kept as claims of the vault, which every process of an installation shares: a claim is taken once, also by two at the
 * same moment. Only the digest of a code is kept. What is kept names nobody.
 */
export class NamedLinks<Body> {
  constructor(private readonly stores: { readonly vault: () => Promise<Vault>; readonly clock: Clock }) {}

  /** The code of a new link, which nobody can be told a second time. */
  async make(body: Body, holder: Holder): Promise<{ readonly code: string; readonly expiresAt: Instant }> {
    const code = randomBytes(32).toString('base64url');
    const expiresAt = instantOf(Date.parse(this.stores.clock.now()) + LASTS_MS);
    const kept: Kept<Body> = { body, expiresAt, holder: textOf(holder) };
    await this.claim(`named-list\n${digestOf(code)}`, JSON.stringify(kept));
    return { code, expiresAt };
  }

  /** What the link opens. Undefined where the code is wrong, another's, too old, or used: the first use takes it. */
  async use(code: string, holder: Holder): Promise<Body | undefined> {
    const { vault, clock } = this.stores;
    const key = `named-list\n${digestOf(code)}`;
    const session = (await vault()).session();
    await session.prepare({ requests: [{ key, at: clock.now() }] });
    const text = session.claimed(key);
    const kept = text === undefined ? undefined : (JSON.parse(text) as Kept<Body>);
    if (!kept || kept.expiresAt <= clock.now() || kept.holder !== textOf(holder)) return undefined;
    return (await this.claim(`used\n${key}`, newUuid())) ? kept.body : undefined;
  }

  /** Whether this call claimed it. */
  private async claim(key: string, content: string): Promise<boolean> {
    const session = (await this.stores.vault()).session();
    await session.prepare({ requests: [{ key, at: this.stores.clock.now() }] });
    if (session.claimed(key) !== undefined) return false;
    session.claim(key, content);
    try {
      await session.commit();
      return true;
    } catch (error) {
      if (isCodedError(error, 'vault-conflict')) return false;
      throw error;
    }
  }
}

function textOf({ actor: { id, role, scope }, session }: Holder): string {
  return JSON.stringify([id, role, scope, session]);
}

function digestOf(code: string): string {
  return createHash('sha256').update(code).digest('base64url');
}
