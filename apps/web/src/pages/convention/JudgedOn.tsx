import { useState } from 'react';
import { longDay, shortDay, typedDay } from '../../format/days';
import { Field } from '../../parts/Field';
import { Panel } from '../../parts/Panel';
import { useAddress } from '../../url/address';
import type { Period } from '../../url/period';
import { oneOf } from '../../url/search';

/** The day whose objectives judge the whole period: its last, unless the reader takes another. */
export function JudgedOn({ period }: { period: Period }) {
  const { search, change } = useAddress();
  const on = oneOf(search, 'on');
  const [text, setText] = useState('');
  const [isAsked, setAsked] = useState(false);
  const typed = typedDay(text);
  return (
    <Panel label={<>Jugé sur : {on === undefined ? 'fin de période' : longDay(on)}</>}>
      <div className="actions">
        <button type="button" className="button" onClick={() => change({ on: undefined })}>
          Fin de période ({shortDay(period.to)})
        </button>
        <button type="button" className="button" onClick={() => change({ on: period.from })}>
          Début de période ({shortDay(period.from)})
        </button>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (typed !== undefined) change({ on: typed });
        }}
      >
        <Field
          label="Les objectifs du"
          hint="JJ/MM/AAAA"
          required
          value={text}
          onChange={setText}
          fault={isAsked && typed === undefined ? `« ${text} » n’est pas un jour : JJ/MM/AAAA est attendu` : undefined}
        />
        <button type="submit" className="button">
          Juger sur ce jour
        </button>
      </form>
      <p className="note">
        Une convention change par avenants : ce jour choisit les objectifs, la période choisit les baux qui comptent.
      </p>
    </Panel>
  );
}
