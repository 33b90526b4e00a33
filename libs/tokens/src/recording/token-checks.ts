import type { Actor } from '#access';
import { followerOf, type Follower } from '#deciding';
import { readWholeStream, type EventStore } from '#event-store';
import { isRefusal, refuse, type Clock, type Refusal } from '#kernel';
import { TOKEN_STREAMS } from '../events';
import { readToken, type SignedToken } from '../keys/signed-token';
import type { TokenKey, TokenKeys } from '../keys/token-keys';
import { actorWith, evolve, type Token } from '../token';

/** The texts of tokens whose signature was verified. More than these are rarely in use at once. */
const MOST_KNOWN = 1_000;

/** Finds out who holds a token that a request shows. */
export class TokenChecks {
  private readonly follower: Follower;
  private hasIssued = false;
  /** What was verified with these keys: a signature costs more than all the rest. */
  private known: { readonly keys: readonly TokenKey[]; readonly tokens: Map<string, SignedToken> } = {
    keys: [],
    tokens: new Map(),
  };

  constructor(
    private readonly stores: { readonly store: EventStore; readonly keys: TokenKeys; readonly clock: Clock },
  ) {
    const apply = () => void (this.hasIssued = true);
    this.follower = followerOf(stores.store, { types: ['TokenIssued'], apply }, []);
  }

  /** Whether a token was ever issued here: from then on, nobody comes in without one. */
  async exist(): Promise<boolean> {
    if (!this.hasIssued) await this.follower.reachHead();
    return this.hasIssued;
  }

  /**
   * Who acts with a token. Its stream is read each time, so that a revocation acts on the next request. Refused: `not-authenticated`,
   * `token-of-another-installation`, `token-of-another-key`, `token-ended`, `token-unknown`, `token-revoked`.
   * @throws CodedError as `TokenKeys` and the store: nobody then gets in
   */
  async actorOf(text: string): Promise<Actor | Refusal> {
    const signed = await this.signed(text);
    if (isRefusal(signed)) return signed;
    const { store, clock } = this.stores;
    if (clock.now() >= signed.until) return refuse('token-ended');
    const events = await readWholeStream(store, TOKEN_STREAMS.name(signed.id));
    const token = events.reduce<Token | undefined>(
      (before, event) => evolve(before, TOKEN_STREAMS.read(event)),
      undefined,
    );
    if (!token) return refuse('token-unknown');
    return token.isRevoked ? refuse('token-revoked') : actorWith(signed.id, token);
  }

  private async signed(text: string): Promise<SignedToken | Refusal> {
    const keys = this.stores.keys.all();
    if (keys !== this.known.keys) this.known = { keys, tokens: new Map() };
    const { tokens } = this.known;
    const before = tokens.get(text);
    if (before) return before;
    const signed = await readToken(text, { keys, issuer: this.stores.store.storeId });
    if (isRefusal(signed)) return signed;
    if (tokens.size === MOST_KNOWN) tokens.clear();
    tokens.set(text, signed);
    return signed;
  }
}
