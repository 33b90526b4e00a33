import { useState } from 'react';
import { asOfText, shortDay } from '../format/days';
import { Field } from '../parts/Field';
import { Panel } from '../parts/Panel';
import { useAddress } from '../url/address';
import { endOfLastMonth, useAsOf } from '../url/as-of';
import { typedAsOf } from '../url/as-of-text';

/** « Tel que connu le »: what was recorded by then. It is in the header of every page, and in its address. */
export function AsOfPanel() {
  const asOf = useAsOf();
  const { change } = useAddress();
  const [text, setText] = useState('');
  const [isAsked, setAsked] = useState(false);
  const typed = typedAsOf(text);
  const lastMonth = endOfLastMonth(new Date());
  return (
    <Panel label={<>Tel que connu : {asOf === undefined ? 'aujourd’hui' : asOfText(asOf)}</>} chosen={asOf}>
      <div className="actions">
        <button type="button" className="button" onClick={() => change({ 'as-of': undefined })}>
          Aujourd’hui
        </button>
        <button type="button" className="button" onClick={() => change({ 'as-of': lastMonth })}>
          Fin du mois dernier ({shortDay(lastMonth)})
        </button>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (typed !== undefined) change({ 'as-of': typed });
        }}
      >
        <Field
          label="Tel que connu le"
          hint="JJ/MM/AAAA, ou JJ/MM/AAAA HH:MM ; un jour seul vaut sa fin"
          required
          value={text}
          onChange={setText}
          fault={isAsked && typed === undefined ? `« ${text} » n’est pas un jour : JJ/MM/AAAA est attendu` : undefined}
        />
        <button type="submit" className="button">
          Regarder ce jour-là
        </button>
      </form>
      <p className="note">
        Les enregistrements faits après cette date ne comptent pas. La période, elle, choisit les jours de signature.
      </p>
    </Panel>
  );
}
