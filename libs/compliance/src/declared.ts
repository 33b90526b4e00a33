import { publicsOf, sectorsOf, type ConventionHistory } from '#convention';
import type { Position } from '#event-store';

/** A sector that a convention names. */
export interface DeclaredSector {
  readonly code: string;
  readonly name: string;
}

/** A public that a convention follows. */
export interface DeclaredPublic {
  readonly code: string;
  readonly name: string;
  /** A sensitive public counts in figures, but no list shows which leases belong to it. */
  readonly sensitive: boolean;
}

/** All the sectors and publics that the convention and its amendments have ever named. Figures and lists use them. */
export interface Declared {
  readonly sectors: readonly DeclaredSector[];
  readonly publics: readonly DeclaredPublic[];
}

/** Reads what was declared as of a position, or as of the head of the history where no position is given. */
export type DeclaredBy = (position?: Position) => Promise<Declared>;

/** Reads from its history what the convention declares. A territory without a convention declares nothing. */
export function declaredIn(history: ConventionHistory): DeclaredBy {
  return async (position) => {
    const convention = await (position === undefined ? history.latest() : history.at(position));
    return { sectors: sectorsOf(convention), publics: publicsOf(convention) };
  };
}
