import type { Actor } from '#access';
import { isRefusal, type Day, type Refusal } from '#kernel';
import type { FragilityNote } from '../events';
import { groundOf } from '../note-ground';
import { notesOn } from '../note-on';
import { scaleOn, type SurveyScales } from '../survey-scale';
import {
  FragilityReadings,
  type FragilityQuery,
  type FragilitySources,
  type ReadingHeader,
  type SeenResidence,
} from './reading';
import { reasonText } from './reason';

/** The notes of a residence in force on a day, the final one, and why. */
export interface ResidenceNotes {
  readonly id: string;
  readonly label: string;
  readonly statistical: FragilityNote | null;
  readonly commune: FragilityNote | null;
  readonly landlord: FragilityNote | null;
  readonly note: FragilityNote | null;
  /** One short sentence, in French. */
  readonly reason: string;
}

export interface FragilityReport extends ReadingHeader {
  /** Every residence known that the actor may see, in the order of their codes. */
  readonly residences: readonly ResidenceNotes[];
}

/** `mixite report fragility`, on any day and as of any instant. */
export class FragilityReports {
  private readonly readings: FragilityReadings;

  constructor(sources: FragilitySources) {
    this.readings = new FragilityReadings(sources);
  }

  /** Refused like `FragilityReadings.read`. */
  async report(query: FragilityQuery, actor: Actor): Promise<FragilityReport | Refusal> {
    const reading = await this.readings.read(query, actor);
    if (isRefusal(reading)) return reading;
    const { header, residences, scales } = reading;
    return { ...header, residences: residences.map((residence) => notesOf(residence, header.on, scales)) };
  }
}

/** The notes of a residence on a day. */
export function notesOf({ facts, notes, surveys }: SeenResidence, on: Day, scales: SurveyScales): ResidenceNotes {
  const inForce = notesOn(on, notes, surveys, scales);
  const { row, statistical, note } = inForce;
  return {
    id: facts.code,
    label: facts.name,
    statistical,
    commune: row?.commune ?? null,
    landlord: row?.landlord ?? null,
    note,
    reason: reasonText(groundOf(inForce, scaleOn(on, scales))),
  };
}
