import { Query } from '@nestjs/cqrs';
import type { Uuid } from '#kernel';

/** What the orientation of a vacancy makes of the flow of its landlord, in the year of the orientation. */
export interface FlowOfOrientation {
  readonly year: number;
  readonly holder: string;
  /** The share agreed with the holder, as a fraction; null where none is agreed. */
  readonly share: number | null;
  /** Dwellings owed to the holder so far, and given to it: this one is among them. */
  readonly owed: number;
  readonly given: number;
  /** Dwellings given to all holders. */
  readonly dwellings: number;
  readonly givenShare: number;
  /** Further dwellings that would make its share whole; null where no number does. */
  readonly missing: number | null;
}

/** Asked of whoever counts the flow, which stands above the process. Null where the vacancy counts in no share. */
export class FlowOfVacancy extends Query<FlowOfOrientation | null> {
  constructor(readonly vacancy: Uuid) {
    super();
  }
}
