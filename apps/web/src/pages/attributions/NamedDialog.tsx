import { useState } from 'react';
import { plural } from '../../format/numbers';
import { Dialog } from '../../parts/Dialog';
import { Problem } from '../../parts/Problem';
import { RadioChoice } from '../../parts/RadioChoice';
import { SelectField } from '../../parts/SelectField';
import { useAddress } from '../../url/address';
import { listQuery } from '../../url/allocation-list';
import type { AllocationColumn } from './columns';
import type { NamedListProps } from './NamedList';
import { NamedLines } from './NamedLines';
import { NAMING_COLUMNS, READING_MOTIVES } from './naming';
import { useNamedList, type NamedRequest } from './use-named-list';

type Format = NonNullable<NamedRequest['format']>;
type Motive = NamedRequest['motif'];

const ROWS = 100;

/** Names are asked for with a reason, which is written down before anything is shown. */
export function NamedDialog({
  total,
  criteria,
  columns,
  dictionary,
  onClose,
}: NamedListProps & { onClose: () => void }) {
  const { search } = useAddress();
  const [motive, setMotive] = useState('');
  const [format, setFormat] = useState('json');
  const [cells, setCells] = useState('labels');
  const { page, ask, dialog, error, isAsked } = useNamedList();
  const request = (cursor?: string): NamedRequest => ({
    filter: listQuery(search),
    columns: namedColumns(columns),
    labels: cells === 'labels',
    motif: motive as Motive,
    format: format as Format,
    limit: ROWS,
    ...(cursor !== undefined && { cursor }),
  });
  return (
    <Dialog title="Liste nominative" isWide={page !== undefined} onClose={onClose}>
      {page === undefined ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void ask(request());
          }}
        >
          <p>
            {plural(total, 'attribution')}. {criteria || 'Sans critère : toutes les attributions.'}
          </p>
          <p className="message warning">
            Cette consultation nominative sera inscrite au journal, pour chaque ménage nommé, avec son motif.
          </p>
          <SelectField
            label="Motif de la consultation"
            required
            value={motive}
            onChange={setMotive}
            empty="Choisir…"
            options={READING_MOTIVES}
          />
          <RadioChoice
            label="Sous quelle forme"
            value={format}
            onChange={setFormat}
            options={[
              { value: 'json', label: 'À l’écran, page par page' },
              { value: 'xlsx', label: 'Classeur (XLSX), la liste entière' },
              { value: 'csv', label: 'Texte à points-virgules (CSV), la liste entière' },
            ]}
          />
          {format !== 'json' && (
            <RadioChoice
              label="Territoire"
              value={cells}
              onChange={setCells}
              options={[
                { value: 'labels', label: 'Les noms' },
                { value: 'codes', label: 'Les codes' },
              ]}
            />
          )}
          <p className="note">
            Numéro unique, numéro d’attribution et référence du logement, puis les colonnes de la page.
          </p>
          {error !== undefined && <Problem error={error} />}
          <div className="actions">
            <button type="submit" className="button main" disabled={isAsked}>
              {format === 'json' ? 'Inscrire et afficher les noms' : 'Inscrire et enregistrer le fichier'}
            </button>
            <button type="button" className="button" onClick={onClose}>
              Fermer
            </button>
          </div>
        </form>
      ) : (
        <NamedLines
          page={page}
          columns={columns}
          dictionary={dictionary}
          error={error}
          isAsked={isAsked}
          onPage={(cursor) => void ask(request(cursor))}
          onClose={onClose}
        />
      )}
      {dialog}
    </Dialog>
  );
}

const namedColumns = (columns: readonly AllocationColumn[]) =>
  [...NAMING_COLUMNS.map(({ key }) => key), ...columns.map(({ key }) => key)] as NamedRequest['columns'];
