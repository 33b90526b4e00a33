import { refusalOf, type Actor, type GivenRole } from '#access';
import { timeZoneOf, type ConventionHistory } from '#convention';
import { CommandPipeline, type PipelineStores, type Sending } from '#deciding';
import { eventsOfTypes, type RecordedEvent } from '#event-store';
import {
  addDays,
  dayAt,
  isRefusal,
  newUuid,
  startOfDay,
  type Clock,
  type Day,
  type Instant,
  type Refusal,
  type Uuid,
} from '#kernel';
import { TOKEN_STREAMS, type TokenEvent, type TokenRole } from '../events';
import { signToken } from '../keys/signed-token';
import type { TokenKeys } from '../keys/token-keys';
import { evolve, type Token } from '../token';
import { issueToken, type IssueToken } from '../verbs/issue-token';
import { namesIn } from './holder-names';
import { territoryCodes } from '#territory';
import { TokenHandling, type TokenCommand } from './token-handling';

export interface TokenStores extends PipelineStores {
  readonly keys: TokenKeys;
  /** Gives the time zone in which the territory's days begin and end. */
  readonly convention: ConventionHistory;
}

export interface GivenToken {
  readonly role: TokenRole;
  readonly actsAs?: GivenRole | undefined;
  readonly codes?: readonly string[] | undefined;
  readonly name?: string | undefined;
  /** How many days after today it is valid. */
  readonly days?: number | undefined;
}

/** What is told once of a token. Its text is nowhere else. */
export interface IssuedToken extends ListedFacts {
  readonly token: string;
}

interface ListedFacts {
  readonly id: Uuid;
  readonly role: TokenRole;
  readonly actsAs: GivenRole | null;
  readonly codes: readonly string[];
  readonly lastDay: Day;
}

export interface ListedToken extends ListedFacts {
  /** Null where none was given, or where its key is destroyed. */
  readonly name: string | null;
  readonly issuedAt: Instant;
  readonly status: 'valid' | 'ended' | 'revoked';
}

/** How long a token is valid where nobody says, and at most: two years. */
const DAYS = 90;
export const MOST_DAYS = 731;
/** Of the name of who holds a token. */
export const LONGEST_NAME = 100;

/** Issues, lists and revokes tokens, and changes the key that signs them. */
export class TokenOffice {
  private readonly pipeline: CommandPipeline<TokenCommand, Token | undefined, TokenEvent>;

  constructor(private readonly stores: TokenStores) {
    this.pipeline = new CommandPipeline(new TokenHandling(stores.store), stores);
  }

  /**
   * Refused: `not-allowed`, `scope-not-allowed`, and as the verb refuses. @throws CodedError as `TokenKeys`
   * @param clock of the days; by default that of the events
   */
  async issue(given: GivenToken, sending: Sending, clock: Clock = this.stores.clock): Promise<IssuedToken | Refusal> {
    const refusal = refusalOf(sending.actor, 'manage-tokens');
    if (refusal) return refusal;
    const { store, keys, convention } = this.stores;
    const { role, actsAs = null, codes = [], name, days = DAYS } = given;
    const zone = timeZoneOf(await convention.latest());
    const lastDay = addDays(dayAt(clock.now(), zone), days);
    const id = newUuid();
    const known = await territoryCodes(store);
    const asked: Omit<IssueToken, 'key'> = { role, actsAs, codes, lastDay };
    // A refused token makes no key: neither one that signs nor one that seals the name.
    const decision = issueToken({ ...asked, key: '' }, known);
    if (isRefusal(decision)) return decision;
    const key = keys.signing();
    const command: TokenCommand = { verb: 'issue', id, given: { ...asked, key: key.id }, known, name };
    const receipt = await this.pipeline.send(command, sending);
    if (isRefusal(receipt)) return receipt;
    const until = startOfDay(addDays(lastDay, 1), zone);
    const token = await signToken({ id, until }, { key, issuer: store.storeId });
    return { id, role, actsAs, codes: [...new Set(codes)].sort(), lastDay, token };
  }

  /** Refused: `not-allowed`, `scope-not-allowed`, `unknown-token`. */
  async revoke(id: Uuid, sending: Sending): Promise<{ readonly id: Uuid } | Refusal> {
    const refusal = refusalOf(sending.actor, 'manage-tokens');
    if (refusal) return refusal;
    const receipt = await this.pipeline.send({ verb: 'revoke', id }, sending);
    return isRefusal(receipt) ? receipt : { id };
  }

  /**
   * A new key signs from now on. What those before it signed stays valid until its end; where they are retired, it is revoked at once.
   * Refused: `not-allowed`, `scope-not-allowed`. @throws CodedError as `TokenKeys`
   */
  async rotate(
    { retire }: { readonly retire: boolean },
    sending: Sending,
  ): Promise<{ readonly revoked: readonly Uuid[] } | Refusal> {
    const refusal = refusalOf(sending.actor, 'manage-tokens');
    if (refusal) return refusal;
    const { keys } = this.stores;
    const { id: signing } = keys.add();
    if (!retire) return { revoked: [] };
    const before = [...(await this.all())].filter(([, { token }]) => token.key !== signing && !token.isRevoked);
    const revoked = before.map(([id]) => id);
    for (const id of revoked) await this.pipeline.send({ verb: 'revoke', id }, sending);
    keys.retire();
    return { revoked };
  }

  /** Every token, oldest first, with the name of its holder. Refused: `not-allowed`, `scope-not-allowed`. */
  async list(actor: Actor): Promise<readonly ListedToken[] | Refusal> {
    const refusal = refusalOf(actor, 'manage-tokens');
    if (refusal) return refusal;
    const { clock, convention, vault } = this.stores;
    const all = [...(await this.all())];
    const issued = all.map(([, { event }]) => event);
    const names = await namesIn(issued, vault);
    const today = dayAt(clock.now(), timeZoneOf(await convention.latest()));
    return all.map(([id, { token, event }]) => ({
      id,
      role: token.role,
      actsAs: token.actsAs,
      codes: token.codes,
      lastDay: token.lastDay,
      name: names.get(id) ?? null,
      issuedAt: event.metadata.recordedAt,
      status: token.isRevoked ? 'revoked' : token.lastDay < today ? 'ended' : 'valid',
    }));
  }

  /** Whether a token was ever issued here. */
  async haveAny(): Promise<boolean> {
    const [first] = await this.stores.store.readAll({ types: ['TokenIssued'], maxCount: 1 });
    return first !== undefined;
  }

  private async all(): Promise<ReadonlyMap<Uuid, { readonly token: Token; readonly event: RecordedEvent }>> {
    const found = new Map<Uuid, { readonly token: Token; readonly event: RecordedEvent }>();
    for await (const event of eventsOfTypes(this.stores.store, TOKEN_STREAMS.types)) {
      const id = TOKEN_STREAMS.idOf(event.stream) as Uuid;
      const before = found.get(id);
      const token = evolve(before?.token, TOKEN_STREAMS.read(event));
      if (token) found.set(id, { token, event: before?.event ?? event });
    }
    return found;
  }
}
