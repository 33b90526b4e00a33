import { useState } from 'react';
import { ProblemError } from '../api/problem';
import { Dialog } from './Dialog';
import { Field } from './Field';
import { PasswordField } from './PasswordField';
import { Problem } from './Problem';
import { NotSent, useCommand } from './use-command';

/** What a person types again before what cannot be taken back. */
export type Proof = { readonly totp?: string; readonly password?: string };

interface Waiting {
  readonly kind: keyof Proof;
  readonly again: (proof: Proof) => Promise<unknown>;
  readonly refuse: () => void;
}

const ASKED: Readonly<Record<string, keyof Proof>> = { 'second-factor-needed': 'totp', 'password-needed': 'password' };
/** What is said of the proof itself: the dialog stays. */
const OF_THE_PROOF: ReadonlySet<string> = new Set(['wrong-proof', 'too-many-attempts']);

/**
 * Sends a command; where the API asks for the code or the password again, a dialog asks for it, and the command is sent once more. Only the
 * API knows whether and what it asks.
 */
export function useAskedAgain() {
  const [waiting, setWaiting] = useState<Waiting>();
  const send = async <T,>(command: (proof: Proof) => Promise<T>): Promise<T> => {
    try {
      return await command({});
    } catch (refusal) {
      const kind = refusal instanceof ProblemError ? ASKED[refusal.code] : undefined;
      if (kind === undefined) throw refusal;
      return new Promise<T>((resolve, reject) => {
        const again = async (proof: Proof) => {
          try {
            resolve(await command(proof));
          } catch (second) {
            if (second instanceof ProblemError && OF_THE_PROOF.has(second.code)) throw second;
            reject(second as Error);
          }
        };
        setWaiting({ kind, again, refuse: () => reject(new NotSent()) });
      });
    }
  };
  const close = () => setWaiting(undefined);
  const dialog = waiting && (
    <ProofDialog
      kind={waiting.kind}
      again={waiting.again}
      onDone={close}
      onClose={() => {
        waiting.refuse();
        close();
      }}
    />
  );
  return { send, dialog };
}

interface ProofDialogProps extends Pick<Waiting, 'kind' | 'again'> {
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function ProofDialog({ kind, again, onDone, onClose }: ProofDialogProps) {
  const [typed, setTyped] = useState('');
  const command = useCommand();
  const prove = async () => {
    if (await command.send(() => again({ [kind]: typed }))) onDone();
  };
  return (
    <Dialog title="C’est bien vous ?" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          void prove();
        }}
      >
        {command.error !== undefined && <Problem error={command.error} />}
        {kind === 'totp' ? (
          <Field
            label="Code du second facteur"
            hint="Les six chiffres que montre votre application, ou un code de secours"
            autoComplete="one-time-code"
            required
            autoFocus
            value={typed}
            onChange={setTyped}
          />
        ) : (
          <PasswordField label="Votre mot de passe actuel" kind="current" autoFocus value={typed} onChange={setTyped} />
        )}
        <div className="actions">
          <button type="submit" className="button main" disabled={command.isSent}>
            Confirmer que c’est moi
          </button>
          <button type="button" className="button" onClick={onClose}>
            Annuler
          </button>
        </div>
      </form>
    </Dialog>
  );
}
