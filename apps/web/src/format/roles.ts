import { ROLE_NAMES } from '../api/me';

/** The name of a role, in the words of the pages. */
export const roleName = (role: string): string => ROLE_NAMES[role] ?? role;

/** The same, at the beginning of a line. */
export function roleTitle(role: string): string {
  const name = roleName(role);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What the codes of a role's scope are; undefined for a role that acts everywhere. */
export const SCOPE_KINDS: Readonly<Record<string, string>> = {
  bailleur: 'bailleurs',
  reservataire: 'réservataires',
  commune: 'communes',
};
