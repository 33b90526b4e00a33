import { CodedError, type Json, type Uuid } from '#kernel';
import type { SealedFacts } from '#event-store';
import { openBox, sealText } from './cipher';
import type { KeyRing } from './vault';

/** The loaded keys by household. */
export class LoadedKeys implements KeyRing {
  constructor(private readonly keys: ReadonlyMap<Uuid, Buffer>) {}

  seal(household: Uuid, eventId: Uuid, facts: Json): SealedFacts {
    return sealWith(this.keys, household, eventId, facts);
  }

  open<Facts = Json>({ household, box }: SealedFacts, eventId: Uuid): Facts | undefined {
    const key = this.keys.get(household);
    if (!key) return undefined;
    try {
      return JSON.parse(openBox(key, Buffer.from(box, 'base64'), eventId).toString('utf8')) as Facts;
    } catch (error) {
      throw new CodedError(
        'box-altered',
        'Des données scellées ne s’ouvrent pas avec leur clé : elles ont été altérées.',
        { event: eventId },
        { cause: error },
      );
    }
  }

  canOpen(household: Uuid): boolean {
    return this.keys.has(household);
  }
}

/** @throws CodedError `household-erased` where the household has no key */
export function sealWith(keys: ReadonlyMap<Uuid, Buffer>, household: Uuid, eventId: Uuid, facts: Json): SealedFacts {
  const key = keys.get(household);
  if (!key)
    throw new CodedError('household-erased', 'the household was erased: nothing can be sealed for it', { household });
  return { household, box: sealText(key, JSON.stringify(facts), eventId) };
}
