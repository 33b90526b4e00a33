import { Link } from '@tanstack/react-router';
import type { Me } from '../api/me';
import { ROUTES } from '../routes';

/** The left column; under 768 px a disclosure at the top. A page without the right is not there. */
export function Menu({ me }: { me: Me }) {
  const entries = ROUTES.filter(({ place, right }) => place === 'menu' && (!right || me.rights.includes(right)));
  return (
    <nav aria-label="Menu">
      <details open={window.innerWidth > 768}>
        <summary>Menu</summary>
        <ul>
          {entries.map(({ path, title }) => (
            <li key={path}>
              <Link to={path as never} activeProps={{ className: 'is-current' }}>
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
