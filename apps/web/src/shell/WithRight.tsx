import type { ReactNode } from 'react';
import { ROLE_NAMES, useMe } from '../api/me';
import { Page } from '../parts/Page';

interface WithRightProps {
  readonly title: string;
  readonly right: string | undefined;
  readonly children: ReactNode;
}

/** In place of a page whose right the acting role lacks: what the page is, and who to ask. The API refuses all the same. */
export function WithRight({ title, right, children }: WithRightProps) {
  const { data: me } = useMe();
  if (right === undefined || me === undefined || me.rights.includes(right)) return children;
  const role = ROLE_NAMES[me.acting.role] ?? me.acting.role;
  return (
    <Page title={title}>
      <p className="message">
        Cette page demande un droit que votre rôle ({role}) n’a pas. La personne qui gère les accès de votre organisme
        peut vous donner un autre rôle.
      </p>
    </Page>
  );
}
