import { useState } from 'react';
import { api, queryClient } from '../../api/client';
import { useAskedAgain } from '../../parts/AskedAgain';
import { PasswordField } from '../../parts/PasswordField';
import { Problem } from '../../parts/Problem';
import { useCommand } from '../../parts/use-command';

export function PasswordSection() {
  const [password, setPassword] = useState('');
  const [isDone, setDone] = useState(false);
  const askedAgain = useAskedAgain();
  const command = useCommand();
  const change = async () => {
    setDone(false);
    const isChanged = await command.send(() =>
      askedAgain.send((proof) => api.POST('/api/me/password', { body: { ...proof, new: password } })),
    );
    if (!isChanged) return;
    setPassword('');
    setDone(true);
    await queryClient.invalidateQueries({ queryKey: ['get', '/api/sessions'] });
  };
  return (
    <>
      <h2>Mot de passe</h2>
      <p>Vos autres sessions se ferment quand il change.</p>
      {askedAgain.dialog}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        {command.error !== undefined && <Problem error={command.error} />}
        {isDone && (
          <div className="message done" role="status">
            <p>Votre mot de passe est changé.</p>
          </div>
        )}
        <PasswordField label="Nouveau mot de passe" kind="new" value={password} onChange={setPassword} />
        <button type="submit" className="button" disabled={command.isSent}>
          Changer de mot de passe
        </button>
      </form>
    </>
  );
}
