import { instantOf, newUuid, type Instant, type JsonObject, type Uuid } from '#kernel';
import type { GivenRole } from '#access';
import { digestOfCode, newCode } from './random-codes';
import type { KeptSecret, SecretStore } from './secret-store';

/** How long a session lasts without any activity, and in all. */
export interface SessionLimits {
  readonly idleMs: number;
  readonly wholeMs: number;
}

export const SESSION_LIMITS: SessionLimits = { idleMs: 30 * 60_000, wholeMs: 12 * 3_600_000 };
/** The last use is written once in this time: a page asks for several things at once. */
const PRECISION_MS = 60_000;

export interface Acting {
  readonly role: GivenRole;
  readonly codes: readonly string[];
}

interface SessionBody extends JsonObject {
  /** What a list shows and an end names: never the digest, which a cookie could be compared with. */
  readonly name: string;
  readonly role: GivenRole;
  readonly codes: readonly string[];
  readonly openedAt: string;
  readonly lastUsedAt: string;
  readonly ends: string;
  /** Where the person signed in, as far as known. */
  readonly place: string | null;
  /** Whether a second factor was shown at the sign-in. */
  readonly isStrong: boolean;
}

export interface Session {
  readonly id: Uuid;
  readonly account: Uuid;
  readonly acting: Acting;
  readonly openedAt: Instant;
  readonly lastUsedAt: Instant;
  readonly place: string | null;
  readonly isStrong: boolean;
}

export interface NewSession {
  readonly account: Uuid;
  readonly acting: Acting;
  readonly place: string | null;
  readonly isStrong: boolean;
}

/** The open sessions. Only the digest of the value of a cookie is kept. */
export class Sessions {
  constructor(
    private readonly secrets: SecretStore,
    private readonly limits: SessionLimits = SESSION_LIMITS,
  ) {}

  /** The value of its cookie. */
  async open({ account, acting, place, isStrong }: NewSession, now: Instant): Promise<string> {
    const ends = instantOf(Date.parse(now) + this.limits.wholeMs);
    return this.write(account, {
      ...{ name: newUuid(), role: acting.role, codes: acting.codes, place, isStrong },
      ...{ openedAt: now, lastUsedAt: now, ends },
    });
  }

  /**
   * Undefined where the value is wrong or the session has ended. Its use is noted.
   * @param isActive false for what a page asks by itself: it keeps no session open
   */
  async read(value: string, now: Instant, isActive = true): Promise<Session | undefined> {
    const kept = await this.secrets.get<SessionBody>('session', digestOfCode(value));
    if (!kept || kept.until === null || kept.until <= now) return undefined;
    const isOld = Date.parse(now) - Date.parse(kept.body.lastUsedAt) >= PRECISION_MS;
    // Where somebody else notes a use at the same time, theirs is as good.
    if (isActive && isOld)
      await this.secrets.replace(
        'session',
        kept.id,
        kept.version,
        this.secretOf(kept.owner!, { ...kept.body, lastUsedAt: now }),
      );
    return sessionOf(kept);
  }

  /** A new value for the same session under another role; the one before is worth nothing. Undefined where it has ended meanwhile. */
  async actAs(value: string, acting: Acting, now: Instant): Promise<string | undefined> {
    const digest = digestOfCode(value);
    const kept = await this.secrets.get<SessionBody>('session', digest);
    if (!kept || !(await this.secrets.remove('session', digest))) return undefined;
    return this.write(kept.owner!, { ...kept.body, role: acting.role, codes: acting.codes, lastUsedAt: now });
  }

  /** Notes that a second factor was shown. */
  async strengthen(value: string): Promise<void> {
    const kept = await this.secrets.get<SessionBody>('session', digestOfCode(value));
    if (kept)
      await this.secrets.replace(
        'session',
        kept.id,
        kept.version,
        this.secretOf(kept.owner!, { ...kept.body, isStrong: true }),
      );
  }

  async end(value: string): Promise<void> {
    await this.secrets.remove('session', digestOfCode(value));
  }

  async of(account: Uuid, now: Instant): Promise<readonly Session[]> {
    const kept = await this.secrets.ofOwner<SessionBody>('session', account);
    return kept.filter(({ until }) => until !== null && until > now).map(sessionOf);
  }

  /** Ends one session of an account by the name that its list shows. False where it has none of that name. */
  async endOne(account: Uuid, name: string): Promise<boolean> {
    const kept = await this.secrets.ofOwner<SessionBody>('session', account);
    const found = kept.find(({ body }) => body.name === name);
    return found !== undefined && this.secrets.remove('session', found.id);
  }

  /** @param but the value of the session that stays */
  async endAll(account: Uuid, but?: string): Promise<void> {
    await this.secrets.removeOf('session', account, but === undefined ? undefined : digestOfCode(but));
  }

  private async write(account: Uuid, body: SessionBody): Promise<string> {
    const value = newCode();
    await this.secrets.insert('session', digestOfCode(value), this.secretOf(account, body));
    return value;
  }

  private secretOf(owner: Uuid, body: SessionBody) {
    const idleEnd = instantOf(Date.parse(body.lastUsedAt) + this.limits.idleMs);
    return { body, owner, until: idleEnd < body.ends ? idleEnd : (body.ends as Instant) };
  }
}

function sessionOf({ owner, body }: KeptSecret<SessionBody>): Session {
  return {
    id: body.name as Uuid,
    account: owner!,
    acting: { role: body.role, codes: body.codes },
    openedAt: body.openedAt as Instant,
    lastUsedAt: body.lastUsedAt as Instant,
    place: body.place,
    isStrong: body.isStrong,
  };
}
