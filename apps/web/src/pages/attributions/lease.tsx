import { useParams } from '@tanstack/react-router';
import { queries } from '../../api/client';
import { useDictionary } from '../../api/dictionary';
import { shortDay } from '../../format/days';
import { Answer } from '../../parts/Answer';
import { Page } from '../../parts/Page';
import { useAsOfParameter } from '../../url/as-of';
import { LeaseActs } from './LeaseActs';
import { LeaseChanges } from './LeaseChanges';
import { LeaseFacts } from './LeaseFacts';
import { LeaseHistory } from './LeaseHistory';
import { LeaseObjectives } from './LeaseObjectives';
import { useListBefore } from './list-before';

/** One lease: what is recorded, why each derived fact is what it is, where it counts, and what became of it. */
export default function Lease() {
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  const dictionary = useDictionary();
  const asOf = useAsOfParameter();
  const list = useListBefore();
  const asked = queries.useQuery('get', '/api/allocations/{allocation}', {
    params: { path: { allocation: id }, query: asOf },
  });
  const signed = asked.data?.allocation.date_bail;
  const title = signed === undefined ? 'Un bail' : `Bail du ${shortDay(signed)}`;
  return (
    <Page title={title} crumbs={[{ title: 'Attributions', to: '/attributions', search: list }]}>
      <Answer asked={asked}>
        {(lease) => (
          <>
            <LeaseActs lease={lease} dictionary={dictionary} />
            <LeaseFacts lease={lease} dictionary={dictionary} />
            <LeaseObjectives objectives={lease.objectives} />
            <LeaseChanges changes={lease.changes} dictionary={dictionary} />
            <LeaseHistory allocation={id} until={asOf['as-of'] === undefined ? undefined : lease.asOf} />
          </>
        )}
      </Answer>
    </Page>
  );
}
