import { longDay } from '../../format/days';
import { withoutCriterion, type Criterion } from '../../url/filters';
import { periodIn, periodLabel } from '../../url/period';
import { oneOf, type Search } from '../../url/search';

/** The period of the address as a criterion: it stands in two parameters, which are taken away together. */
export function periodCriterion(search: Search): readonly Criterion[] {
  const [from, to] = [oneOf(search, 'from'), oneOf(search, 'to')];
  const period = periodIn(search);
  const text = period
    ? periodLabel(period, longDay)
    : from
      ? `depuis le ${longDay(from)}`
      : to && `jusqu’au ${longDay(to)}`;
  return text ? [{ name: 'from', value: from ?? '', label: 'Période', text }] : [];
}

/** A change of the address: undefined takes a name away. */
export type Change = Readonly<Record<string, readonly string[] | undefined>>;

export function withoutOne(search: Search, criterion: Criterion): Change {
  if (criterion.name === 'from') return withoutAny([criterion]);
  const rest = withoutCriterion(search, criterion)[criterion.name];
  return { [criterion.name]: rest as readonly string[] | undefined };
}

export function withoutAny(criteria: readonly Pick<Criterion, 'name'>[]): Change {
  const names = criteria.flatMap(({ name }) => (name === 'from' ? ['from', 'to'] : [name]));
  return Object.fromEntries(names.map((name) => [name, undefined]));
}
