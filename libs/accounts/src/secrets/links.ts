import { instantOf, type Instant, type JsonObject, type Uuid } from '#kernel';
import { digestOfCode, newCode } from './random-codes';
import type { SecretStore } from './secret-store';

export const LINK_HOURS = 72;
const LASTS_MS = LINK_HOURS * 3_600_000;

/** What a link opens: the first way in, or a way back in. */
export type LinkKind = 'invitation' | 'recovery';

interface LinkBody extends JsonObject {
  readonly kind: LinkKind;
}

export interface Link {
  readonly account: Uuid;
  readonly kind: LinkKind;
  readonly expiresAt: Instant;
}

/** The code is in the fragment of the address: no server, no proxy and no log sees it. */
export function linkAddress(origin: string, code: string): string {
  return `${origin}/invitation#${code}`;
}

/** Links for one use. Only the digest of a code is kept. */
export class Links {
  constructor(private readonly secrets: SecretStore) {}

  /** The code of a new link, which nobody can be told a second time. It cancels the links before it. */
  async make(account: Uuid, kind: LinkKind, now: Instant): Promise<string> {
    const code = newCode();
    await this.cancel(account);
    const until = instantOf(Date.parse(now) + LASTS_MS);
    const body: LinkBody = { kind };
    await this.secrets.insert('link', digestOfCode(code), { body, owner: account, until });
    return code;
  }

  /** Undefined where the code is wrong, used, cancelled or old. */
  async read(code: string, now: Instant): Promise<Link | undefined> {
    const kept = await this.secrets.get<LinkBody>('link', digestOfCode(code));
    if (!kept || kept.owner === null || kept.until === null || kept.until <= now) return undefined;
    return { account: kept.owner, kind: kept.body.kind, expiresAt: kept.until };
  }

  /** Whether this call used it: of several at the same time, one does. */
  use(code: string): Promise<boolean> {
    return this.secrets.remove('link', digestOfCode(code));
  }

  cancel(account: Uuid): Promise<void> {
    return this.secrets.removeOf('link', account);
  }
}
