import { useEffect, useRef } from 'react';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { isSignedOut } from '../api/client';
import { useHead } from '../api/head';
import { useMe, type Me } from '../api/me';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { ROUTES } from '../routes';
import { useAddress } from '../url/address';
import { wrongDay } from '../url/typed-days';
import { Footer } from './Footer';
import { Header } from './Header';
import { Menu } from './Menu';
import { PastBanner } from './PastBanner';
import { SessionEnd } from './SessionEnd';
import { SignInPage } from './SignInPage';
import { WrongDayPage } from './WrongDayPage';

/** What stands around each page. Whoever is not signed in sees the way in, and the pages that are open to everybody. */
export function Shell() {
  const { data: me, error, isPending, refetch } = useMe();
  const { pathname } = useLocation();
  const main = useFocusOnNewPage(pathname);
  const isOpen = ROUTES.some((route) => route.isOpen && route.path === pathname);
  return (
    <>
      <a className="skip" href="#contenu">
        Aller au contenu
      </a>
      <Header me={me} />
      <PastBanner />
      <div className="layout">
        <div className="menu">{me && <Menu me={me} />}</div>
        <main id="contenu" ref={main} tabIndex={-1}>
          {isOpen || me ? (
            <Entered me={me} pathname={pathname} isOpen={isOpen} />
          ) : isPending ? (
            <Loading />
          ) : isSignedOut(error) ? (
            <SignInPage />
          ) : (
            <Problem error={error} retry={() => void refetch()} />
          )}
        </main>
      </div>
      <Footer />
      {me && <SessionEnd />}
    </>
  );
}

function Entered({ me, pathname, isOpen }: { me: Me | undefined; pathname: string; isOpen: boolean }) {
  const isDue = me?.secondFactorDue ?? false;
  const mayRead = !isDue && (me?.rights.includes('read-figures') ?? false);
  // Which year a page begins with depends on the days that have leases.
  const { isLoading } = useHead(mayRead);
  const wrong = wrongDay(useAddress().search);
  if (wrong) return <WrongDayPage {...wrong} />;
  if (isLoading) return <Loading />;
  if (!isDue || isOpen || pathname === '/compte') return <Outlet />;
  return (
    <Page title="Second facteur à mettre en place">
      <div className="message warning">
        <p>
          Votre rôle demande un second facteur. <Link to={'/compte' as never}>Mettre en place le second facteur</Link> :
          jusque-là, rien d’autre ne s’ouvre.
        </p>
      </div>
    </Page>
  );
}

/** After a change of page the focus goes to its content, as it would after a load. */
function useFocusOnNewPage(pathname: string) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current !== pathname) main.current?.focus({ preventScroll: true });
    before.current = pathname;
  }, [pathname]);
  return main;
}
