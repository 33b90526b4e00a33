import { useState } from 'react';
import { today, typedDay } from '../../format/days';
import { Dialog } from '../../parts/Dialog';
import { Field } from '../../parts/Field';
import { Preview, useTrial } from '../../parts/Preview';
import { SelectField } from '../../parts/SelectField';
import { ActEnd } from './ActEnd';
import { CANCELLATION_MOTIVES } from './lease-correction';
import type { LeaseView } from './LeaseFacts';
import { useLeaseAct } from './use-lease-act';

interface CancellationProps {
  readonly lease: LeaseView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** A lease that never took effect: it counts nowhere any more. */
export function CancellationDialog({ lease, onClose, onDone }: CancellationProps) {
  const [text, setText] = useState(today());
  const [motive, setMotive] = useState('');
  const date = typedDay(text);
  const act = useLeaseAct('/api/allocations/{allocation}/cancellation', lease, onDone);
  const body = date && motive ? { date, motif: motive } : undefined;
  const trial = useTrial(body, act.tryOut);
  return (
    <Dialog title="Annuler ce bail" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (body) void act.send(body);
        }}
      >
        <p>
          Le bail n’a jamais pris effet : il ne comptera plus dans aucun chiffre, et restera dans l’histoire. Le ménage
          et le logement seront libres de nouveau.
        </p>
        <Field
          label="Annulé le"
          hint="JJ/MM/AAAA"
          required
          value={text}
          onChange={setText}
          fault={date === undefined ? `« ${text} » n’est pas un jour : JJ/MM/AAAA est attendu` : undefined}
        />
        <SelectField
          label="Motif"
          required
          value={motive}
          onChange={setMotive}
          empty="Choisir…"
          options={CANCELLATION_MOTIVES}
        />
        <Preview trial={trial} unchanged="Rien ne changerait." />
        <ActEnd act={act} name="Annuler le bail" mayConfirm={trial.tried !== undefined} onClose={onClose} />
      </form>
    </Dialog>
  );
}
