import { useState } from 'react';
import { ROLE_NAMES } from '../api/me';
import type { components } from '../api/schema';
import { longDay, longInstant } from '../format/days';
import { SelectField } from './SelectField';

export type TimelineEntry = components['schemas']['AuditEntryDto'];

/** What happened, by day of recording: the act, who did it, since when it holds, on what ground, before and after. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const [act, setAct] = useState('');
  const acts = [...new Set(entries.map((entry) => entry.act))];
  const shown = entries.filter((entry) => act === '' || entry.act === act);
  const days = [...new Set(shown.map(dayOf))];
  return (
    <>
      {acts.length > 1 && (
        <div className="on-screen">
          <SelectField
            label="Montrer"
            value={act}
            onChange={setAct}
            empty="Tout"
            options={acts.map((each) => ({ value: each, label: each }))}
          />
        </div>
      )}
      <ol className="timeline">
        {days.map((day) => (
          <li key={day}>
            <h3>{longDay(day)}</h3>
            <ol>
              {shown
                .filter((entry) => dayOf(entry) === day)
                .map((entry) => (
                  <Entry key={entry.event} entry={entry} />
                ))}
            </ol>
          </li>
        ))}
      </ol>
    </>
  );
}

const dayOf = ({ recordedLocally }: TimelineEntry): string => recordedLocally.slice(0, 10);

const PEOPLE: Readonly<Record<string, string>> = {
  hidden: 'Données personnelles scellées, non montrées ici.',
  erased: 'Données personnelles effacées.',
  altered: 'Données personnelles illisibles : l’enregistrement a été altéré.',
};

function Entry({ entry }: { entry: TimelineEntry }) {
  const { act, actorName, role, recordedAt, effectiveDay, ground, details, people } = entry;
  return (
    <li>
      <p>
        <strong>{act}</strong>, par {actorName ?? ROLE_NAMES[role] ?? role}
        {effectiveDay && ` ; vaut depuis le ${longDay(effectiveDay)}`}
        {ground.file && ` ; fichier ${ground.file}`}
        {ground.motive && ` ; motif : ${ground.motive}`}
        <span className="note"> – enregistré le {longInstant(recordedAt)}</span>
      </p>
      {PEOPLE[people] && <p className="note">{PEOPLE[people]}</p>}
      {details.length > 0 && (
        <details>
          <summary>
            Ce qui a été enregistré<span className="by-ear"> : {act}</span>
          </summary>
          <ul>
            {details.map(({ label, from, to, sealed }) => (
              <li key={label}>
                {label} : {sealed && people !== 'shown' ? 'donnée scellée' : from === null ? to : `${from} → ${to}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
