import type { IssuedToken } from '#tokens';

/** `bailleur (L-SABLIERE)`, `service, bailleur (L-SABLIERE)`, `auditeur`. */
export function holderText({ role, actsAs, codes }: Pick<IssuedToken, 'role' | 'actsAs' | 'codes'>): string {
  const roles = actsAs === null ? role : `${role}, ${actsAs}`;
  return codes.length === 0 ? roles : `${roles} (${codes.join(', ')})`;
}
