import { Link } from '@tanstack/react-router';
import { useMe } from '../../api/me';
import { Loading } from '../../parts/Loading';
import { Page } from '../../parts/Page';
import { ROUTES } from '../../routes';

const isAddress = (path: string): boolean => !path.includes('$');

export default function SiteMap() {
  const { data: me, isPending } = useMe();
  const pages = ROUTES.filter(({ path, right, isOpen }) => {
    if (!isAddress(path)) return false;
    return isOpen || (me !== undefined && (!right || me.rights.includes(right)));
  });
  return (
    <Page title="Plan du site">
      {isPending ? (
        <Loading />
      ) : (
        <ul>
          {pages.map(({ path, title }) => (
            <li key={path}>
              <Link to={path as never}>{title}</Link>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
