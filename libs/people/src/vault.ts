import type { JsonObject, Uuid } from '#kernel';
import type { SealedFacts } from '#event-store';

/** What a number identifies: a household by its numéro unique, an allocation or a rehousing by its number. */
export type NumberKind = 'household' | 'allocation' | 'rehousing';

/** Reads the personal facts of households and finds them by their numbers; writes through a session. */
export interface Vault {
  /** The internal id behind a number, by its keyed index; undefined where it was never seen, or erased. */
  find(kind: NumberKind, number: string): Uuid | undefined;
  /** The facts in the box, or undefined where the household was erased. @throws CodedError `box-altered` */
  open<Facts = JsonObject>(sealed: SealedFacts, eventId: Uuid): Facts | undefined;
  /** False once the household's key is destroyed. */
  canOpen(household: Uuid): boolean;
  /** Keyed digest of a row, for clear metadata: equal rows are told without decrypting, and nobody without the key can guess one. */
  digest(canonicalRow: string): string;
  /** What one command adds: new households, their keys, their numbers. */
  session(): VaultSession;
  close(): void;
}

export interface VaultSession {
  find(kind: NumberKind, number: string): Uuid | undefined;
  /** The household with that numéro unique, made with its key where it is new. */
  household(number: string): Uuid;
  /** The allocation with that number, made where it is new. Its index entry outlives an erasure: an unchanged row stays known. */
  allocation(number: string): Uuid;
  /** The rehousing with that number, made where it is new; it outlives an erasure as an allocation's does. */
  rehousing(number: string): Uuid;
  /** Seals facts for the event that will carry them. @throws CodedError `household-erased` */
  seal(household: Uuid, eventId: Uuid, facts: JsonObject): SealedFacts;
  /**
   * Writes the new keys and numbers durably: call it before the events that need them are committed. Keys whose events never came
   * open nothing, and their numbers are given the same ids again.
   */
  commit(): void;
}
