import { useLocation } from '@tanstack/react-router';
import type { Search } from '../../url/search';

/** In the history of the browser: the list that a lease was opened from. */
interface ListState {
  readonly list?: Search;
}

/** What a link to a lease carries along, so that the way back leads to the same list. */
export const fromList = (list: Search): ListState => ({ list });

/** The query of the list that the lease was opened from; none where it was opened by its address. */
export function useListBefore(): Search {
  const { state } = useLocation();
  return (state as ListState).list ?? {};
}
