import { Link } from '@tanstack/react-router';
import type { Me } from '../api/me';
import { AccountPanel } from './AccountPanel';
import { AsOfPanel } from './AsOfPanel';
import { Freshness } from './Freshness';

export function Header({ me }: { me: Me | undefined }) {
  return (
    <header className="header">
      <Link to="/" className="brand">
        Mixité{me?.territory ? ` · ${me.territory}` : ''}
      </Link>
      <span className="space" />
      {me?.rights.includes('read-figures') && <Freshness />}
      {me && <AsOfPanel />}
      {me && <AccountPanel me={me} />}
    </header>
  );
}
