import type { RecordedEvent } from '#event-store';
import { isCodedError, type JsonObject, type Uuid } from '#kernel';
import type { Vault } from '#people';
import type { PeopleState } from '../words/sentences';

export interface Opened {
  readonly state: PeopleState;
  readonly facts?: JsonObject;
}

/** Opens the boxes of a dossier: those of its household, or all of them where it is no household's. */
export class Boxes {
  /** @param vault undefined where nothing is to be shown */
  constructor(
    private readonly vault: Vault | undefined,
    private readonly household: Uuid | undefined,
  ) {}

  open({ people, id }: RecordedEvent): Opened {
    if (!people) return { state: 'none' };
    if (!this.vault || (this.household !== undefined && people.household !== this.household))
      return { state: 'hidden' };
    try {
      const facts = this.vault.open(people, id);
      return facts ? { state: 'shown', facts } : { state: 'erased' };
    } catch (error) {
      if (!isCodedError(error, 'box-altered')) throw error;
      return { state: 'altered' };
    }
  }
}
