import type { Uuid } from '#kernel';
import type { Additions } from './keys-store';

/**
 * The additions of a session as they are sent to the thread. Boxes are sent as text, because a Buffer would be sent
 * with the whole pool that it belongs to.
 */
export interface SentAdditions extends Omit<Additions, 'wrappedKeys'> {
  /** Each box is a text with one character for each byte. */
  readonly keys: readonly (readonly [household: Uuid, box: string])[];
}

export function sentAdditions({ wrappedKeys, numbers, claims }: Additions): SentAdditions {
  return {
    keys: Array.from(wrappedKeys(), ([household, box]) => [household, box.toString('latin1')]),
    numbers,
    claims,
  };
}

export function receivedAdditions({ keys, numbers, claims }: SentAdditions): Additions {
  return {
    numbers,
    claims,
    *wrappedKeys() {
      for (const [household, box] of keys) yield [household, Buffer.from(box, 'latin1')] as const;
    },
  };
}
