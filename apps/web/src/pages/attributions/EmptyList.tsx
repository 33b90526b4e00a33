import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../api/client';
import { ROLE_NAMES, useMay, useMe } from '../../api/me';
import { plural } from '../../format/numbers';
import { useAddress } from '../../url/address';
import { listQuery, type AllocationQuery } from '../../url/allocation-list';
import type { Criterion } from '../../url/filters';
import { parseSearch, stringifySearch, type Search } from '../../url/search';
import { withoutAny, withoutOne, type Change } from './list-criteria';

/** A list without lines says which of three things it means. */
export function EmptyList({ criteria, isOfFigure }: { criteria: readonly Criterion[]; isOfFigure: boolean }) {
  if (criteria.length > 0) return <NothingForCriteria criteria={criteria} />;
  return isOfFigure ? <p>Aucune attribution ne compte dans ce chiffre.</p> : <NothingAtAll />;
}

/** Each criterion as a link to the list without it, with the lines that it would bring back. */
function NothingForCriteria({ criteria }: { criteria: readonly Criterion[] }) {
  const { search } = useAddress();
  const ways = criteria.map((criterion) => changed(search, withoutOne(search, criterion)));
  const totals = useQueries({ queries: ways.map(totalOf) });
  return (
    <div className="message">
      <p>
        <strong>Aucune ligne pour ces critères.</strong>
      </p>
      <ul>
        {criteria.map((criterion, index) => {
          const total = totals[index]?.data?.total;
          return (
            <li key={`${criterion.name} ${criterion.value}`}>
              <Link to="." search={ways[index] as never}>
                Retirer « {criterion.label} : {criterion.text} »
              </Link>
              {total !== undefined && ` : ${plural(total, 'ligne')}`}
            </li>
          );
        })}
        {criteria.length > 1 && (
          <li>
            <Link to="." search={changed(search, withoutAny(criteria)) as never}>
              Retirer tous les critères
            </Link>
          </li>
        )}
      </ul>
    </div>
  );
}

/** The address after a change; what is undefined is left out of it. */
const changed = (search: Search, change: Change): Search =>
  parseSearch(stringifySearch({ ...search, cursor: undefined, ...change }));

const totalOf = (search: Search) =>
  queries.queryOptions('get', '/api/allocations', {
    params: { query: { ...listQuery(search), limit: 1 } as unknown as AllocationQuery },
  });

function NothingAtAll() {
  const { data: me } = useMe();
  const mayImport = useMay('import');
  if (me && me.acting.scope.length > 0)
    return (
      <div className="message">
        <p>
          <strong>Rien dans votre périmètre.</strong> Vous lisez comme {ROLE_NAMES[me.acting.role] ?? me.acting.role}{' '}
          les attributions de : {me.acting.scope.join(', ')}. Les autres se lisent sous un rôle qui voit tout le
          territoire.
        </p>
      </div>
    );
  return (
    <div className="message">
      <p>
        <strong>Rien n’est encore enregistré.</strong>{' '}
        {mayImport
          ? 'Importez les fichiers du territoire : les attributions sont dans « attributions.csv ».'
          : 'Qui a le droit d’importer apporte les fichiers du territoire.'}
      </p>
    </div>
  );
}
