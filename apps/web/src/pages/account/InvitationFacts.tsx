import type { components } from '../../api/schema';
import { longInstant } from '../../format/days';
import { roleTitle } from '../../format/roles';
import { ScopeCodes } from '../../parts/ScopeCodes';

type InvitationRead = components['schemas']['InvitationReadDto'];

export function InvitationFacts({ invitation }: { invitation: InvitationRead }) {
  const { kind, email, role, scope, expiresAt } = invitation;
  return (
    <>
      <p>
        {kind === 'recovery'
          ? 'Ce lien vous laisse choisir un autre mot de passe. Votre second facteur sera à mettre en place à nouveau, et vos sessions ouvertes se fermeront.'
          : 'Vous êtes invité dans Mixité, le registre des attributions de logements sociaux du territoire.'}
      </p>
      <dl className="facts">
        <dt>Adresse</dt>
        <dd>{email}</dd>
        <dt>Rôle</dt>
        <dd>{roleTitle(role)}</dd>
        <dt>Périmètre</dt>
        <dd>
          <ScopeCodes codes={scope} />
        </dd>
        <dt>Ce lien sert jusqu’au</dt>
        <dd>{longInstant(expiresAt)}</dd>
      </dl>
    </>
  );
}
