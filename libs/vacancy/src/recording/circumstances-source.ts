import type { Derivation } from '#allocation';
import type { Admission } from '#criteria';
import type { Sent } from '#deciding';
import type { RecordedEvent } from '#event-store';
import type { FragilityNote } from '#fragility';
import type { Uuid } from '#kernel';
import type { DwellingFacts } from '#territory';
import type { Circumstances, ResidenceNow } from '../circumstances';
import type { CeiledDwelling, CeiledHousehold } from '../duties/admission';
import type { Vacancy } from '../vacancy';
import type { Signing } from './household-affairs';
import type { DwellingReference, VacancyCommand } from './vacancy-command';

/** The residence, with what a declaration records of it. */
export interface RecordedResidence extends ResidenceNow {
  readonly districts: readonly string[];
  readonly note: FragilityNote | null;
}

export interface RecordingCircumstances extends Circumstances {
  readonly residence: RecordedResidence;
  /** What derives a household's clear facts. */
  readonly derivation: Derivation;
  /** Whether the ceiling of a dwelling's financing admits a household today. */
  readonly admission: (household: CeiledHousehold, dwelling: CeiledDwelling) => Admission;
}

/** Where the handling learns what a command is decided on beside the vacancy. */
export interface CircumstancesSource {
  /** Resolves once a command can be judged. What another process recorded a moment ago may be missing. */
  ready(): Promise<void>;
  /** Resolves once all that was acknowledged before is known. */
  reachHead(): Promise<void>;
  /** The whole stream of a vacancy, once ready. See `VacancyStreams`. */
  eventsOf(vacancy: Uuid, isNew: boolean): Promise<readonly RecordedEvent[]>;
  /** Undefined where the residence is not known. */
  of(
    sent: Pick<Sent<VacancyCommand>, 'actor' | 'command'>,
    about: {
      readonly vacancy: Vacancy | undefined;
      readonly household: Uuid | undefined;
      readonly signing?: Signing | undefined;
    },
  ): Promise<RecordingCircumstances | undefined>;
  /** The dwelling as a file named it; undefined where none did, or where it stands in another residence. */
  dwelling(reference: DwellingReference): Promise<DwellingFacts | undefined>;
}
