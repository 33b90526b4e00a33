import type { ClearHousehold } from '#allocation';
import { isPriority } from '#fragility';
import type { Candidate } from '../vacancy';
import type { ShownDwelling } from './shown-dwelling';

/**
 * What allocating the dwelling to this candidate would do to the balance of the residence (domain.md, section 2). It
 * informs the commission and forbids nothing.
 */
export const EFFECTS = [
  'first-quartile-in-fragile-district',
  'priority-first-quartile',
  'state-dalo-in-district',
  'work-in-fragile-residence',
  'priority-elsewhere',
] as const;
export type Effect = (typeof EFFECTS)[number];

type Place = Pick<ShownDwelling, 'districts' | 'note'>;

/** Only what the clear facts show: an unknown quartile says nothing, and neither does a residence without a note. */
export function effectsOf({ basis, facts }: Pick<Candidate, 'basis' | 'facts'>, place: Place): readonly Effect[] {
  const isInDistrict = place.districts.length > 0;
  const isFragile = isPriority(place.note);
  const isFirst = facts.quartile === 1;
  const holds: Readonly<Record<Effect, boolean>> = {
    'first-quartile-in-fragile-district': isFirst && isInDistrict && isFragile,
    'priority-first-quartile': isFirst && facts.priority && (isInDistrict || isFragile),
    'state-dalo-in-district': basis === 'dalo_prefet' && isInDistrict,
    'work-in-fragile-residence': isFragile && isAtWork(facts),
    'priority-elsewhere': place.note !== null && !isFragile && !isInDistrict && (isFirst || facts.priority),
  };
  return EFFECTS.filter((effect) => holds[effect]);
}

function isAtWork({ homeWork, essentialWorker }: ClearHousehold): boolean {
  return homeWork || essentialWorker === true;
}
