import { namesIn, type Dictionary } from '../../api/dictionary';
import type { components } from '../../api/schema';
import { NOTHING } from '../../format/numbers';
import { Status } from '../../parts/Status';
import { Why } from '../../parts/Why';
import { ALLOCATION_COLUMNS, type AllocationWord } from './columns';

export type LeaseView = components['schemas']['LeaseViewDto'];

/** The column of each derived fact. */
const REASONS: Readonly<Partial<Record<AllocationWord, string>>> = {
  quartile: 'quartile',
  prioritaire: 'priority',
  domicile_travail: 'homeWork',
  note: 'note',
  en_qpv: 'qpv',
};

/** The facts of the list, with names and codes, and « Pourquoi ? » beside those that were derived. */
export function LeaseFacts({ lease, dictionary }: { lease: LeaseView; dictionary: Dictionary | undefined }) {
  const { allocation, isLive, reasons } = lease;
  const naming = { nameOf: namesIn(dictionary), showsCodes: true };
  return (
    <>
      <p>
        {allocation.annulee ? (
          <Status kind="late">Annulé : ce bail ne compte dans aucun chiffre</Status>
        ) : (
          'Attribution : un bail signé.'
        )}{' '}
        {isLive ? 'Enregistré au fil de l’eau, depuis une vacance.' : 'Venu d’un fichier.'}
      </p>
      <h2>Faits</h2>
      <dl className="facts lined">
        {ALLOCATION_COLUMNS.map(({ key, label, description, isCoded, text }) => {
          const reason = reasons.find(({ fact }) => fact === REASONS[key]);
          return (
            <div key={key} className="fact">
              <dt title={description}>{label}</dt>
              <dd>
                <span translate={isCoded ? 'no' : undefined}>{text(allocation, naming) || NOTHING}</span>
                {reason && <Why of={label} reason={reason} />}
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}
