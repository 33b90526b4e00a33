import type { Uuid } from '#kernel';
import type { Additions } from './keys-store';

/** What a session adds, as it goes to the thread: a buffer would take with it the pool that it was cut from. */
export interface SentAdditions extends Omit<Additions, 'wrappedKeys'> {
  /** One character a byte. */
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
