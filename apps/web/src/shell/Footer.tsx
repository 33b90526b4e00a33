import { Link } from '@tanstack/react-router';
import { ROUTES } from '../routes';

export function Footer() {
  return (
    <footer className="footer">
      {ROUTES.filter(({ place }) => place === 'footer').map(({ path, title }) => (
        <Link key={path} to={path as never}>
          {title}
        </Link>
      ))}
    </footer>
  );
}
