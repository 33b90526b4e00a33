import { holdsOn, type Day, type Period } from '#kernel';
import type { OwnershipFacts, ResidenceFacts } from './events';

/** A residence with its changes of owner, in any order. */
export interface OwnedResidence {
  readonly facts: Pick<ResidenceFacts, 'landlord'>;
  readonly ownerships: Iterable<OwnershipFacts>;
}

/**
 * The owner of a residence on a day: the newest one whose day has come; before any, the landlord that the residence was declared
 * with. The day '' is before every other.
 */
export function landlordOn(day: Day | '', { facts, ownerships }: OwnedResidence): string {
  let newest: OwnershipFacts | undefined;
  for (const ownership of ownerships)
    if (ownership.from <= day && (!newest || ownership.from > newest.from)) newest = ownership;
  return newest ? newest.landlord : facts.landlord;
}

/**
 * The QPV in which a residence stands on a day, in the order in which it names them. It may name one that is not declared yet, and
 * one that holds no longer.
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
