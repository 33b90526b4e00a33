import { useId } from 'react';
import { Link } from '@tanstack/react-router';
import { namesIn, type Dictionary } from '../../api/dictionary';
import { useMe } from '../../api/me';
import type { components } from '../../api/schema';
import { shortDay } from '../../format/days';
import { count, NOTHING, plural } from '../../format/numbers';
import { ColumnChoice } from '../../parts/ColumnChoice';
import { CopyTable } from '../../parts/CopyTable';
import { Paging } from '../../parts/Paging';
import { Status } from '../../parts/Status';
import { Table, type Column } from '../../parts/Table';
import { useAddress } from '../../url/address';
import { PAGE_SIZE, PAGE_SIZES } from '../../url/allocation-list';
import { criteriaText, type Criterion } from '../../url/filters';
import { oneOf, type Search } from '../../url/search';
import { ChosenRows } from './ChosenRows';
import { useChosenRows } from './chosen-rows';
import { ALLOCATION_COLUMNS, type AllocationColumn, type AllocationRow, type Naming } from './columns';
import { ExportButton } from './ExportButton';
import { fromList } from './list-before';
import { ListQuartiles } from './ListQuartiles';
import { NamedList } from './NamedList';
import { PrintList } from './PrintList';
import type { Columns } from './use-columns';

type AllocationPage = components['schemas']['AllocationPageDto'];

interface LinesProps {
  readonly page: AllocationPage;
  /** Whether these are the lines of the page before, until those that are asked for come. */
  readonly isOld: boolean;
  readonly criteria: readonly Criterion[];
  readonly dictionary: Dictionary | undefined;
  readonly shown: Columns;
}

/** The lines of a page of the list, and what one does with them. */
export function Lines({ page, isOld, criteria, dictionary, shown }: LinesProps) {
  const { search, change } = useAddress();
  const { allocations, total, offset, prev, next, facets } = page;
  const { columns, choose, keep, asEverybody, error } = shown;
  const chosen = useChosenRows();
  const naming: Naming = { nameOf: namesIn(dictionary), showsCodes: search['codes'] === 'O' };
  const copied = (rows: readonly AllocationRow[]) => [
    columns.map(({ label }) => label),
    ...rows.map((row) => columns.map(({ text }) => text(row, naming))),
  ];
  // The page of the list that is shown stays: names change none of its lines.
  const { cursor } = search;
  const paging = { offset, shown: allocations.length, total, prev, next };
  return (
    <>
      <Summary total={total} isFiltered={criteria.length > 0} />
      <ListQuartiles total={total} facets={facets} />
      <div className="actions" id="tableau" tabIndex={-1}>
        <ExportButton total={total} criteria={criteria} columns={columns} />
        <NamedList total={total} criteria={criteriaText(criteria)} columns={columns} dictionary={dictionary} />
        <CopyTable table={() => copied(allocations)} />
        <PrintList shown={allocations.length} total={total} />
        <ColumnChoice
          columns={ALLOCATION_COLUMNS}
          chosen={columns.map(({ key }) => key)}
          onChoose={choose}
          onKeep={keep}
          onReset={asEverybody}
          error={error}
          showsCodes={naming.showsCodes}
          onShowCodes={(shows) => change({ codes: shows ? 'O' : undefined, cursor })}
        />
        <PageSize />
        <span role="status" className="note">
          {isOld ? 'Mise à jour…' : ''}
        </span>
      </div>
      <Paging label="Pages de la liste" {...paging} />
      <ChosenRows chosen={chosen} tableOf={copied} />
      <Table
        caption={captionOf(page, oneOf(search, 'sort'))}
        columns={columns.map((column, index) => tableColumn(column, naming, index === 0 ? search : undefined))}
        rows={allocations}
        keyOf={({ identifiant }) => identifiant}
        order={(oneOf(search, 'sort') ?? 'date_bail').split(',')[0]!}
        onOrder={(sort) => change({ sort })}
        choice={{
          isChosen: chosen.isChosen,
          onChoose: chosen.choose,
          labelOf: (row) => `Choisir ${leaseText(row, naming)}`,
          labelOfAll: 'Choisir toutes les lignes de cette page',
        }}
      />
      {allocations.length > ROWS_IN_SIGHT && <Paging label="Pages de la liste, sous le tableau" {...paging} />}
    </>
  );
}

const ROWS_IN_SIGHT = 20;

/** The first column leads to the lease. */
function tableColumn(column: AllocationColumn, naming: Naming, list: Search | undefined): Column<AllocationRow> {
  const { key, label, description, isNumber, isSortable, isCoded, text } = column;
  const isFirst = list !== undefined;
  return {
    key,
    label,
    description,
    isNumber: isNumber && !isFirst,
    sort: isSortable ? key : undefined,
    cell: (row) => {
      const shown = text(row, naming) || NOTHING;
      const translate = isCoded && (naming.showsCodes || key === 'identifiant') ? 'no' : undefined;
      if (!isFirst) return translate ? <span translate={translate}>{shown}</span> : shown;
      return (
        <>
          <Link to={`/attributions/${row.identifiant}` as never} state={fromList(list) as never} translate={translate}>
            {shown}
          </Link>
          <RowState row={row} />
        </>
      );
    },
  };
}

/** « le bail du 14/03/2023, Résidence des Merisiers ». */
const leaseText = ({ date_bail, code_residence }: AllocationRow, { nameOf }: Naming): string =>
  `le bail du ${shortDay(date_bail)}, ${nameOf('residences', code_residence)}`;

/** What became of the lease after its signature, whatever its columns show. */
function RowState({ row: { annulee, corrigee } }: { row: AllocationRow }) {
  if (!annulee && !corrigee) return null;
  return (
    <span className="row-state">
      <Status kind={annulee ? 'late' : 'plain'}>{annulee ? 'Annulée' : 'Corrigée'}</Status>
    </span>
  );
}

function captionOf({ allocations, total, offset }: AllocationPage, sort = 'date_bail'): string {
  const [first = ''] = sort.split(',');
  const column = ALLOCATION_COLUMNS.find(({ key }) => key === first.replace('-', ''));
  const order = `par ${(column?.label ?? first).toLowerCase()}${first.startsWith('-') ? ', en ordre décroissant' : ''}`;
  if (allocations.length === total) return `${plural(total, 'attribution')}, ${order}`;
  return `Attributions ${count(offset + 1)} à ${count(offset + allocations.length)} sur ${count(total)}, ${order}`;
}

const SCOPES: Readonly<Record<string, string>> = {
  bailleur: 'de votre parc',
  commune: 'de votre commune',
  reservataire: 'de votre contingent',
};

/** How many lines there are, and of what: a list that the scope cuts says so, and nothing of what lies outside. */
function Summary({ total, isFiltered }: { total: number; isFiltered: boolean }) {
  const { data: me } = useMe();
  const isCut = (me?.acting.scope.length ?? 0) > 0;
  const those = isFiltered ? ' qui répondent à ces critères' : '';
  const leases = total === 1 ? 'l’attribution' : `les ${count(total)} attributions`;
  return (
    <p>
      {isCut
        ? `Vous voyez ${leases} ${SCOPES[me!.acting.role] ?? 'de votre périmètre'}${total === 1 ? those.replace('répondent', 'répond') : those}.`
        : `${plural(total, 'attribution')}.`}{' '}
      <span className="note">Une attribution est un bail signé. Part de chaque quartile de ressources :</span>
    </p>
  );
}

function PageSize() {
  const { search, change } = useAddress();
  const id = useId();
  return (
    <span className="inline-field">
      <label htmlFor={id}>Lignes par page</label>
      <select
        id={id}
        value={oneOf(search, 'limit') ?? PAGE_SIZE}
        onChange={(event) => change({ limit: event.target.value })}
      >
        {PAGE_SIZES.map((size) => (
          <option key={size}>{size}</option>
        ))}
      </select>
    </span>
  );
}
