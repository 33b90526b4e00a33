import { Link } from '@tanstack/react-router';
import { useQueries } from '@tanstack/react-query';
import { queries } from '../../api/client';
import { Loading } from '../../parts/Loading';
import { Problem } from '../../parts/Problem';
import { Table, type Column } from '../../parts/Table';
import { useAsOfParameter } from '../../url/as-of';
import { periodOfSemester, semesterLabel } from '../../url/semester';
import { LANDLORD_COLUMNS, type LandlordHalfYear, type LandlordLine } from './columns';

interface Line extends LandlordLine {
  readonly semester: string;
}

const COLUMNS: readonly Column<Line>[] = [
  {
    key: 'semester',
    label: 'Semestre',
    cell: ({ semester }) => <Link to={`/prefet/${semester}` as never}>{semesterLabel(semester)}</Link>,
  },
  ...LANDLORD_COLUMNS,
];

/** The half-years of one landlord, the latest first: one answer of the API for each. */
export function LandlordHalfYears({ landlord, semesters }: { landlord: string; semesters: readonly string[] }) {
  const asOf = useAsOfParameter();
  const answers = useQueries({
    queries: semesters.map((semester) =>
      queries.queryOptions('get', '/api/prefect', { params: { query: { semester, ...asOf } } }),
    ),
  });
  const refused = answers.find(({ error }) => error !== null);
  if (refused) return <Problem error={refused.error} />;
  if (answers.some(({ data }) => data === undefined)) return <Loading />;
  const rows = answers.flatMap(({ data }) => {
    const found = data!.landlords.find(({ id }) => id === landlord);
    return found ? [lineOf(data!.semester, found)] : [];
  });
  if (rows.length === 0) return <p>Ce bailleur n’est dans aucun de ces semestres.</p>;
  return (
    <Table
      caption={`${rows[0]!.landlord.label}, semestre après semestre`}
      columns={COLUMNS}
      rows={rows}
      keyOf={({ semester }) => semester}
    />
  );
}

const lineOf = (semester: string, landlord: LandlordHalfYear): Line => ({
  semester,
  landlord,
  period: periodOfSemester(semester),
});
