import { Page } from './Page';
import { Problem } from './Problem';

/** In place of a page that could not be shown. */
export function PageError({ error, retry }: { error: unknown; retry?: () => void }) {
  return (
    <Page title="Cette page ne peut pas s’afficher">
      <Problem error={error} retry={retry} />
    </Page>
  );
}
