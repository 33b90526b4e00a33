import { useState } from 'react';
import { api } from '../../api/client';
import { Field } from '../../parts/Field';
import { PasswordField } from '../../parts/PasswordField';
import { Problem } from '../../parts/Problem';
import { useCommand } from '../../parts/use-command';

interface AcceptanceFormProps {
  readonly code: string;
  readonly isRecovery: boolean;
  readonly onAccepted: () => void;
}

/** A name, the first time, and a password. What makes a password good, the API says. */
export function AcceptanceForm({ code, isRecovery, onAccepted }: AcceptanceFormProps) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const command = useCommand();
  const accept = async () => {
    const body = { code, password, ...(isRecovery ? {} : { name }) };
    if (await command.send(() => api.POST('/api/invitations/acceptance', { body }))) onAccepted();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void accept();
      }}
    >
      {command.error !== undefined && <Problem error={command.error} />}
      {!isRecovery && (
        <Field
          label="Votre nom"
          hint="Prénom et nom, comme vos collègues les liront"
          autoComplete="name"
          required
          value={name}
          onChange={setName}
        />
      )}
      <PasswordField label="Mot de passe" kind="new" value={password} onChange={setPassword} />
      <button type="submit" className="button main" disabled={command.isSent}>
        {isRecovery ? 'Enregistrer ce mot de passe' : 'Accepter l’invitation'}
      </button>
    </form>
  );
}
