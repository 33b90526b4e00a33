import { useAddress } from './address';
import { oneOf } from './search';

/** The order of a table that the page itself sorts, kept in its address under the page's own name `tri`. */
export function useOrder(): { readonly order: string | undefined; readonly onOrder: (order: string) => void } {
  const { search, change } = useAddress();
  return { order: oneOf(search, 'tri'), onOrder: (tri) => change({ tri }) };
}
