import { Link, useParams } from '@tanstack/react-router';
import { queries } from '../../api/client';
import type { components } from '../../api/schema';
import { longDay, longInstant } from '../../format/days';
import { plural } from '../../format/numbers';
import { Answer } from '../../parts/Answer';
import { Files } from '../../parts/Files';
import { LeaseCount } from '../../parts/LeaseCount';
import { OwnScope } from '../../parts/OwnScope';
import { Page } from '../../parts/Page';
import { PrintButton } from '../../parts/PrintButton';
import { Table, type Column } from '../../parts/Table';
import { useAsOfParameter } from '../../url/as-of';
import { stringifySearch } from '../../url/search';
import { isSemester, periodOfSemester, semesterBefore, semesterLabel } from '../../url/semester';
import { NotFound } from '../../shell/NotFound';
import { LANDLORD_COLUMNS, type LandlordLine } from './columns';

type HalfYearReport = components['schemas']['HalfYearDto'];

const COLUMNS: readonly Column<LandlordLine>[] = [
  {
    key: 'landlord',
    label: 'Bailleur',
    cell: ({ landlord }) => (
      <Link to={'/prefet' as never} search={{ code_bailleur: landlord.id } as never}>
        {landlord.label}
      </Link>
    ),
  },
  ...LANDLORD_COLUMNS,
];

/** One half-year, landlord by landlord: what is sent to the prefect. */
export default function HalfYear() {
  const { semestre = '' } = useParams({ strict: false }) as { readonly semestre?: string };
  return isSemester(semestre) ? <Report semester={semestre} /> : <NotFound />;
}

function Report({ semester }: { semester: string }) {
  const query = { semester, ...useAsOfParameter() };
  const asked = queries.useQuery('get', '/api/prefect', { params: { query } });
  const before = semesterBefore(semester);
  return (
    <Page
      title={`Préfet : ${semesterLabel(semester)}`}
      crumbs={[{ title: 'Préfet : états semestriels', to: '/prefet' }]}
      criteria={`du ${longDay(periodOfSemester(semester).from)} au ${longDay(periodOfSemester(semester).to)}`}
      tools={
        <>
          <PrintButton />
          <Files path="/api/prefect" query={query} formats={['pdf', 'xlsx', 'csv']} />
        </>
      }
    >
      <OwnScope />
      <Answer asked={asked}>{(report) => <Landlords report={report} />}</Answer>
      <p className="on-screen">
        <Link to={`/prefet/${before}` as never}>Semestre d’avant : {semesterLabel(before)}</Link>
      </p>
    </Page>
  );
}

function Landlords({ report }: { report: HalfYearReport }) {
  const { landlords, closed, asOf, unknownQuartile, from, to } = report;
  const masked = landlords.filter((landlord) => landlord.masked).length;
  const missed = landlords.filter(({ met }) => met === false);
  return (
    <>
      <p>
        {closed
          ? 'Semestre clos : ces chiffres ne bougent plus.'
          : 'Semestre non clos : ces chiffres suivent les enregistrements.'}{' '}
        {asOf && `État du ${longInstant(asOf)}.`} {plural(missed.length, 'bailleur')} sous la cible, sur{' '}
        {plural(landlords.length - masked, 'bailleur')}
        {masked > 0 && ` dont les chiffres se lisent ; ceux de ${plural(masked, 'autre')} sont masqués`}.
      </p>
      {missed.length > 0 && (
        <p>
          {missed.length <= FEW && <strong>Sous la cible : {missed.map(shortOf).join(' ; ')}. </strong>}
          Après la clôture, le préfet peut désigner à la place d’un bailleur qui est sous la cible (CCH, article
          L441-1).
        </p>
      )}
      {unknownQuartile !== null && unknownQuartile > 0 && (
        <div className="message warning">
          <p>
            <LeaseCount value={unknownQuartile} query={stringifySearch({ quartile: 'inconnu', from, to })}>
              {plural(unknownQuartile, 'bail', 'baux')}
            </LeaseCount>{' '}
            du semestre dont le quartile est inconnu : au dénominateur seulement.
          </p>
        </div>
      )}
      <Table
        caption={`Attributions hors QPV du ${longDay(from)} au ${longDay(to)}, par bailleur`}
        columns={COLUMNS}
        rows={landlords.map((landlord) => ({ landlord, period: { from, to } }))}
        keyOf={({ landlord }) => landlord.id}
      />
    </>
  );
}

/** As many landlords as a sentence can name; more of them stand in the table alone. */
const FEW = 3;

/** « Seqens, 1 bail manque ». */
const shortOf = ({ label, missing }: HalfYearReport['landlords'][number]): string =>
  missing === null ? label : `${label}, ${missing < 2 ? `${missing} bail manque` : `${missing} baux manquent`}`;
