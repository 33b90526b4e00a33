import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { queries } from '../../api/client';
import { useMe, type Me } from '../../api/me';
import { Answer } from '../../parts/Answer';
import { Dialog } from '../../parts/Dialog';
import { Page } from '../../parts/Page';
import { PresentOnly } from '../../parts/PresentOnly';
import { WhatIMayDo } from '../../parts/WhatIMayDo';
import { useAsOf } from '../../url/as-of';
import { InviteForm } from './InviteForm';
import { LinkOnce } from './LinkOnce';
import { UsersTable } from './UsersTable';
import { UserAct, type ActName } from './UserAct';
import type { User } from './user';

/** What is open over the list: the invitation, an act on one person, or a link that is shown once. */
type Over =
  | { readonly kind: 'invite'; readonly user?: User }
  | { readonly kind: 'act'; readonly act: ActName; readonly user: User }
  | { readonly kind: 'link'; readonly link: string | null; readonly email: string };

/** « Utilisateurs »: who comes in, under which role, and until when. */
export default function Users() {
  const { data: me } = useMe();
  const asked = queries.useQuery('get', '/api/users');
  const isPast = useAsOf() !== undefined;
  const [over, setOver] = useState<Over>();
  const done = async (link?: string | null, email = '') => {
    setOver(link === undefined ? undefined : { kind: 'link', link, email });
    await asked.refetch();
  };
  return (
    <Page title="Utilisateurs">
      <PresentOnly>
        <div className="actions">
          <button
            type="button"
            className="button main"
            aria-haspopup="dialog"
            onClick={() => setOver({ kind: 'invite' })}
          >
            Inviter une personne
          </button>
          <Link className="button" to={'/administration/droits' as never}>
            Voir les droits
          </Link>
        </div>
      </PresentOnly>
      {isPast && <p className="note">Les personnes de cette liste sont celles d’aujourd’hui.</p>}
      <WhatIMayDo rights={['manage-users', 'manage-tokens']} />
      <Answer asked={asked}>
        {({ users }) =>
          users.length === 0 ? (
            <p>Personne n’a encore de compte ici. Invitez la première personne.</p>
          ) : (
            <UsersTable
              users={users}
              myself={me?.user}
              canAct={!isPast}
              onGrant={(user) => setOver({ kind: 'invite', user })}
              onAct={(act, user) => setOver({ kind: 'act', act, user })}
            />
          )
        }
      </Answer>
      {over && me && <OverTheList over={over} me={me} onDone={done} onClose={() => setOver(undefined)} />}
    </Page>
  );
}

interface OverTheListProps {
  readonly over: Over;
  readonly me: Me;
  /** The link that was made, null where none was needed; undefined where the act makes none. */
  readonly onDone: (link?: string | null, email?: string) => Promise<void>;
  readonly onClose: () => void;
}

function OverTheList({ over, me, onDone, onClose }: OverTheListProps) {
  switch (over.kind) {
    case 'invite':
      return (
        <Dialog title={over.user ? 'Donner un autre rôle' : 'Inviter une personne'} onClose={onClose}>
          <InviteForm me={me} user={over.user} onInvited={onDone} onClose={onClose} />
        </Dialog>
      );
    case 'act':
      return <UserAct act={over.act} user={over.user} onDone={onDone} onClose={onClose} />;
    case 'link':
      return <LinkOnce link={over.link} email={over.email} onClose={onClose} />;
  }
}
