import type { Instant } from '#kernel';
import { frenchInstant } from './french';

/** What a report tells of where it comes from. */
export interface Source {
  readonly asOf: Instant | null;
  /** Place in the history up to which it was read. */
  readonly position: string | null;
  readonly timeZone: string;
}

/** Up to when a report knows the history: « État au 31 janvier 2024 à 23 h 59 ». */
export function stateText({ asOf, timeZone }: Omit<Source, 'position'>): string {
  return asOf === null ? 'Rien n’était encore enregistré.' : `État au ${frenchInstant(asOf, timeZone)}`;
}

/** What stands at the foot of each page: enough to ask the history for the same document again. */
export function footText({ asOf, position }: Source): string {
  if (asOf === null) return 'Mixité';
  return `Mixité · d’après l’histoire jusqu’au ${asOf}${position === null ? '' : `, position ${position}`}`;
}
