import { Link } from '@tanstack/react-router';
import type { Me } from '../api/me';
import { useTerritoryName } from '../api/territory';
import { AccountPanel } from './AccountPanel';
import { AsOfPanel } from './AsOfPanel';

export function Header({ me }: { me: Me | undefined }) {
  const territory = useTerritoryName();
  return (
    <header className="header">
      <Link to="/" className="brand">
        Mixité{territory ? ` · ${territory}` : ''}
      </Link>
      <span className="space" />
      {me && <AsOfPanel />}
      {me && <AccountPanel me={me} />}
    </header>
  );
}
