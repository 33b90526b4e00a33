import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../api/client';
import { count } from '../../format/numbers';
import { Quartiles, type Segment } from '../../parts/Quartiles';
import { useAddress } from '../../url/address';
import { listQuery, type AllocationQuery } from '../../url/allocation-list';
import { listOf } from '../../url/search';

type Part = Pick<Segment, 'key' | 'letter' | 'label' | 'look'> & { readonly values: readonly string[] };

const PARTS: readonly Part[] = [
  { key: '1', letter: '1', label: '1er quartile', look: 'quartile-1', values: ['1'] },
  { key: '2', letter: '2', label: '2e', look: 'quartile-2', values: ['2'] },
  { key: '3', letter: '3', label: '3e', look: 'quartile-3', values: ['3'] },
  { key: '4', letter: '4', label: '4e', look: 'quartile-4', values: ['4'] },
  { key: 'range', letter: '2–4', label: '2e à 4e, sans plus', look: 'range', values: ['2-4', '3-4'] },
  { key: 'unknown', letter: '?', label: 'inconnu', look: 'unknown', values: ['inconnu'] },
];

/** The share of each quartile of the list: the API counts the same list once for each. */
export function ListQuartiles({ total }: { total: number }) {
  const { search } = useAddress();
  const asked = listOf(search, 'quartile');
  const parts = PARTS.map((part) => ({
    ...part,
    values: part.values.filter((value) => asked.length === 0 || asked.includes(value)),
  })).filter(({ values }) => values.length > 0);
  const totals = useQueries({
    queries: parts.map(({ values }) =>
      queries.queryOptions('get', '/api/allocations', {
        params: { query: { ...listQuery(search), quartile: values, limit: 1 } as unknown as AllocationQuery },
      }),
    ),
  });
  const counts = totals.map(({ data }) => data?.total);
  if (counts.some((each) => each === undefined) || total === 0) return <div className="quartiles-place" />;
  return (
    <Quartiles
      total={total}
      segments={parts.map(({ values, ...part }, index) => ({
        ...part,
        value: counts[index]!,
        counted: (
          <Link to="." search={{ ...search, cursor: undefined, quartile: values } as never}>
            {count(counts[index])}
          </Link>
        ),
      }))}
    />
  );
}
