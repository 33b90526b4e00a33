import { queries } from '../../api/client';
import { useIsCut } from '../../api/me';
import { problemOf } from '../../api/problem';
import type { CountedFigure } from './entity-rows';
import { useReportQuery } from './report-query';

/**
 * A few figures of each entity of one kind. Who may not read that kind has none of them: the objectives of their own entities are shown
 * all the same.
 */
export function useCounted(scope: 'epci' | 'bailleur' | 'commune', figures: readonly string[]) {
  const { query } = useReportQuery();
  // The whole territory is asked only by who reads it whole: nobody's console tells a refusal that was foreseen.
  const isForeseen = useIsCut() && scope === 'epci';
  const asked = queries.useQuery(
    'get',
    '/api/compliance',
    { params: { query: { ...query, scope, figure: [...figures] } } },
    { enabled: !isForeseen },
  );
  const isOutside = isForeseen || (asked.error !== null && problemOf(asked.error).code === 'scope-not-allowed');
  const none: readonly CountedFigure[] = [];
  return { ...asked, data: isOutside ? none : asked.data?.figures, error: isOutside ? null : asked.error };
}
