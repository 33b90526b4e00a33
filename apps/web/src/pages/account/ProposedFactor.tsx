import { lazy, Suspense, useState } from 'react';
import { api } from '../../api/client';
import type { components } from '../../api/schema';
import { Field } from '../../parts/Field';
import { Problem } from '../../parts/Problem';
import { useCommand } from '../../parts/use-command';
import { inGroups } from './groups';

const QrCode = lazy(() => import('../../parts/QrCode').then((part) => ({ default: part.QrCode })));

interface ProposedFactorProps {
  readonly proposed: components['schemas']['ProposedFactorDto'];
  readonly onConfirmed: (codes: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** The secret, to read with a telephone or to type, and the first code that proves that it was kept. */
export function ProposedFactor({ proposed: { secret, address }, onConfirmed, onCancel }: ProposedFactorProps) {
  const [totp, setTotp] = useState('');
  const command = useCommand();
  const confirm = () =>
    command.send(async () => {
      const { data } = await api.POST('/api/me/totp/confirmation', { body: { totp } });
      onConfirmed(data!.codes);
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <ol>
        <li>
          Lisez cette image avec votre application, <a href={address}>ouvrez-la sur cet appareil</a>, ou tapez-y la clé
          ci-dessous (par le temps, six chiffres).
        </li>
        <li>Tapez le code qu’elle montre.</li>
      </ol>
      <div className="qr-place">
        <Suspense fallback={null}>
          <QrCode text={address} label="Image à lire avec une application de codes ; la clé à taper la suit" />
        </Suspense>
      </div>
      <p>
        Clé : <code className="secret">{inGroups(secret)}</code>
      </p>
      {command.error !== undefined && <Problem error={command.error} />}
      <Field
        label="Code que montre l’application"
        hint="Six chiffres"
        autoComplete="one-time-code"
        inputMode="numeric"
        required
        value={totp}
        onChange={setTotp}
      />
      <div className="actions">
        <button type="submit" className="button main" disabled={command.isSent}>
          Confirmer le second facteur
        </button>
        <button type="button" className="button" onClick={onCancel}>
          Annuler
        </button>
      </div>
    </form>
  );
}
