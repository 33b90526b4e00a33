import { asOfText } from '../format/days';
import { useAddress } from '../url/address';
import { useAsOf } from '../url/as-of';

/** Two times are never mixed: whoever looks at the past sees it on every page and every printed sheet. */
export function PastBanner() {
  const asOf = useAsOf();
  const { change } = useAddress();
  if (asOf === undefined) return null;
  return (
    <section className="past" aria-label="Vous regardez le passé">
      <p>
        <strong>■ Vous regardez le passé :</strong> tel que connu le {asOfText(asOf)}. Lecture seule.
      </p>
      <button type="button" className="button plain on-screen" onClick={() => change({ 'as-of': undefined })}>
        Revenir à aujourd’hui
      </button>
    </section>
  );
}
