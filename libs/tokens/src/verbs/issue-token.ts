import { SCOPE_OF_ROLE, type GivenRole } from '#access';
import { refuse, type Day, type Decision, type Refusal } from '#kernel';
import type { TerritoryCodes } from '#territory';
import type { TokenEvent, TokenRole } from '../events';

/** The administrator gives somebody a token. */
export interface IssueToken {
  readonly role: TokenRole;
  /** For a program, the role under which it acts. */
  readonly actsAs: GivenRole | null;
  readonly codes: readonly string[];
  readonly lastDay: Day;
  /** The id of the key that signs it. */
  readonly key: string;
}

/**
 * Refused: `token-acts-as` where a program acts under no role, or a person under another; `token-scope-needed`,
 * `token-scope-not-admitted`, and `token-scope-unknown` where a code is none of the territory's.
 */
export function issueToken(
  { role, actsAs, codes, lastDay, key }: IssueToken,
  known: TerritoryCodes,
): Decision<TokenEvent> {
  if ((role === 'service') !== (actsAs !== null)) return refuse('token-acts-as', { role });
  const refusal = refuseCodes(actsAs ?? (role as GivenRole), codes, known);
  if (refusal) return refusal;
  return [{ type: 'TokenIssued', data: { role, actsAs, codes: [...new Set(codes)].sort(), lastDay, key } }];
}

function refuseCodes(role: GivenRole, codes: readonly string[], known: TerritoryCodes): Refusal | undefined {
  const kind = SCOPE_OF_ROLE[role];
  if (kind === 'all') return codes.length > 0 ? refuse('token-scope-not-admitted', { role }) : undefined;
  if (codes.length === 0) return refuse('token-scope-needed', { role });
  const unknown = codes.find((code) => !known[kind].has(code));
  return unknown === undefined ? undefined : refuse('token-scope-unknown', { kind, code: unknown });
}
