import type { Derivation } from '#allocation';
import type { Admission } from '#criteria';
import type { Sent } from '#deciding';
import type { Position } from '#event-store';
import type { FragilityNote } from '#fragility';
import type { Uuid } from '#kernel';
import type { DwellingFacts } from '#territory';
import type { Circumstances, ResidenceNow } from '../circumstances';
import type { CeiledDwelling, CeiledHousehold } from '../duties/admission';
import type { Vacancy } from '../vacancy';
import type { SeenClaims } from './claims';
import type { Signing } from './household-affairs';
import type { Kept, SittingStreams } from './kept-streams';
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
  /** Resolves once every event up to that of a lease is known. */
  reach(position: Position): Promise<void>;
  /** Grows each time that bounds or communes change. */
  readonly derivationVersion: number;
  readonly claims: SeenClaims;
  readonly sittings: SittingStreams;
  /** The whole stream of a vacancy, once ready. See `KeptStreams`. */
  vacancy(id: Uuid, isNew?: boolean): Promise<Kept<Vacancy>>;
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
