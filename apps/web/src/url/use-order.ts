import { useAddress } from './address';
import { oneOf } from './search';

/**
 * The order of a table that the page itself sorts, kept in its address.
 * @param name the page's own name for it, where a page has several
 */
export function useOrder(name = 'tri'): {
  readonly order: string | undefined;
  readonly onOrder: (order: string) => void;
} {
  const { search, change } = useAddress();
  return { order: oneOf(search, name), onOrder: (order) => change({ [name]: order }) };
}
