import type { Day } from '#kernel';
import { VOTERS, type CommissionRules, type Motive, type Voter } from './process-facts';
import type { RecordedConvention } from './recorded-convention';

/** Six members named by the landlord, and one vote of each other (L441-2). */
const VOTES: Readonly<Record<Voter, number>> = { members: 6, mayor: 1, prefect: 1, epci: 1 };

export function mostVotes(voters: readonly Voter[]): number {
  return voters.reduce((sum, voter) => sum + VOTES[voter], 0);
}

export const DEFAULT_RULES: Omit<CommissionRules, 'code'> = { quorum: null, voters: VOTERS };

/** Days that an orientation without a last day leaves to its holder, where the flow convention says nothing else. */
export const DEFAULT_HOLDER_DAYS = 30;

/** The motives of the territory that are known on a day, with their days: a newer one replaces an earlier one of the same code. */
export function motivesKnownOn(recorded: RecordedConvention | null, day: Day): readonly Motive[] {
  const parts = partsOn(recorded, day).flatMap(({ motives = [] }) => motives);
  return [...new Map(parts.map((motive) => [motive.code, motive])).values()];
}

/** The rules of a landlord's commission on a day. */
export function commissionRulesOn(
  recorded: RecordedConvention | null,
  landlord: string,
  day: Day,
): Omit<CommissionRules, 'code'> {
  const own = partsOn(recorded, day).flatMap(({ commissions = [] }) => commissions);
  return own.findLast(({ code }) => code === landlord) ?? DEFAULT_RULES;
}

export function holderDaysOn(recorded: RecordedConvention | null, day: Day): number {
  const given = partsOn(recorded, day).flatMap(({ delays }) => delays.holderDays ?? []);
  return given.at(-1) ?? DEFAULT_HOLDER_DAYS;
}

/** The convention, then the amendments that are in effect. */
function partsOn(recorded: RecordedConvention | null, day: Day) {
  if (!recorded) return [];
  return [recorded.base, ...recorded.amendments.filter(({ effectiveOn }) => effectiveOn <= day)];
}
