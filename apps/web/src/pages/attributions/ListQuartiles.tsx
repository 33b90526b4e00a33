import { Link } from '@tanstack/react-router';
import type { components } from '../../api/schema';
import { count } from '../../format/numbers';
import { Quartiles, type Segment } from '../../parts/Quartiles';
import { useAddress } from '../../url/address';
import { listOf } from '../../url/search';

type AllocationPage = components['schemas']['AllocationPageDto'];
type Part = Pick<Segment, 'key' | 'letter' | 'label' | 'look'> & { readonly values: readonly string[] };

const PARTS: readonly Part[] = [
  { key: '1', letter: '1', label: '1er quartile', look: 'quartile-1', values: ['1'] },
  { key: '2', letter: '2', label: '2e', look: 'quartile-2', values: ['2'] },
  { key: '3', letter: '3', label: '3e', look: 'quartile-3', values: ['3'] },
  { key: '4', letter: '4', label: '4e', look: 'quartile-4', values: ['4'] },
  { key: 'range', letter: '2–4', label: '2e à 4e, sans plus', look: 'range', values: ['2-4', '3-4'] },
  { key: 'unknown', letter: '?', label: 'inconnu', look: 'unknown', values: ['inconnu'] },
];

/** The share of each quartile of the list, as the API counts them beside its lines; of those that the list is of, where it is of some. */
export function ListQuartiles({ total, facets = [] }: Pick<AllocationPage, 'total' | 'facets'>) {
  const { search } = useAddress();
  const asked = listOf(search, 'quartile');
  const counted = facets.find(({ filter }) => filter === 'quartile')?.values ?? [];
  const segments = PARTS.map(({ values, ...part }): Segment => {
    const shown = values.filter((value) => asked.length === 0 || asked.includes(value));
    const value = counted.reduce((sum, each) => sum + (shown.includes(each.value ?? '') ? each.count : 0), 0);
    return {
      ...part,
      value,
      counted: (
        <Link to="." search={{ ...search, cursor: undefined, quartile: shown } as never}>
          {count(value)}
        </Link>
      ),
    };
  });
  return <Quartiles total={total} segments={segments} />;
}
