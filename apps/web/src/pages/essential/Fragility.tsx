import { queries } from '../../api/client';
import { count, plural } from '../../format/numbers';
import { Answer } from '../../parts/Answer';
import { useAsOfParameter } from '../../url/as-of';

/** How much of the stock has a note, and how many residences are the most fragile. */
export function Fragility() {
  const asked = queries.useQuery('get', '/api/fragility/coverage', { params: { query: useAsOfParameter() } });
  return (
    <>
      <h2>Résidences fragiles</h2>
      <Answer asked={asked}>
        {({ total: { residences, noted, priority } }) => (
          <p>
            <strong>{plural(priority.residences, 'résidence')} à enjeu</strong> (notées 4 ou 5, sur une échelle de 1 à 5
            où 5 est la plus fragile), soit {plural(priority.dwellings, 'logement')}, dont{' '}
            {plural(priority.inQpv.residences, 'résidence')} en QPV. Notées : {count(noted.residences)} résidences sur{' '}
            {count(residences)}.
          </p>
        )}
      </Answer>
    </>
  );
}
