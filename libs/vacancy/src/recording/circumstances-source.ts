import type { Derivation } from '#allocation';
import type { Sent } from '#deciding';
import type { FragilityNote } from '#fragility';
import type { Uuid } from '#kernel';
import type { DwellingFacts } from '#territory';
import type { Circumstances, ResidenceNow } from '../circumstances';
import type { Vacancy } from '../vacancy';
import type { Signing } from './household-affairs';
import type { VacancyCommand } from './vacancy-command';

/** The residence, with what a declaration records of it. */
export interface RecordedResidence extends ResidenceNow {
  readonly districts: readonly string[];
  readonly note: FragilityNote | null;
}

export interface RecordingCircumstances extends Circumstances {
  readonly residence: RecordedResidence;
  /** What derives a household's clear facts. */
  readonly derivation: Derivation;
  /** At a declaration: the dwelling, where a file named it. */
  readonly dwelling: DwellingFacts | undefined;
}

/** Where the handling learns what a command is decided on beside the vacancy. */
export interface CircumstancesSource {
  /** Resolves once all that was acknowledged before is known. */
  ready(): Promise<void>;
  /** Undefined where the residence is not known. */
  of(
    sent: Pick<Sent<VacancyCommand>, 'actor' | 'command'>,
    about: {
      readonly vacancy: Vacancy | undefined;
      readonly household: Uuid | undefined;
      readonly signing?: Signing | undefined;
    },
  ): Promise<RecordingCircumstances | undefined>;
}
