import { useState } from 'react';
import { keepPreviousData } from '@tanstack/react-query';
import { queries } from '../../api/client';
import { useDictionary } from '../../api/dictionary';
import { problemOf } from '../../api/problem';
import { count } from '../../format/numbers';
import { Answer } from '../../parts/Answer';
import { Chips, Filters } from '../../parts/Filters';
import { Page } from '../../parts/Page';
import { PeriodChoice } from '../../parts/PeriodChoice';
import { useAddress } from '../../url/address';
import { allocationFilters, pageQuery } from '../../url/allocation-list';
import { criteriaIn, criteriaText } from '../../url/filters';
import { periodIn } from '../../url/period';
import { useYears } from '../../url/use-period';
import { EmptyList } from './EmptyList';
import { FigureTitle } from './FigureTitle';
import { Lines } from './Lines';
import { periodCriterion, withoutAny, withoutOne } from './list-criteria';
import { useColumns } from './use-columns';
import { useListedFigure } from './use-figure';
import { ViewsPanel } from './ViewsPanel';

const GONE = 410;

/** « Attributions »: the list of leases. Its address is the API's query: the page, its calls and its files are of the same lines. */
export default function Allocations() {
  const { search, change } = useAddress();
  const [isPeriodOpen, setPeriodOpen] = useState(false);
  const years = useYears(isPeriodOpen);
  const dictionary = useDictionary();
  const filters = allocationFilters(dictionary);
  const figure = useListedFigure();
  const criteria = [...periodCriterion(search), ...criteriaIn(filters, search)];
  const words = [figure && `« ${figure.name} »`, criteriaText(criteria)].filter(Boolean).join(' ; ');
  const asked = queries.useQuery(
    'get',
    '/api/allocations',
    { params: { query: pageQuery(search) } },
    { placeholderData: keepPreviousData },
  );
  const columns = useColumns();
  const total = asked.data?.total;
  return (
    <Page
      title="Attributions"
      windowTitle={total === undefined ? undefined : `Attributions (${count(total)})`}
      criteria={words}
      tools={
        <>
          <ViewsPanel />
          <PeriodChoice period={periodIn(search)} years={years} mayBeAll onOpen={() => setPeriodOpen(true)} />
        </>
      }
    >
      <a className="skip" href="#tableau">
        Aller au tableau
      </a>
      {figure && <FigureTitle figure={figure} total={total} />}
      <Filters filters={filters} />
      <Chips
        criteria={criteria}
        onRemove={(criterion) => change(withoutOne(search, criterion))}
        onClear={() => change(withoutAny(criteria))}
      />
      {asked.error && problemOf(asked.error).status === GONE ? (
        <ListGone onReload={() => change({ cursor: undefined })} />
      ) : (
        <Answer asked={asked}>
          {(page) =>
            page.total === 0 ? (
              <EmptyList criteria={criteria} isOfFigure={figure !== undefined} />
            ) : (
              <Lines
                page={page}
                isOld={asked.isPlaceholderData}
                criteria={criteria}
                dictionary={dictionary}
                shown={columns}
              />
            )
          }
        </Answer>
      )}
    </Page>
  );
}

/** What a cursor leads to no more: the filters stay. */
function ListGone({ onReload }: { onReload: () => void }) {
  return (
    <div className="message warning" role="alert">
      <p>La liste a changé.</p>
      <p>
        <button type="button" className="button" onClick={onReload}>
          Recharger la liste
        </button>
      </p>
    </div>
  );
}
