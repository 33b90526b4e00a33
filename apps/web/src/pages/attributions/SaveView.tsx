import { useState } from 'react';
import { Field } from '../../parts/Field';
import { useAddress } from '../../url/address';
import { PERIOD_WORDS, viewContent } from '../../url/views';
import { thisDay, type Views } from './use-views';

/** Keeps what the page shows under a name: anew, or in the place of the view of one's own that is open. */
export function SaveView({ views }: { views: Views }) {
  const { search } = useAddress();
  const { open, isChanged, isSent, save, saveAgain } = views;
  const own = open?.origin === 'own' ? open : undefined;
  const [name, setName] = useState(own?.name ?? '');
  const [shared, setShared] = useState(own?.shared ?? false);
  const { period } = viewContent(search, thisDay());
  const word = PERIOD_WORDS.find((each) => each.word === period)?.label;
  const named = { name: name.trim(), shared };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void (own ? saveAgain(own.id, named) : save(named));
      }}
    >
      {own && isChanged && <p className="note">Cette vue est modifiée : l’enregistrer ?</p>}
      <Field
        label="Nom de la vue"
        hint="Elle garde les critères, l’ordre et les colonnes ; elle ne nomme personne"
        required
        maxLength={80}
        value={name}
        onChange={setName}
      />
      {word && <p className="note">Sa période suivra le calendrier : {word}.</p>}
      <label className="check">
        <input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} />
        La partager avec mon service
      </label>
      <div className="actions">
        <button type="submit" className="button main" disabled={isSent || named.name === ''}>
          {own ? 'Enregistrer cette vue' : 'Enregistrer comme vue'}
        </button>
        {own && (
          <button
            type="button"
            className="button"
            disabled={isSent || named.name === ''}
            onClick={() => void save(named)}
          >
            Enregistrer à part
          </button>
        )}
      </div>
    </form>
  );
}
