import type { components } from '../../api/schema';

export type User = components['schemas']['UserDto'];
export type HeldRole = User['roles'][number];

/** How a person is called: their name, or else their address. */
export const nameOf = ({ name, email }: User): string => name ?? email ?? 'Personne effacée';
