import { Link } from '@tanstack/react-router';
import { ROUTES } from '../routes';
import { VERSION } from '../version';
import { ReportProblem } from './ReportProblem';

export function Footer() {
  return (
    <footer className="footer">
      {ROUTES.filter(({ place }) => place === 'footer').map(({ path, title }) => (
        <Link key={path} to={path as never}>
          {title}
        </Link>
      ))}
      <span>Version {VERSION}</span>
      <ReportProblem />
    </footer>
  );
}
