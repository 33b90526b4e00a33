import { Link } from '@tanstack/react-router';
import { Page } from '../parts/Page';

export function NotFound() {
  return (
    <Page title="Page inconnue">
      <p>
        Cette adresse ne mène à aucune page. Le <Link to={'/plan-du-site' as never}>plan du site</Link> les montre
        toutes.
      </p>
    </Page>
  );
}
