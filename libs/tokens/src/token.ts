import { EVERYTHING, limitedTo, SCOPE_OF_ROLE, type Actor, type GivenRole } from '#access';
import type { Uuid } from '#kernel';
import type { IssuedFacts, TokenEvent } from './events';

/** A token, as its stream says. */
export interface Token extends IssuedFacts {
  readonly isRevoked: boolean;
}

export function evolve(token: Token | undefined, event: TokenEvent): Token | undefined {
  if (event.type === 'TokenIssued') return { ...event.data, isRevoked: false };
  return token && { ...token, isRevoked: true };
}

/** The role under which a token acts. */
export function actingRoleOf({ role, actsAs }: Pick<IssuedFacts, 'role' | 'actsAs'>): GivenRole {
  return actsAs ?? (role as GivenRole);
}

/** Who acts with a token: one role and one scope. */
export function actorWith(id: Uuid, token: IssuedFacts): Actor {
  const role = actingRoleOf(token);
  const kind = SCOPE_OF_ROLE[role];
  return { id, role, scope: kind === 'all' ? EVERYTHING : limitedTo({ [kind]: token.codes }) };
}
