import { kindsOf, refusalOf, type Actor, type ScopeKind } from '#access';
import { refuse, type Refusal } from '#kernel';

/* Which limited scopes send which command beside a vacancy (process.md, « Elsewhere »). Everything covers all of them. */

const KINDS = {
  sitting: ['landlord'],
  ending: ['landlord', 'holder', 'commune'],
  // Only the EPCI.
  reopening: [],
  renunciation: ['landlord', 'holder', 'commune'],
  // Only the EPCI.
  'qpv-commission': [],
  task: ['landlord', 'holder', 'commune'],
} as const satisfies Readonly<Record<string, readonly ScopeKind[]>>;

export type BesideVerb = keyof typeof KINDS;

/**
 * Refused: `not-allowed` where the role, or no code of the scope, sends this command anywhere; `scope-not-allowed` where
 * the scope holds no code at all.
 */
export function refuseBeside(actor: Actor, verb: BesideVerb): Refusal | undefined {
  const right = 'run-vacancies';
  const refusal = refusalOf(actor, right);
  if (refusal || actor.scope.kind !== 'limited') return refusal;
  const kinds: readonly ScopeKind[] = KINDS[verb];
  return kindsOf(actor.scope).some((kind) => kinds.includes(kind)) ? undefined : refuse('not-allowed', { right });
}
