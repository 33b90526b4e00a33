import { LEAST_SHOWN, suppressed, type Sum } from '#compliance';
import type { CountedPlace, QpvCounts } from '../figures/qpv-counts';
import type { QpvStep } from '../projections/model';

type Masked<Counts> = {
  readonly [Part in keyof Counts]: Counts[Part] extends number
    ? number | null
    : Counts[Part] extends readonly (infer Item)[]
      ? readonly Masked<Item>[]
      : Counts[Part];
};

/** Counts of which each may be masked, and then is null. `masked` is present where one is. */
export type ShownQpvCounts = Masked<QpvCounts> & { readonly masked?: true };
export type ShownPlace = ShownQpvCounts & Pick<CountedPlace, 'id'>;

interface Counted<Counts, Place> {
  readonly total: Counts;
  readonly communes: readonly Place[];
  readonly districts: readonly Place[];
}

const PARTS = ['proposals', 'endorsements', 'deferrals'] as const;
type Part = (typeof PARTS)[number];

/**
 * The figures with every small count masked, and others so that neither a commune nor the whole gives one back. Motives are told of the whole only:
 * motives of places would give too much back.
 */
export function maskedQpvFigures(
  counted: Counted<QpvCounts, CountedPlace>,
  steps: readonly QpvStep[],
): Counted<ShownQpvCounts, ShownPlace> {
  const { total, communes, districts } = counted;
  const places: readonly QpvCounts[] = [total, ...communes, ...districts];
  const hidden = new Map(PARTS.map((part) => [part, hiddenIn(part, counted, places, steps)]));
  const motives = hiddenMotives(total, hidden.get('deferrals')!.has(total));
  const shown = (place: QpvCounts, told: ShownQpvCounts['motives']): ShownQpvCounts => {
    const count = (part: Part): number | null => (hidden.get(part)!.has(place) ? null : place[part]);
    const [proposals, endorsements, deferrals] = [count('proposals'), count('endorsements'), count('deferrals')];
    const all = [proposals, endorsements, deferrals, ...told.map((one) => one.count)];
    return { proposals, endorsements, deferrals, motives: told, ...(all.includes(null) && { masked: true }) };
  };
  const untold = (place: CountedPlace): ShownPlace => {
    const none = place.motives.map(({ motive }) => ({ motive, count: null }));
    return { id: place.id, ...shown(place, none) };
  };
  return { total: shown(total, motives), communes: communes.map(untold), districts: districts.map(untold) };
}

/** The places of which the count is masked. */
function hiddenIn(
  part: Part,
  { total, communes, districts }: Counted<QpvCounts, CountedPlace>,
  places: readonly QpvCounts[],
  steps: readonly QpvStep[],
): ReadonlySet<QpvCounts> {
  const counts = places.map((place) => place[part]);
  const at = (place: QpvCounts): number => places.indexOf(place);
  const sum = (parts: readonly QpvCounts[], whole: QpvCounts): Sum => {
    const cells = parts.map(at);
    // A step in two districts counts in both: such districts are more than their commune, and their sum gives nothing back exactly.
    const isExact = parts.reduce((all, place) => all + place[part], 0) === whole[part];
    return isExact ? { parts: cells, total: at(whole) } : { parts: cells };
  };
  const districtsOf = (commune: string): readonly CountedPlace[] => {
    const ids = new Set(steps.filter((step) => step.commune === commune).flatMap((step) => step.districts));
    return districts.filter(({ id }) => ids.has(id));
  };
  const sums = [
    sum(communes, total),
    sum(districts, total),
    ...communes.map((commune) => sum(districtsOf(commune.id), commune)),
  ];
  const masked = suppressed(counts, sums);
  return new Set(places.filter((place, index) => masked.has(index) || place[part] < LEAST_SHOWN));
}

function hiddenMotives({ motives, deferrals }: QpvCounts, isTotalHidden: boolean): ShownQpvCounts['motives'] {
  const counts = [...motives.map(({ count }) => count), deferrals];
  const parts = motives.map((_, at) => at);
  const masked = suppressed(counts, [{ parts, total: motives.length }], isTotalHidden ? [motives.length] : []);
  return motives.map(({ motive, count }, index) => ({
    motive,
    count: masked.has(index) || count < LEAST_SHOWN ? null : count,
  }));
}
