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
  /** It counts in figures, and is shown of no lease. */
  readonly sensitive: boolean;
}

/** What a territory's convention declares and figures and lists are drawn by; all that it or an amendment ever named. */
export interface Declared {
  readonly sectors: readonly DeclaredSector[];
  readonly publics: readonly DeclaredPublic[];
}

/** What had been declared by a position; all that is recorded where absent. */
export type DeclaredBy = (position?: Position) => Promise<Declared>;

/** What a convention declares, as its history tells it; a territory without one declares nothing. */
export function declaredIn(history: ConventionHistory): DeclaredBy {
  return async (position) => {
    const convention = await (position === undefined ? history.latest() : history.at(position));
    return { sectors: sectorsOf(convention), publics: publicsOf(convention) };
  };
}
