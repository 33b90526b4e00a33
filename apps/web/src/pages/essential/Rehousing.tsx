import { queries } from '../../api/client';
import { longDay } from '../../format/days';
import { count, plural } from '../../format/numbers';
import { Answer } from '../../parts/Answer';
import { useAsOfParameter } from '../../url/as-of';

/** The rehousing of urban renewal in a few lines. */
export function Rehousing() {
  const asked = queries.useQuery('get', '/api/rehousing', { params: { query: useAsOfParameter() } });
  return (
    <>
      <h2>Relogement des ménages (NPNRU)</h2>
      <Answer asked={asked}>
        {({ operations, total: { planned, completed, temporary, remaining, forecastEnd } }) =>
          operations.length === 0 ? (
            <p>Aucune opération de renouvellement urbain n’est enregistrée.</p>
          ) : (
            <p>
              <strong>
                {completed === null ? 'Moins de 11' : plural(completed, 'ménage relogé', 'ménages relogés')}
              </strong>{' '}
              sur {count(planned)} à reloger, en {plural(operations.length, 'opération')} ; {count(temporary)} en
              logement temporaire ; {count(remaining)} à reloger encore.{' '}
              {remaining === 0
                ? 'Tous sont relogés.'
                : forecastEnd === null
                  ? 'Au rythme des derniers mois, pas de fin projetée.'
                  : `Au rythme des derniers mois, fin vers le ${longDay(forecastEnd)}.`}
            </p>
          )
        }
      </Answer>
    </>
  );
}
