import { useState } from 'react';
import { queries } from '../../api/client';
import type { Dictionary } from '../../api/dictionary';
import { Dialog } from '../../parts/Dialog';
import { Field } from '../../parts/Field';
import { Preview, useTrial } from '../../parts/Preview';
import { SelectField } from '../../parts/SelectField';
import { ActEnd } from './ActEnd';
import {
  changesOf,
  CORRECTION_MOTIVES,
  faultOf,
  ownMotives,
  SEALED_FIELDS,
  shownFields,
  type CorrectionField,
  type Typed,
} from './lease-correction';
import type { LeaseView } from './LeaseFacts';
import { useLeaseAct } from './use-lease-act';

interface CorrectionProps {
  readonly lease: LeaseView;
  readonly dictionary: Dictionary | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** What was recorded wrongly, or has become known: only what is changed here is sent, with its motive. */
export function CorrectionDialog({ lease, dictionary, onClose, onDone }: CorrectionProps) {
  const [typed, setTyped] = useState<Typed>({});
  const [motive, setMotive] = useState('');
  const [isLeaving, setLeaving] = useState(false);
  const convention = queries.useQuery('get', '/api/convention').data as { readonly convention?: unknown } | undefined;
  const shown = shownFields(lease.allocation, dictionary);
  const changes = changesOf([...shown, ...SEALED_FIELDS], typed);
  const body = changes && motive ? { ...changes, motif: motive } : undefined;
  const act = useLeaseAct('/api/allocations/{allocation}/correction', lease, onDone);
  const trial = useTrial(body, act.tryOut);
  const mayConfirm = trial.tried !== undefined && trial.tried.outcome !== 'unchanged';
  const leave = () => (changes && !isLeaving ? setLeaving(true) : onClose());
  const fieldsOf = (fields: readonly CorrectionField[]) =>
    fields.map((field) => (
      <CorrectionInput
        key={field.name}
        field={field}
        typed={typed}
        onType={(text) => setTyped({ ...typed, [field.name]: text })}
      />
    ));
  return (
    <Dialog title="Corriger ce bail" onClose={leave}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (body) void act.send(body);
        }}
      >
        <p className="note">
          Le ménage, la résidence et le logement ne se corrigent pas ici : un fichier le fait. Ce qui était enregistré
          reste dans l’histoire.
        </p>
        <div className="two-columns">{fieldsOf(shown)}</div>
        <details>
          <summary>Données scellées du ménage</summary>
          <p className="note">Ce qui est enregistré n’est pas montré ici ; un champ vide le laisse comme il est.</p>
          <div className="two-columns">{fieldsOf(SEALED_FIELDS)}</div>
        </details>
        <SelectField
          label="Motif"
          required
          value={motive}
          onChange={setMotive}
          empty="Choisir…"
          options={[...CORRECTION_MOTIVES, ...ownMotives(convention?.convention)]}
        />
        <Preview trial={trial} unchanged="Rien ne changerait : c’est déjà ce qui est enregistré." />
        {isLeaving && (
          <p className="message warning" role="alert">
            Cette saisie serait perdue. « Abandonner » encore une fois pour la quitter.
          </p>
        )}
        <ActEnd act={act} name="Corriger le bail" mayConfirm={mayConfirm} onClose={leave} />
      </form>
    </Dialog>
  );
}

function CorrectionInput({
  field,
  typed,
  onType,
}: {
  field: CorrectionField;
  typed: Typed;
  onType: (text: string) => void;
}) {
  const { name, label, hint, options, isRequired, recorded } = field;
  const value = typed[name] ?? recorded ?? '';
  if (options)
    return (
      <SelectField
        label={label}
        hint={hint}
        value={value}
        onChange={onType}
        options={options}
        required={isRequired}
        empty={isRequired ? undefined : recorded === undefined ? 'inchangé' : 'inconnu'}
      />
    );
  return (
    <Field
      label={label}
      hint={hint}
      required={isRequired}
      value={value}
      onChange={onType}
      fault={faultOf(field, typed)}
    />
  );
}
