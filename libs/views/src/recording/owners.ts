import type { Actor } from '#access';
import { uuidV5, type Uuid } from '#kernel';

/** Whose views they are: of the person under all their roles, or of the token. */
export function ownerOf({ id }: Actor): Uuid {
  return uuidV5(`views/owner/${id}`);
}

/** The people of one role and scope. */
export function serviceOf({ role, scope }: Actor): Uuid {
  return uuidV5(`views/service/${role}/${JSON.stringify(scope)}`);
}
