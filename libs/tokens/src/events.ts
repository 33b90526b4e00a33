import type { GivenRole } from '#access';
import { FIRST_VERSION, StreamDefinition } from '#event-store';
import type { Day } from '#kernel';

/** The role of a token: one of a person, or `service`, which a program holds and which acts under one of the others. */
export type TokenRole = GivenRole | 'service';

/** Who may come in with a token, and until when. The token itself is nowhere. */
export interface IssuedFacts {
  readonly role: TokenRole;
  /** The role under which a program acts; null for a person. */
  readonly actsAs: GivenRole | null;
  /** Codes of landlords, holders or communes, as the role has them; none for a role that acts everywhere. */
  readonly codes: readonly string[];
  /** It is valid until the end of this day, in the territory's zone. */
  readonly lastDay: Day;
  /** The id of the key that signed it. */
  readonly key: string;
}

/** The name of who holds a token, sealed with a key of the token. */
export interface SealedHolder {
  readonly name: string;
}

export type TokenEvent =
  | { readonly type: 'TokenIssued'; readonly data: IssuedFacts }
  | { readonly type: 'TokenRevoked'; readonly data: Readonly<Record<string, never>> };

/** One stream for each token, named by its id. */
export const TOKEN_STREAMS = new StreamDefinition<TokenEvent>({
  category: 'token',
  types: { TokenIssued: FIRST_VERSION, TokenRevoked: FIRST_VERSION },
});
