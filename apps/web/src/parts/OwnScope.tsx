import { useMe } from '../api/me';

/** Figures that the scope cuts say so, and nothing of what lies outside. */
export function OwnScope() {
  const { data: me } = useMe();
  if (!me || me.acting.scope.length === 0) return null;
  return (
    <p className="note">
      Vous lisez ce qui est de votre périmètre : {me.body ?? <span translate="no">{me.acting.scope.join(', ')}</span>}.
    </p>
  );
}
