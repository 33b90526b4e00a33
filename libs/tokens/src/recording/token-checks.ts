import type { Actor } from '#access';
import { followerOf, type Follower } from '#deciding';
import { isAtomic, readWholeStream, type EventStore, type RecordedEvent } from '#event-store';
import { isRefusal, refuse, type Clock, type Refusal, type Uuid } from '#kernel';
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
  /** All tokens, by their stream, where the store is a file of this process: its head is then known at no cost. */
  private readonly tokens: Map<string, Token> | undefined;
  /** What was verified with these keys: a signature costs more than all the rest. */
  private known: { readonly keys: readonly TokenKey[]; readonly tokens: Map<string, SignedToken> } = {
    keys: [],
    tokens: new Map(),
  };

  constructor(
    private readonly stores: { readonly store: EventStore; readonly keys: TokenKeys; readonly clock: Clock },
  ) {
    this.tokens = isAtomic(stores.store) ? new Map<string, Token>() : undefined;
    const types = this.tokens ? TOKEN_STREAMS.types : ['TokenIssued'];
    this.follower = followerOf(stores.store, { types, apply: (event) => this.apply(event) }, []);
  }

  /** Whether a token was ever issued here: from then on, nobody comes in without one. */
  async exist(): Promise<boolean> {
    if (!this.hasIssued) await this.follower.reachHead();
    return this.hasIssued;
  }

  /**
   * Who acts with a token, as all that was recorded before says: a revocation acts on the next request. Refused: `not-authenticated`,
   * `token-of-another-installation`, `token-of-another-key`, `token-ended`, `token-unknown`, `token-revoked`.
   * @throws CodedError as `TokenKeys` and the store: nobody then gets in
   */
  async actorOf(text: string): Promise<Actor | Refusal> {
    const signed = await this.signed(text);
    if (isRefusal(signed)) return signed;
    if (this.stores.clock.now() >= signed.until) return refuse('token-ended');
    const token = await this.tokenOf(signed.id);
    if (!token) return refuse('token-unknown');
    return token.isRevoked ? refuse('token-revoked') : actorWith(signed.id, token);
  }

  /** On a server its stream is read each time. */
  private async tokenOf(id: Uuid): Promise<Token | undefined> {
    const stream = TOKEN_STREAMS.name(id);
    if (this.tokens) {
      await this.follower.reachHead();
      return this.tokens.get(stream);
    }
    return (await readWholeStream(this.stores.store, stream)).reduce<Token | undefined>(tokenAfter, undefined);
  }

  private apply(event: RecordedEvent): void {
    if (event.type === 'TokenIssued') this.hasIssued = true;
    const token = this.tokens && tokenAfter(this.tokens.get(event.stream), event);
    if (token) this.tokens!.set(event.stream, token);
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

function tokenAfter(token: Token | undefined, event: RecordedEvent): Token | undefined {
  return evolve(token, TOKEN_STREAMS.read(event));
}
