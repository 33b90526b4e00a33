import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAddress } from '../../url/address';

/** The way to the page of one objective, for the same days. */
export function ObjectiveLink({ code, children }: { code: string; children: ReactNode }) {
  const { from, to, on } = useAddress().search;
  return (
    <Link
      to={'/convention/objectifs/$code' as never}
      params={{ code } as never}
      search={{ ...(from && { from }), ...(to && { to }), ...(on && { on }) } as never}
    >
      {children}
    </Link>
  );
}
