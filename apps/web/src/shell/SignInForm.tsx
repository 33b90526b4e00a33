import { useState } from 'react';
import { api } from '../api/client';
import { forgetToken } from '../api/token';
import { ProblemError } from '../api/problem';
import { Field } from '../parts/Field';
import { Problem } from '../parts/Problem';

/** Opens a session. The second factor is asked once the API says that it is needed. */
export function SignInForm({ email: known = '', onEntered }: { email?: string | undefined; onEntered: () => void }) {
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState('');
  const [asksTotp, setAsksTotp] = useState(false);
  const [error, setError] = useState<unknown>();
  const [isSent, setSent] = useState(false);
  const enter = async () => {
    setSent(true);
    setError(undefined);
    try {
      forgetToken();
      await api.POST('/api/session', { body: { email, password, ...(totp ? { totp } : {}) } });
      onEntered();
    } catch (refusal) {
      const isFactor = refusal instanceof ProblemError && refusal.code === 'second-factor-needed';
      if (isFactor && !asksTotp) setAsksTotp(true);
      else setError(refusal);
    } finally {
      setSent(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      {error !== undefined && <Problem error={error} />}
      <Field
        label="Adresse électronique"
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={setEmail}
      />
      <Field
        label="Mot de passe"
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={setPassword}
      />
      {asksTotp && (
        <Field
          label="Code du second facteur"
          hint="Les six chiffres que montre votre application, ou un code de secours"
          autoComplete="one-time-code"
          inputMode="text"
          required
          autoFocus
          value={totp}
          onChange={setTotp}
        />
      )}
      <button type="submit" className="button main" disabled={isSent}>
        Se connecter
      </button>
    </form>
  );
}
