import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, signOut } from '../api/client';
import { isInvented, ROLE_NAMES, type Me } from '../api/me';
import { Panel } from '../parts/Panel';
import { Problem } from '../parts/Problem';
import { ROUTES } from '../routes';
import { DemoRoles } from './DemoRoles';

/** Who is here, under which role, and the other roles of the same person. One role acts at a time. */
export function AccountPanel({ me }: { me: Me }) {
  const [error, setError] = useState<unknown>();
  const others = me.roles.filter(({ role, scope }) => !isSame({ role, scope }, me.acting));
  const actAs = async (role: Me['acting']) => {
    try {
      await api.PUT('/api/session/role', { body: role as never });
      // Another role reads other things: nothing of the one before stays on the page.
      location.reload();
    } catch (refusal) {
      setError(refusal);
    }
  };
  const pages = ROUTES.filter(({ place, right }) => place === 'account' && (!right || me.rights.includes(right)));
  return (
    <Panel label={labelOf(me)}>
      <p>
        <strong>{me.name ?? me.email ?? 'Sans compte'}</strong>
        <br />
        Agit comme : {nameOf(me.acting.role)}
        {me.body ? `, ${me.body}` : ''}
      </p>
      {others.length > 0 && (
        <>
          <p>Agir sous un autre de mes rôles :</p>
          <div className="actions">
            {others.map((role) => (
              <button
                type="button"
                className="button"
                key={role.role + role.scope.join()}
                onClick={() => void actAs({ role: role.role, scope: role.scope })}
              >
                {nameOf(role.role)} {role.scope.join(', ')}
              </button>
            ))}
          </div>
        </>
      )}
      {error !== undefined && <Problem error={error} />}
      {isInvented(me) && <DemoRoles />}
      <ul>
        {pages.map(({ path, title }) => (
          <li key={path}>
            <Link to={path as never}>{title}</Link>
          </li>
        ))}
      </ul>
      <button type="button" className="button" onClick={() => void signOut().catch(setError)}>
        Se déconnecter
      </button>
    </Panel>
  );
}

/** The person and the role; the persons of the demonstration are called as their roles. */
function labelOf(me: Me): string {
  if (me.name === null) return nameOf(me.acting.role);
  return isInvented(me) ? me.name : `${me.name}, ${nameOf(me.acting.role)}`;
}

const nameOf = (role: string): string => ROLE_NAMES[role] ?? role;

const isSame = (one: Me['acting'], other: Me['acting']): boolean =>
  one.role === other.role && one.scope.join() === other.scope.join();
