import { queries } from '../../api/client';
import { Answer } from '../../parts/Answer';
import { Page } from '../../parts/Page';
import { PeriodChoice } from '../../parts/PeriodChoice';
import { longDay } from '../../format/days';
import { useAsOfParameter } from '../../url/as-of';
import { periodLabel } from '../../url/period';
import { usePeriod } from '../../url/use-period';
import { ObjectivesTable } from './ObjectivesTable';

/** « Où en est la convention »: each objective in force, in the convention's own order. */
export default function Progress() {
  const { period, years } = usePeriod();
  const asOf = useAsOfParameter();
  const asked = queries.useQuery('get', '/api/objectives', { params: { query: { ...period, ...asOf } } });
  return (
    <Page
      title="Où en est la convention"
      criteria={periodLabel(period, longDay)}
      tools={<PeriodChoice period={period} years={years} />}
    >
      <Answer asked={asked}>{({ objectives }) => <ObjectivesTable objectives={objectives} />}</Answer>
    </Page>
  );
}
