import { sealedHouseholdOf, type Household, type SealedHousehold } from '#allocation';
import { applyChanges, changesBetween, type Changes, type Day, type Json } from '#kernel';

/** What a designation may also say of a household. It is sealed and read by no figure. */
export interface ApplicationFacts {
  readonly appliedOn: Day | null;
  readonly precarious: boolean | null;
  /** The housing benefit that it may expect, in cents a month. */
  readonly expectedBenefit: number | null;
  /** Cents a year. */
  readonly taxIncome: number | null;
}

/** A household as its designation says. */
export type ProposedHousehold = Household & ApplicationFacts;

/** The facts that are sealed with the household's key. */
export type SealedCandidate = SealedHousehold & ApplicationFacts;

export type SealedCandidatePart = SealedCandidate | { readonly changes: Changes<SealedCandidate> };

export function sealedCandidateOf(household: ProposedHousehold): SealedCandidate {
  const { appliedOn, precarious, expectedBenefit, taxIncome } = household;
  return { ...sealedHouseholdOf(household), appliedOn, precarious, expectedBenefit, taxIncome };
}

/** The sealed facts after one more opened box. */
export function evolveSealedCandidate(before: SealedCandidate | undefined, box: Json): SealedCandidate {
  const part = box as unknown as SealedCandidatePart;
  return 'changes' in part ? applyChanges(before!, part.changes) : part;
}

export function sealedChanges(before: SealedCandidate, after: SealedCandidate): Changes<SealedCandidate> | undefined {
  return changesBetween(before, after);
}
