import type { OutColumn, Table } from '#tables';
import type { ListedResidence, PriorityList, PriorityLists } from '../report/lists';

/** A residence of a list; null where the list is empty. */
export interface ListRow {
  readonly list: PriorityList;
  readonly residence: ListedResidence | null;
}

const COLUMNS: readonly OutColumn<ListRow>[] = [
  { header: 'code_bailleur', kind: 'text', value: ({ list }) => list.landlord.id },
  { header: 'bailleur', kind: 'text', value: ({ list }) => list.landlord.label },
  { header: 'liste_du', kind: 'day', value: ({ list }) => list.on },
  { header: 'dernier_jour', kind: 'day', value: ({ list }) => list.lastDay },
  { header: 'en_vigueur', kind: 'yes-no', value: ({ list }) => list.inForce },
  { header: 'enregistree_le', kind: 'text', value: ({ list }) => list.recordedAt },
  { header: 'acteur', kind: 'text', value: ({ list }) => list.actor },
  { header: 'code_residence', kind: 'text', value: ({ residence }) => residence?.id ?? null },
  { header: 'residence', kind: 'text', value: ({ residence }) => residence?.label ?? null },
  { header: 'code_insee', kind: 'text', value: ({ residence }) => residence?.commune?.id ?? null },
  { header: 'commune', kind: 'text', value: ({ residence }) => residence?.commune?.label ?? null },
  { header: 'note', kind: 'integer', value: ({ residence }) => residence?.note ?? null },
];

/** One row for each residence of each list. An empty list has one row, so that it is shown too. */
export function listsTable(report: PriorityLists): Table<ListRow> {
  const columns: readonly OutColumn<ListRow>[] = [
    ...COLUMNS,
    { header: 'le', kind: 'day', value: () => report.on },
    { header: 'etat_au', kind: 'text', value: () => report.asOf },
    { header: 'position', kind: 'text', value: () => report.position },
  ];
  const rows = report.lists.flatMap((list): readonly ListRow[] =>
    list.residences.length > 0
      ? list.residences.map((residence) => ({ list, residence }))
      : [{ list, residence: null }],
  );
  return { name: 'Résidences à enjeu prioritaire', columns, rows };
}

/** `mixite-residences-prioritaires-2025-01-28`, without an extension. The code of a single landlord comes before the day. */
export function listsFileName({ on }: PriorityLists, landlord?: string): string {
  return ['mixite-residences-prioritaires', ...(landlord === undefined ? [] : [landlord]), on].join('-');
}
