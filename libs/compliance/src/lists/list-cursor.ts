import type { Position } from '#event-store';
import { CodedError, type Instant } from '#kernel';
import type { Moment } from '#processing';

/** A place in a list: the moment of the first page, the rows counted then, and the store's own cursor. */
export interface ListCursor {
  readonly moment: Moment;
  readonly total: number;
  readonly next: string;
  /** Rows of the list before that place. */
  readonly offset?: number;
  /** Whether the page ends at that place, and does not begin there. */
  readonly isBack?: boolean;
}

export function encodeListCursor({ moment, total, next, offset = 0, isBack = false }: ListCursor): string {
  const { reading, asOf, position } = moment;
  return Buffer.from(JSON.stringify([reading, asOf, position, total, next, offset, isBack])).toString('base64url');
}

/** @throws CodedError `stale-cursor` where the text is not a cursor of a list */
export function decodeListCursor(text: string): ListCursor {
  const [reading, asOf, position, total, next, offset, isBack, ...others] = partsOf(text);
  const known =
    typeof reading === 'string' &&
    isTextOrNull(asOf) &&
    isTextOrNull(position) &&
    typeof total === 'number' &&
    typeof next === 'string' &&
    typeof offset === 'number' &&
    typeof isBack === 'boolean' &&
    others.length === 0;
  if (!known) throw staleCursor();
  const moment = { reading: reading as Position, asOf: asOf as Instant | null, position: position as Position | null };
  return { moment, total, next, offset, isBack };
}

export function staleCursor(): CodedError {
  return new CodedError('stale-cursor', 'the cursor belongs to another list');
}

function partsOf(text: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? (parts as unknown[]) : [];
  } catch {
    return [];
  }
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}
