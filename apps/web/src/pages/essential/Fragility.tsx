import type { components } from '../../api/schema';
import { count, plural } from '../../format/numbers';

type Report = components['schemas']['CoverageReportDto'];

/** How much of the stock has a note, and how many residences are the most fragile. */
export function Fragility({ report }: { report: Report | undefined }) {
  if (report === undefined) return null;
  const { residences, noted, priority } = report.total;
  return (
    <>
      <h2>Résidences fragiles</h2>
      <p>
        <strong className="figure">{plural(priority.residences, 'résidence')} à enjeu</strong> (notées 4 ou 5, sur une
        échelle de 1 à 5 où 5 est la plus fragile), soit {plural(priority.dwellings, 'logement')}, dont{' '}
        {plural(priority.inQpv.residences, 'résidence')} en QPV. Notées : {count(noted.residences)} résidences sur{' '}
        {count(residences)}.
      </p>
    </>
  );
}
