import { useState, useSyncExternalStore } from 'react';
import { queries } from '../../api/client';
import { invitationCode } from '../../api/invitation-code';
import { Answer } from '../../parts/Answer';
import { Page } from '../../parts/Page';
import { SignInForm } from '../../shell/SignInForm';
import { AcceptanceForm } from './AcceptanceForm';
import { InvitationFacts } from './InvitationFacts';

/** « Invitation »: what a link opens, and the choice of a password. A link to come back in is shown here too. */
export default function Invitation() {
  const code = useSyncExternalStore(invitationCode.subscribe, invitationCode.current);
  if (code === undefined)
    return (
      <Page title="Invitation">
        <p>Ouvrez le lien que vous avez reçu. Il sert une fois ; cette page n’en garde rien.</p>
      </Page>
    );
  return <Opened key={code} code={code} />;
}

function Opened({ code }: { code: string }) {
  const asked = queries.useQuery('post', '/api/invitations/reading', { body: { code } });
  const [isAccepted, setAccepted] = useState(false);
  const isRecovery = asked.data?.kind === 'recovery';
  if (isAccepted)
    return (
      <Page title="Invitation">
        <div className="message done" role="status">
          <p>Votre mot de passe est enregistré. Connectez-vous avec lui.</p>
        </div>
        <SignInForm email={asked.data?.email} onEntered={() => location.assign('/')} />
      </Page>
    );
  return (
    <Page title={isRecovery ? 'Choisir un autre mot de passe' : 'Invitation'}>
      <Answer asked={asked}>
        {(invitation) => (
          <>
            <InvitationFacts invitation={invitation} />
            <AcceptanceForm code={code} isRecovery={isRecovery} onAccepted={() => setAccepted(true)} />
          </>
        )}
      </Answer>
    </Page>
  );
}
