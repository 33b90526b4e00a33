import { useSyncExternalStore } from 'react';
import { queryClient } from '../api/client';
import { sessionEnd } from '../api/session-end';
import { Dialog } from '../parts/Dialog';
import { SignInForm } from './SignInForm';

/** A session that ends under a page asks for the sign-in over it: what was typed stays. */
export function SessionEnd() {
  const isOver = useSyncExternalStore(sessionEnd.subscribe, sessionEnd.isOver);
  if (!isOver) return null;
  const again = () => {
    sessionEnd.tell(false);
    void queryClient.invalidateQueries();
  };
  return (
    <Dialog title="Votre session est terminée" onClose={() => location.assign('/')}>
      <p>Connectez-vous pour continuer : ce que vous avez saisi est toujours là.</p>
      <SignInForm onEntered={again} />
    </Dialog>
  );
}
