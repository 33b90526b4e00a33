import { holdsOn, type Day, type Period } from '#kernel';
import type { OwnershipFacts, ResidenceFacts } from './events';

/** A residence with its changes of owner, in any order. */
export interface OwnedResidence {
  readonly facts: Pick<ResidenceFacts, 'landlord'>;
  readonly ownerships: Iterable<OwnershipFacts>;
}

/**
 * The owner of a residence on a day: the newest owner whose first day has come, or else the landlord with which the
 * residence was declared. The day '' comes before every other day.
 */
export function landlordOn(day: Day | '', { facts, ownerships }: OwnedResidence): string {
  let newest: OwnershipFacts | undefined;
  for (const ownership of ownerships)
    if (ownership.from <= day && (!newest || ownership.from > newest.from)) newest = ownership;
  return newest ? newest.landlord : facts.landlord;
}

/**
 * The QPV in which a residence is on a day, in the order in which the residence names them. It may name a QPV that is
 * not declared yet, or that is no longer in force: these are left out.
 */
export function districtsOn<District extends Period>(
  day: Day | '',
  { districts }: Pick<ResidenceFacts, 'districts'>,
  known: { get(code: string): District | undefined },
): readonly District[] {
  return districts.flatMap((code) => {
    const district = known.get(code);
    return district && holdsOn(day, district) ? [district] : [];
  });
}
