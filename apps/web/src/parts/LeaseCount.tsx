import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useMay } from '../api/me';
import { count } from '../format/numbers';
import { parseSearch } from '../url/search';

interface LeaseCountProps {
  readonly value: number | null;
  /** The query of `/attributions` that shows exactly these leases; undefined where no list does. */
  readonly query?: string | undefined;
  /** Whether this reader may not see the count. */
  readonly masked?: boolean | undefined;
  /** The count in other words: « 12 sur 40 ». */
  readonly children?: ReactNode;
}

/** A count of leases: a link to them, for who may read lists. */
export function LeaseCount({ value, query, masked, children = count(value) }: LeaseCountProps) {
  const mayRead = useMay('read-list');
  if (masked) return <>masqué</>;
  if (value === null || query === undefined || !mayRead) return <>{children}</>;
  return (
    <Link to={'/attributions' as never} search={parseSearch(query) as never}>
      {children}
    </Link>
  );
}
