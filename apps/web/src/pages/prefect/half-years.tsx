import { Link } from '@tanstack/react-router';
import { queries } from '../../api/client';
import { useHead } from '../../api/head';
import { isoToday } from '../../format/days';
import { Answer } from '../../parts/Answer';
import { Page } from '../../parts/Page';
import { useAddress } from '../../url/address';
import { useAsOfParameter } from '../../url/as-of';
import { oneOf } from '../../url/search';
import { semesterLabel, semesterOf, semestersOver } from '../../url/semester';
import { LandlordHalfYears } from './LandlordHalfYears';

const SHOWN = 8;

/** « Préfet »: the half-years, and those of one landlord side by side. */
export default function HalfYears() {
  const { search, change } = useAddress();
  const asOf = useAsOfParameter();
  const over = semestersOver(isoToday(), SHOWN);
  // Half-years before the first lease say nothing.
  const first = useHead().data?.firstSigned;
  const withLeases = over.filter((semester) => !first || semester >= semesterOf(first));
  const semesters = withLeases.length > 0 ? withLeases : over.slice(0, 1);
  const landlord = oneOf(search, 'code_bailleur');
  const asked = queries.useQuery('get', '/api/prefect', { params: { query: { semester: semesters[0]!, ...asOf } } });
  return (
    <Page title="Préfet : états semestriels" criteria={landlord && `bailleur ${landlord}`}>
      <p>
        Chaque semestre, bailleur par bailleur : les attributions hors QPV, la part allée au premier quartile ou au
        relogement, et ce qui manque pour atteindre l’objectif (CCH, article L441-1). Une attribution est un bail signé.
      </p>
      <h2>Un semestre</h2>
      <ul>
        <li>
          <HalfYearLink semester={semesterOf(isoToday())} /> (en cours)
        </li>
        {semesters.map((semester) => (
          <li key={semester}>
            <HalfYearLink semester={semester} />
          </li>
        ))}
      </ul>
      <h2>Un bailleur, semestre après semestre</h2>
      <Answer asked={asked}>
        {({ landlords }) => (
          <>
            <div className="field">
              <label htmlFor="bailleur">Bailleur</label>
              <select
                id="bailleur"
                value={landlord ?? ''}
                onChange={(event) => change({ code_bailleur: event.target.value || undefined })}
              >
                <option value="">Choisir un bailleur…</option>
                {landlords.map(({ id, label }) => (
                  <option key={id} value={id}>
                    {label}
                  </option>
                ))}
              </select>
            </div>
            {landlord !== undefined && <LandlordHalfYears landlord={landlord} semesters={semesters} />}
          </>
        )}
      </Answer>
    </Page>
  );
}

function HalfYearLink({ semester }: { semester: string }) {
  return <Link to={`/prefet/${semester}` as never}>{semesterLabel(semester)}</Link>;
}
