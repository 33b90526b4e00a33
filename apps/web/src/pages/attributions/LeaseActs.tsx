import { useState } from 'react';
import type { Dictionary } from '../../api/dictionary';
import { useMay } from '../../api/me';
import { useAsOf } from '../../url/as-of';
import { CancellationDialog } from './CancellationDialog';
import { CorrectionDialog } from './CorrectionDialog';
import type { LeaseView } from './LeaseFacts';

type Act = 'correction' | 'cancellation';

const DONE: Readonly<Record<Act, string>> = {
  correction: 'Le bail est corrigé ; les chiffres suivent.',
  cancellation: 'Le bail est annulé ; les chiffres suivent.',
};

/** What may be done with the lease, for whoever records leases. The past is read only. */
export function LeaseActs({ lease, dictionary }: { lease: LeaseView; dictionary: Dictionary | undefined }) {
  const mayRecord = useMay('record-lease');
  const isPast = useAsOf() !== undefined;
  const [open, setOpen] = useState<Act>();
  const [done, setDone] = useState<Act>();
  if (!mayRecord) return null;
  if (isPast) return <p className="note">Lecture seule dans le passé : ni correction, ni annulation.</p>;
  const close = () => setOpen(undefined);
  const end = (act: Act) => {
    setDone(act);
    close();
  };
  return (
    <>
      <div role="status">{done && <p className="message done">{DONE[done]}</p>}</div>
      {!lease.allocation.annulee && (
        <div className="actions">
          <button type="button" className="button" onClick={() => setOpen('correction')}>
            Corriger ce bail
          </button>
          <button type="button" className="button" onClick={() => setOpen('cancellation')}>
            Annuler ce bail
          </button>
        </div>
      )}
      {open === 'correction' && (
        <CorrectionDialog lease={lease} dictionary={dictionary} onClose={close} onDone={() => end('correction')} />
      )}
      {open === 'cancellation' && (
        <CancellationDialog lease={lease} onClose={close} onDone={() => end('cancellation')} />
      )}
    </>
  );
}
