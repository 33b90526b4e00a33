import { useState } from 'react';
import { api } from '../../api/client';
import { ROLE_NAMES, type Me } from '../../api/me';
import { shortDay, typedDay } from '../../format/days';
import { roleTitle, SCOPE_KINDS } from '../../format/roles';
import { useAskedAgain } from '../../parts/AskedAgain';
import { Field } from '../../parts/Field';
import { Problem } from '../../parts/Problem';
import { useCommand } from '../../parts/use-command';
import { ScopeChoice } from './ScopeChoice';
import type { User } from './user';

interface InviteFormProps {
  readonly me: Me;
  /** Who gets another role; undefined: somebody new. */
  readonly user?: User | undefined;
  readonly onInvited: (link: string | null, email: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Whom one invites, to which role, where and until when. A manager invites to their own role only. */
export function InviteForm({ me, user, onInvited, onClose }: InviteFormProps) {
  const isAdministrator = me.acting.role === 'administrateur';
  const roles = isAdministrator ? Object.keys(ROLE_NAMES) : [me.acting.role];
  const [email, setEmail] = useState(user?.email ?? '');
  const [name, setName] = useState(user?.name ?? '');
  // Who did not use a link yet is invited again to the same role.
  const before = user?.status === 'invited' ? user.roles[0] : undefined;
  const [role, setRole] = useState<string>(before?.role ?? (isAdministrator ? 'agent_epci' : me.acting.role));
  const [scope, setScope] = useState<readonly string[]>(before?.scope ?? []);
  const [untilText, setUntilText] = useState(before?.until ? shortDay(before.until) : '');
  const [manager, setManager] = useState(before?.manager ?? false);
  const [isAsked, setAsked] = useState(false);
  const command = useCommand();
  const askedAgain = useAskedAgain();
  const until = untilText === '' ? undefined : typedDay(untilText);
  const isBadDay = untilText !== '' && until === undefined;
  const invite = () =>
    command.send(async () => {
      const body = { email, role: role as never, scope: [...scope], name: name || undefined, until, manager };
      const { data } = await askedAgain.send((proof) => api.POST('/api/invitations', { body: { ...body, ...proof } }));
      await onInvited(data!.link, email);
    });
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!isBadDay) void invite();
        }}
      >
        {command.error !== undefined && <Problem error={command.error} />}
        <Field
          label="Adresse électronique"
          type="email"
          autoComplete="off"
          required
          readOnly={user !== undefined}
          value={email}
          onChange={setEmail}
        />
        {user === undefined && (
          <Field
            label="Nom"
            hint="La personne peut l’écrire elle-même"
            autoComplete="off"
            value={name}
            onChange={setName}
          />
        )}
        <RoleChoice
          roles={roles}
          role={role}
          onChoose={(chosen) => {
            setRole(chosen);
            setScope([]);
          }}
        />
        {SCOPE_KINDS[role] && <ScopeChoice me={me} role={role} chosen={scope} onChoose={setScope} />}
        <Field
          label="Dernier jour du rôle"
          hint="JJ/MM/AAAA ; sans lui, le rôle n’a pas de fin"
          value={untilText}
          onChange={setUntilText}
          fault={isAsked && isBadDay ? `« ${untilText} » n’est pas un jour : JJ/MM/AAAA est attendu` : undefined}
        />
        {isAdministrator && role !== 'administrateur' && (
          <p className="check">
            <input
              id="is-manager"
              type="checkbox"
              checked={manager}
              onChange={(event) => setManager(event.target.checked)}
            />
            <label htmlFor="is-manager">
              Gestionnaire : invite des personnes du même rôle, sans périmètre plus large
            </label>
          </p>
        )}
        <div className="actions">
          <button type="submit" className="button main" disabled={command.isSent}>
            {user?.status === 'active' ? 'Donner ce rôle' : 'Inviter cette personne'}
          </button>
          <button type="button" className="button" onClick={onClose}>
            Annuler
          </button>
        </div>
      </form>
      {askedAgain.dialog}
    </>
  );
}

function RoleChoice(given: { roles: readonly string[]; role: string; onChoose: (role: string) => void }) {
  const { roles, role, onChoose } = given;
  return (
    <p className="field">
      <label htmlFor="given-role">Rôle</label>
      <select id="given-role" value={role} onChange={(event) => onChoose(event.target.value)}>
        {roles.map((one) => (
          <option key={one} value={one}>
            {roleTitle(one)}
          </option>
        ))}
      </select>
    </p>
  );
}
