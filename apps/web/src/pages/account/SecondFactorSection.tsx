import { useState } from 'react';
import { api, queryClient } from '../../api/client';
import type { Me } from '../../api/me';
import type { components } from '../../api/schema';
import { useAskedAgain } from '../../parts/AskedAgain';
import { Problem } from '../../parts/Problem';
import { useCommand } from '../../parts/use-command';
import { plural } from '../../format/numbers';
import { ProposedFactor } from './ProposedFactor';
import { RecoveryCodes } from './RecoveryCodes';

type Proposed = components['schemas']['ProposedFactorDto'];

/** The second factor: to have one, to have another, and the codes for the day when the telephone is lost. */
export function SecondFactorSection({ me }: { me: Me }) {
  const [proposed, setProposed] = useState<Proposed>();
  const [codes, setCodes] = useState<readonly string[]>();
  const askedAgain = useAskedAgain();
  const command = useCommand();
  const propose = () =>
    command.send(async () => {
      setCodes(undefined);
      const { data } = await askedAgain.send((proof) => api.POST('/api/me/totp', { body: proof }));
      setProposed(data);
    });
  const renew = () =>
    command.send(async () => {
      const { data } = await askedAgain.send((proof) => api.POST('/api/me/recovery-codes', { body: proof }));
      show(data!.codes);
    });
  const show = (made: readonly string[]) => {
    setProposed(undefined);
    setCodes(made);
    // What was refused without a second factor is asked again.
    void queryClient.invalidateQueries();
  };
  return (
    <>
      <h2>Second facteur</h2>
      <p>{me.secondFactor ? inPlace(me.recoveryCodes) : NONE}</p>
      <p>Vos autres sessions se ferment quand il change, ou quand vous refaites vos codes de secours.</p>
      {askedAgain.dialog}
      {command.error !== undefined && <Problem error={command.error} />}
      {codes && <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} />}
      {proposed ? (
        <ProposedFactor proposed={proposed} onConfirmed={show} onCancel={() => setProposed(undefined)} />
      ) : (
        <div className="actions">
          <button type="button" className="button" disabled={command.isSent} onClick={() => void propose()}>
            {me.secondFactor ? 'Changer de second facteur' : 'Mettre en place le second facteur'}
          </button>
          {me.secondFactor && (
            <button type="button" className="button" disabled={command.isSent} onClick={() => void renew()}>
              Refaire mes codes de secours
            </button>
          )}
        </div>
      )}
    </>
  );
}

const NONE =
  'Aucun. Une application de codes (FreeOTP, Aegis, ou celle de votre organisme) montre six chiffres qui changent : ils sont demandés avec le mot de passe.';

const inPlace = (left: number): string =>
  `En place. Il vous reste ${plural(left, 'code')} de secours, pour le jour où votre application est perdue.`;
