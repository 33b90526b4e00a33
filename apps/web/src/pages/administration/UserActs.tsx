import type { ActName } from './UserAct';
import { nameOf, type User } from './user';

interface UserActsProps {
  readonly user: User;
  readonly onGrant: (user: User) => void;
  readonly onAct: (act: ActName, user: User) => void;
}

/** What can be done of one person. The API says what of it is refused, and why. */
export function UserActs({ user, onGrant, onAct }: UserActsProps) {
  const { status, roles } = user;
  return (
    <div className="row-acts">
      <ActButton user={user} label={GRANT[status] ?? ''} onClick={() => onGrant(user)} />
      {status === 'active' && (
        <ActButton user={user} label="Lien pour revenir" onClick={() => onAct('recovery', user)} />
      )}
      {roles.length > 0 && <ActButton user={user} label="Retirer un rôle" onClick={() => onAct('revocation', user)} />}
      {status !== 'disabled' && (
        <ActButton user={user} label="Fermer le compte" onClick={() => onAct('disabling', user)} />
      )}
    </div>
  );
}

const GRANT: Readonly<Record<string, string>> = {
  invited: 'Inviter à nouveau',
  active: 'Donner un rôle',
  disabled: 'Inviter à nouveau',
};

/** By ear, each button says of whom it is. */
function ActButton({ user, label, onClick }: { user: User; label: string; onClick: () => void }) {
  return (
    <button type="button" className="button plain" aria-haspopup="dialog" onClick={onClick}>
      {label}
      <span className="by-ear"> : {nameOf(user)}</span>
    </button>
  );
}
