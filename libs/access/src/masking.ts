import type { Actor, Role } from './actor';

/**
 * What is masked for a role that reads figures and no list (process.md, « Roles »). `counts`: every small count. `residences`: figures by residence with
 * a small denominator.
 */
export type Masking = 'counts' | 'residences';

const MASKING: Readonly<Partial<Record<Role, Masking>>> = { statisticien: 'counts', elu: 'residences' };

/** Null for a role that may read the lists behind the figures. */
export function maskingOf({ role }: Pick<Actor, 'role'>): Masking | null {
  return MASKING[role] ?? null;
}
