import type { Candidate, Vacancy } from './vacancy';

/** The candidate that a verb is about, and its vacancy. */
export interface OfCandidate {
  readonly vacancy: Vacancy;
  readonly candidate: Candidate;
}
