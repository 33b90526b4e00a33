import { useState } from 'react';
import { plural } from '../../format/numbers';
import { Dialog } from '../../parts/Dialog';
import { FileLink } from '../../parts/FileLink';
import { RadioChoice } from '../../parts/RadioChoice';
import { useAddress } from '../../url/address';
import { exportAddress } from '../../url/allocation-list';
import { criteriaText, type Criterion } from '../../url/filters';
import { ALLOCATION_COLUMNS, type AllocationColumn } from './columns';

interface ExportDialogProps {
  readonly total: number;
  readonly criteria: readonly Criterion[];
  readonly columns: readonly AllocationColumn[];
  readonly onClose: () => void;
}

/** What the file is to hold. Its address is the page's own query, so it is exactly the list. */
export function ExportDialog({ total, criteria, columns, onClose }: ExportDialogProps) {
  const { search } = useAddress();
  const [format, setFormat] = useState('xlsx');
  const [which, setWhich] = useState('view');
  const [cells, setCells] = useState('labels');
  const chosen = which === 'view' ? columns : ALLOCATION_COLUMNS;
  const addressOf = (form: string): string =>
    exportAddress(search, {
      format: form,
      columns: which === 'view' ? columns.map(({ key }) => key) : [],
      hasLabels: cells === 'labels',
    });
  return (
    <Dialog title={`Exporter ${plural(total, 'ligne')}`} onClose={onClose}>
      <p>{criteria.length > 0 ? criteriaText(criteria) : 'Sans critère : toutes les attributions.'}</p>
      <RadioChoice
        label="Fichier"
        value={format}
        onChange={setFormat}
        options={[
          { value: 'xlsx', label: 'Classeur (XLSX), avec une feuille « Critères »' },
          { value: 'csv', label: 'Texte à points-virgules (CSV)' },
        ]}
      />
      <RadioChoice
        label="Colonnes"
        value={which}
        onChange={setWhich}
        options={[
          { value: 'view', label: `Celles de la page (${columns.length})` },
          { value: 'all', label: `Toutes (${ALLOCATION_COLUMNS.length})` },
        ]}
      />
      <RadioChoice
        label="Territoire"
        value={cells}
        onChange={setCells}
        options={[
          { value: 'labels', label: 'Les noms' },
          { value: 'codes', label: 'Les codes, pour un autre logiciel' },
        ]}
      />
      <details>
        <summary>Ce que dit chaque colonne</summary>
        <dl className="facts">
          {chosen.map(({ key, label, description }) => (
            <div key={key} className="fact">
              <dt>{label}</dt>
              <dd>{description}</dd>
            </div>
          ))}
        </dl>
      </details>
      <p className="note">Sans nom ni numéro de ménage.</p>
      <div className="actions">
        <FileLink address={addressOf(format)} isMain>
          Exporter
        </FileLink>
        {format === 'csv' && <FileLink address={addressOf('criteria')}>Les critères, en texte</FileLink>}
        <button type="button" className="button" onClick={onClose}>
          Annuler
        </button>
      </div>
    </Dialog>
  );
}
