import { queries } from '../../api/client';
import { isInvented, type Me } from '../../api/me';
import { Answer } from '../../parts/Answer';
import { Page } from '../../parts/Page';
import { PresentOnly } from '../../parts/PresentOnly';
import { WhatIMayDo } from '../../parts/WhatIMayDo';
import { Identity } from './Identity';
import { PasswordSection } from './PasswordSection';
import { SecondFactorSection } from './SecondFactorSection';
import { SessionsSection } from './SessionsSection';

/** « Mon compte »: who I am, what I may, and what keeps my account mine. */
export default function Account() {
  const asked = queries.useQuery('get', '/api/me');
  return (
    <Page title="Mon compte">
      <Answer asked={asked}>
        {(me) => (
          <>
            {me.secondFactorDue && (
              <div className="message warning">
                <p>
                  Votre rôle ouvre des noms, ou administre : mettez en place le second facteur ci-dessous. Jusque-là,
                  rien d’autre ne s’ouvre.
                </p>
              </div>
            )}
            <Identity me={me} />
            <WhatIMayDo />
            {me.email === null ? <Token /> : <Secrets me={me} />}
          </>
        )}
      </Answer>
    </Page>
  );
}

function Token() {
  return (
    <p>
      Vous êtes entré par un jeton : il n’a ni mot de passe ni session. Un compte s’ouvre par l’invitation de qui gère
      les accès de votre organisme.
    </p>
  );
}

function Secrets({ me }: { me: Me }) {
  if (isInvented(me))
    return (
      <>
        <p>Cette personne est inventée pour la démonstration : elle n’a ni mot de passe ni second facteur.</p>
        <SessionsSection />
      </>
    );
  return (
    <PresentOnly>
      <SecondFactorSection me={me} />
      <PasswordSection />
      <SessionsSection />
    </PresentOnly>
  );
}
