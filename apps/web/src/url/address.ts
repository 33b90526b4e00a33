import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Search } from './search';

/** The query of the page: what it says, and how to change a part of it. The address is the state of the page. */
export function useAddress(): {
  readonly search: Search;
  /**
   * An undefined value takes the name away. Nothing else of the address changes, but for `cursor`, which belongs to the list that stood
   * there.
   */
  readonly change: (changes: Readonly<Record<string, string | readonly string[] | undefined>>) => void;
} {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  return {
    search,
    change: (changes) => {
      void navigate({ to: '.', search: { ...search, cursor: undefined, ...changes } as never, resetScroll: false });
    },
  };
}
