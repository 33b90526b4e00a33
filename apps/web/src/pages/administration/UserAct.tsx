import { useState } from 'react';
import { api } from '../../api/client';
import { roleTitle } from '../../format/roles';
import { useAskedAgain } from '../../parts/AskedAgain';
import { Dialog } from '../../parts/Dialog';
import { Problem } from '../../parts/Problem';
import { useCommand } from '../../parts/use-command';
import { nameOf, type User } from './user';

export type ActName = 'recovery' | 'revocation' | 'disabling';

interface UserActProps {
  readonly act: ActName;
  readonly user: User;
  readonly onDone: (link?: string | null, email?: string) => Promise<void>;
  readonly onClose: () => void;
}

const WORDS: Readonly<Record<ActName, { readonly title: string; readonly effect: string; readonly button: string }>> = {
  recovery: {
    title: 'Donner un lien pour revenir',
    effect:
      'Ce lien laisse choisir un autre mot de passe et un autre second facteur. Il sert une fois, pendant 72 heures. Il annule les liens d’avant.',
    button: 'Faire le lien',
  },
  revocation: {
    title: 'Retirer un rôle',
    effect: 'Le rôle n’ouvre plus rien dès la demande suivante, sessions ouvertes comprises. L’histoire le garde.',
    button: 'Retirer ce rôle',
  },
  disabling: {
    title: 'Fermer le compte',
    effect:
      'La personne n’entre plus, et ses sessions se ferment aussitôt. Ce qu’elle a enregistré reste. Une invitation peut rouvrir le compte.',
    button: 'Fermer ce compte',
  },
};

const EVERY_ROLE = '';

/** What an act does, to whom; then it is done. The API asks for the code or the password again. */
export function UserAct({ act, user, onDone, onClose }: UserActProps) {
  const [role, setRole] = useState(user.roles[0]?.role ?? EVERY_ROLE);
  const command = useCommand();
  const askedAgain = useAskedAgain();
  const { title, effect, button } = WORDS[act];
  const email = user.email!;
  const confirm = () =>
    command.send(async () => {
      if (act === 'recovery') {
        const { data } = await askedAgain.send((proof) =>
          api.POST('/api/users/recovery', { body: { email, ...proof } }),
        );
        return onDone(data!.link, email);
      }
      if (act === 'disabling')
        await askedAgain.send((proof) => api.POST('/api/users/disabling', { body: { email, ...proof } }));
      else {
        const body = { email, ...(role !== EVERY_ROLE && { role: role as never }) };
        await askedAgain.send((proof) => api.POST('/api/users/revocation', { body: { ...body, ...proof } }));
      }
      return onDone();
    });
  return (
    <Dialog title={`${title} : ${nameOf(user)}`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        <p>{effect}</p>
        {command.error !== undefined && <Problem error={command.error} />}
        {act === 'revocation' && <RoleChoice user={user} role={role} onChoose={setRole} />}
        <div className="actions">
          <button type="submit" className="button main" disabled={command.isSent}>
            {button}
          </button>
          <button type="button" className="button" onClick={onClose}>
            Annuler
          </button>
        </div>
      </form>
      {askedAgain.dialog}
    </Dialog>
  );
}

/** The API takes a role away with all its scopes. */
function RoleChoice({ user, role, onChoose }: { user: User; role: string; onChoose: (role: string) => void }) {
  const roles = [...new Set(user.roles.map((held) => held.role))];
  return (
    <p className="field">
      <label htmlFor="revoked-role">Rôle</label>
      <select id="revoked-role" value={role} onChange={(event) => onChoose(event.target.value)}>
        {roles.map((one) => (
          <option key={one} value={one}>
            {roleTitle(one)}
          </option>
        ))}
        {roles.length > 1 && <option value={EVERY_ROLE}>Tous ses rôles</option>}
      </select>
    </p>
  );
}
