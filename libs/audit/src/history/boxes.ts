import type { RecordedEvent } from '#event-store';
import { isCodedError, type Json, type Uuid } from '#kernel';
import type { KeyRing } from '#people';
import type { PeopleState } from '../words/sentences';

export interface Opened {
  readonly state: PeopleState;
  /** The facts as they were sealed. */
  readonly facts?: Json;
}

/** Opens the sealed boxes of a dossier. For a household's dossier it opens only that household's boxes, else all of them. */
export class Boxes {
  /**
   * @param keys undefined where no personal fact is to be shown
   * @param household the household of a household's dossier; undefined for another dossier
   */
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
