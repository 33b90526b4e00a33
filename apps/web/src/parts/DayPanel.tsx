import { useState } from 'react';
import { longDay, shortDay, typedDay } from '../format/days';
import { Field } from './Field';
import { Panel } from './Panel';

interface DayPanelProps {
  /** What the day is for: « Jugé sur ». */
  readonly label: string;
  readonly day: string | undefined;
  /** The day that is meant where none is chosen. */
  readonly usual: { readonly label: string; readonly day?: string };
  /** Days that are often wanted. */
  readonly others?: readonly { readonly label: string; readonly day: string }[];
  readonly field: string;
  readonly note: string;
  readonly onChoose: (day: string | undefined) => void;
}

/** A day that a page takes something of. */
export function DayPanel({ label, day, usual, others = [], field, note, onChoose }: DayPanelProps) {
  const [text, setText] = useState('');
  const [isAsked, setAsked] = useState(false);
  const typed = typedDay(text);
  return (
    <Panel
      chosen={day}
      label={
        <>
          {label} : {day === undefined ? usual.label.toLowerCase() : longDay(day)}
        </>
      }
    >
      <div className="actions">
        <button type="button" className="button" onClick={() => onChoose(undefined)}>
          {usual.label}
          {usual.day && ` (${shortDay(usual.day)})`}
        </button>
        {others.map((other) => (
          <button type="button" className="button" key={other.label} onClick={() => onChoose(other.day)}>
            {other.label} ({shortDay(other.day)})
          </button>
        ))}
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (typed !== undefined) onChoose(typed);
        }}
      >
        <Field
          label={field}
          hint="JJ/MM/AAAA"
          required
          value={text}
          onChange={setText}
          fault={isAsked && typed === undefined ? `« ${text} » n’est pas un jour : JJ/MM/AAAA est attendu` : undefined}
        />
        <button type="submit" className="button">
          Choisir ce jour
        </button>
      </form>
      <p className="note">{note}</p>
    </Panel>
  );
}
