import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { Panel } from '../../parts/Panel';
import { Problem } from '../../parts/Problem';
import { useAsOf } from '../../url/as-of';
import { searchOfView, PERIOD_WORDS } from '../../url/views';
import { SaveView } from './SaveView';
import { thisDay, useViews, type View, type Views } from './use-views';

const GROUPS: readonly { readonly origin: string; readonly title: string }[] = [
  { origin: 'own', title: 'Mes vues' },
  { origin: 'service', title: 'Vues du service' },
  { origin: 'default', title: 'Vues proposées' },
];

/** Lists that are opened again and again, each by its name. */
export function ViewsPanel() {
  const [isOpened, setOpened] = useState(false);
  const views = useViews(isOpened);
  const isPast = useAsOf() !== undefined;
  const { asked, open, isChanged, error } = views;
  return (
    <Panel
      label={<>{open ? `Vue : ${open.name}${isChanged ? ' (modifiée)' : ''}` : 'Vues'}</>}
      onOpen={() => setOpened(true)}
    >
      {asked.error && <Problem error={asked.error} retry={() => void asked.refetch()} />}
      {GROUPS.map(({ origin, title }) => (
        <Group key={origin} title={title} of={views.views.filter((view) => view.origin === origin)} views={views} />
      ))}
      {asked.data && views.views.length === 0 && <p className="note">Aucune vue n’est encore enregistrée.</p>}
      {error !== undefined && <Problem error={error} />}
      {!isPast && <SaveView key={open?.id} views={views} />}
    </Panel>
  );
}

function Group({ title, of, views }: { title: string; of: readonly View[]; views: Views }) {
  const isPast = useAsOf() !== undefined;
  if (of.length === 0) return null;
  return (
    <>
      <h2 className="panel-title">{title}</h2>
      <ul className="views">
        {of.map((view) => (
          <li key={view.id}>
            <Link to="." search={{ ...searchOfView(view, thisDay()), vue: view.id } as never}>
              {view.name}
            </Link>
            <small> {detailsOf(view)}</small>
            {view.origin === 'own' && !isPast && <RemoveView view={view} views={views} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function detailsOf({ period, shared, origin }: View): string {
  const word = PERIOD_WORDS.find((each) => each.word === period)?.label;
  return [word, origin === 'own' && shared ? 'partagée' : undefined].filter(Boolean).join(', ');
}

/** Twice, since it does not come back. */
function RemoveView({ view, views }: { view: View; views: Views }) {
  const [isAsked, setAsked] = useState(false);
  return (
    <button
      type="button"
      className="button plain"
      disabled={views.isSent}
      onClick={() => (isAsked ? void views.remove(view.id) : setAsked(true))}
    >
      {isAsked ? 'Supprimer pour de bon' : 'Supprimer'}
      <span className="by-ear"> la vue {view.name}</span>
    </button>
  );
}
