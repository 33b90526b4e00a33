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

/** A territory without a convention. */
export const nothingDeclared: DeclaredBy = () => Promise.resolve({ sectors: [], publics: [] });
