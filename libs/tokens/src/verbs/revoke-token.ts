import { refuse, type Decision } from '#kernel';
import type { TokenEvent } from '../events';
import type { Token } from '../token';

/** The token is worth nothing from now on. A second time changes nothing. Refused: `unknown-token`. */
export function revokeToken(token: Token | undefined): Decision<TokenEvent> {
  if (!token) return refuse('unknown-token');
  return token.isRevoked ? [] : [{ type: 'TokenRevoked', data: {} }];
}
