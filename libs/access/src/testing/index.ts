import { SCOPE_OF_ROLE, type Actor, type Role } from '../actor';
import { kindsOf, type Scope } from '../scope';

/** An actor under that scope who reads and writes nothing more than its role needs: the role of those codes, else the auditor or the administrator. */
export function readerOf(scope: Scope, id = 'reader'): Actor {
  if (scope.kind !== 'limited') return { id, role: 'auditeur', scope };
  const [kind, ...others] = kindsOf(scope);
  const own = (Object.keys(SCOPE_OF_ROLE) as Role[]).find((role) => SCOPE_OF_ROLE[role] === kind);
  return { id, role: others.length === 0 && own ? own : 'administrateur', scope };
}
