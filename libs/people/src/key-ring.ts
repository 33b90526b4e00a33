import { CodedError, type Json, type Uuid } from '#kernel';
import type { SealedFacts } from '#event-store';
import { openBox } from './cipher';
import type { KeyRing } from './vault';

/** Keys that were loaded, by their household. */
export class LoadedKeys implements KeyRing {
  constructor(private readonly keys: ReadonlyMap<Uuid, Buffer>) {}

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
