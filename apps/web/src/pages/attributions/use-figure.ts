import { queries } from '../../api/client';
import { useAddress } from '../../url/address';
import { listQuery } from '../../url/allocation-list';
import { oneOf } from '../../url/search';

/** The figure whose leases the list shows. */
export interface ListedFigure {
  readonly name: string;
  /** What it counts, among what. */
  readonly definition: string;
  readonly part: 'numerateur' | 'denominateur';
}

const LINE = /^Chiffre : (?<name>.*) \([A-Z0-9_]+\), ce que compte son (?:num|dénom)[^.]*\. (?<definition>.*)$/m;

/** The figure in words, as the API tells it in what goes with the file of the list; undefined where the list is of no figure. */
export function useListedFigure(): ListedFigure | undefined {
  const { search } = useAddress();
  const code = oneOf(search, 'figure');
  const part = oneOf(search, 'part') === 'denominateur' ? 'denominateur' : 'numerateur';
  const { data } = queries.useQuery(
    'get',
    '/api/allocations/export',
    { params: { query: { ...listQuery(search), format: 'criteria' } as never }, parseAs: 'text' },
    { enabled: code !== undefined },
  );
  if (code === undefined) return undefined;
  const { name = code, definition = '' } = LINE.exec((data as string | undefined) ?? '')?.groups ?? {};
  return { name, definition, part };
}
