import type { RecordedEvent } from '#event-store';
import { isCodedError, type Json, type Uuid } from '#kernel';
import type { KeyRing } from '#people';
import type { PeopleState } from '../words/sentences';

export interface Opened {
  readonly state: PeopleState;
  /** As they were sealed. */
  readonly facts?: Json;
}

/** Opens the boxes of a dossier: those of its household, or all of them where it is no household's. */
export class Boxes {
  /** @param keys undefined where nothing is to be shown */
  constructor(
    private readonly keys: KeyRing | undefined,
    private readonly household: Uuid | undefined,
  ) {}

  open({ people, id }: RecordedEvent): Opened {
    if (!people) return { state: 'none' };
    if (!this.keys || (this.household !== undefined && people.household !== this.household)) return { state: 'hidden' };
    try {
      const facts = this.keys.open(people, id);
      return facts !== undefined ? { state: 'shown', facts } : { state: 'erased' };
    } catch (error) {
      if (!isCodedError(error, 'box-altered')) throw error;
      return { state: 'altered' };
    }
  }
}
